"""Places all decks of an elective on its sessions, each with its reasons."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from pipeline.match.deck import DeckView
from pipeline.match.families import Family, Member, families
from pipeline.match.matcher import Judgement, Matcher, Said
from pipeline.match.outcomes import status
from pipeline.match.recall import Recall, anew
from pipeline.match.settling import crowded_out
from pipeline.records.decisions import Decisions
from pipeline.records.matches import Evidence, Match, Placement, Role, Status

#: The weight of a person's word, in log odds like the other weights: beyond doubt.
DECIDED = 20.0


def place(
    decks: Sequence[DeckView],
    matcher: Matcher,
    copies: Mapping[str, str],
    decisions: Decisions | None = None,
    recall: Recall[list[bool]] = anew,
) -> dict[str, Placement]:
    """Return the placement of each deck by path.

    `copies` leads from the path of a file to that of another with the same bytes; a copy stands
    where its original stands. `decisions` win over all evidence. `recall` may give which decks
    were found to be one before.
    """
    decisions = decisions or {}
    groups = families([deck for deck in decks if deck.path not in copies], decisions, recall)
    judgements = list(
        matcher.judge(
            [
                ([member.deck for member in family.members], _said(family, matcher, decisions))
                for family in groups
            ]
        )
    )
    losers = crowded_out(groups, judgements, matcher.sessions)
    placements: dict[str, Placement] = {}
    for number, (family, judgement) in enumerate(zip(groups, judgements, strict=True)):
        rival = groups[losers[number]].current[0].deck.path if number in losers else None
        placements.update(_placements(family, judgement, rival, matcher))
    for deck in decks:
        if deck.path in copies:
            placements[deck.path] = _copy(placements[copies[deck.path]], copies[deck.path])
    return placements


def _said(family: Family, matcher: Matcher, decisions: Decisions) -> Said | None:
    """Return what a person decided about one of the files, None where nobody did."""
    for member in family.members:
        decision = decisions.get(member.deck.sha256)
        if decision and decision.session and matcher.knows(decision.session):
            return Said(path=member.deck.path, session=decision.session)
    return None


def _placements(
    family: Family, judgement: Judgement, rival: str | None, matcher: Matcher
) -> Iterator[tuple[str, Placement]]:
    for member in family.members:
        yield (
            member.deck.path,
            Placement(
                match=_match(member, judgement, rival, matcher),
                role=member.role,
                duplicate_of=member.pointer if member.role is Role.DUPLICATE else None,
                superseded_by=member.pointer if member.role is Role.SUPERSEDED else None,
                translation_group=family.id,
            ),
        )


def _match(member: Member, judgement: Judgement, rival: str | None, matcher: Matcher) -> Match:
    outcome = _status(judgement, rival)
    notes = tuple(_notes(member, judgement, rival))
    if judgement.decided and outcome is Status.UNMATCHED:
        return Match(status=outcome, session_id=None, confidence=0.0, evidence=notes)
    return Match(
        status=outcome,
        session_id=None if outcome is Status.UNMATCHED else matcher.sessions[judgement.best].id,
        confidence=judgement.confidence,
        evidence=(*notes, *judgement.evidence[member.deck.path]),
        candidates=judgement.candidates,
    )


def _status(judgement: Judgement, rival: str | None) -> Status:
    """Return what may be published: doubt makes a match a question, and so does a signature."""
    outcome = status(judgement.confidence)
    if judgement.decided:
        return outcome
    if outcome is Status.UNMATCHED and judgement.signed:
        return Status.REVIEW
    if outcome is Status.MATCHED and (rival or judgement.against):
        return Status.REVIEW
    return outcome


def _notes(member: Member, judgement: Judgement, rival: str | None) -> Iterator[Evidence]:
    """Say what is special about a deck, before the reasons for its session."""
    if judgement.decided:
        detail = "A person decided so."
        if judgement.decided != member.deck.path:
            detail = f"A person decided so for “{judgement.decided}”, the same deck."
        yield Evidence(signal="decision", detail=detail, weight=DECIDED)
    if judgement.against and _status(judgement, rival) is not Status.UNMATCHED:
        yield judgement.against
    if rival:
        detail = f"“{rival}” fits the same session in the same language better."
        yield Evidence(signal="rival", detail=detail, weight=0.0)
    if member.role is Role.SUPERSEDED:
        detail = f"“{member.pointer}” is newer: {member.reason}."
        yield Evidence(signal="version", detail=detail, weight=0.0)
    if member.role is Role.DUPLICATE:
        detail = f"The text is the same as in “{member.pointer}”."
        yield Evidence(signal="same-text", detail=detail, weight=0.0)


def _copy(original: Placement, path: str) -> Placement:
    note = Evidence(signal="same-bytes", detail=f"The file is the same as “{path}”.", weight=0.0)
    match = msgspec.structs.replace(original.match, evidence=(note, *original.match.evidence))
    return msgspec.structs.replace(
        original, match=match, role=Role.DUPLICATE, duplicate_of=path, superseded_by=None
    )
