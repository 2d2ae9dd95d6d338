"""Checks SKOS files with Skosify: `python training/check_vocabulary.py FILE…`, 1 if one is faulty.

Skosify (NatLibFi, https://github.com/NatLibFi/Skosify; Suominen and Mader 2014,
doi:10.1007/s13740-013-0026-0) mends what it can; here whatever it would mend is a fault: labels
that are missing, doubled or overlap (S13, S14), cycles and redundant steps in the hierarchy,
`related` beside `broader` (S27), concepts in no scheme, properties that SKOS does not know.
"""

from __future__ import annotations

import logging
import sys
from pathlib import Path

from rdflib import Graph
from skosify import skosify


class Faults(logging.Handler):
    """Gathers what Skosify warns of."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the message of a record."""
        self.messages.append(record.getMessage())


def faults_of(path: Path) -> list[str]:
    """Return what is wrong with a SKOS file, a sentence each; the file stays as it is."""
    faults, logger = Faults(), logging.getLogger()
    try:
        graph = Graph().parse(path)
    except Exception as error:  # every parser of rdflib raises exceptions of its own kind
        return [f"The file cannot be parsed: {' '.join(str(error).split())}"]
    logger.addHandler(faults)
    try:
        skosify(
            graph,
            break_cycles=True,
            keep_related=False,
            eliminate_redundancy=True,
            cleanup_classes=False,
            cleanup_properties=False,
            cleanup_unreachable=True,
        )
    finally:
        logger.removeHandler(faults)
    return faults.messages


def main(arguments: list[str]) -> int:
    """Check every file; return 1 where one has a fault."""
    status = 0
    for path in map(Path, arguments):
        for fault in faults_of(path):
            print(f"{path}: {fault}", file=sys.stderr)
            status = 1
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
