"""Reads what is expected: the programme of an elective."""

from pipeline.programme.expected import expected_in
from pipeline.programme.find import find_programme
from pipeline.programme.problems import Problem, ProgrammeProblems
from pipeline.programme.read import read_programme

__all__ = ["Problem", "ProgrammeProblems", "expected_in", "find_programme", "read_programme"]
