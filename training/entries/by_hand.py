"""The weights that were set by hand, from which fitting starts and to which it is held."""

from __future__ import annotations

from pipeline.programme.importing.entries.roles import ROLES, Role
from pipeline.programme.importing.entries.weights import (
    BRACKETED,
    ORDERS,
    PERSON,
    PLACES,
    STATES,
    Table,
    begins_clue,
    entry_clue,
    follows_clue,
)

_OWN: Table = {
    "any": {"DAY": 9.0, "LANGUAGES": 9.0, "AFFILIATION": -0.5, "PLACE": -2.0, "SECTION": -1.5,
            "TITLE": 0.3, "TEXT": -0.8},
    PERSON: {"PEOPLE": 1.0},
    "parted by by": {"PEOPLE": 2.0},
    'parted by "': {"TITLE": 3.0},
    "parted by (": {"TITLE": -2.0},
    "stands out and is first": {"TITLE": 0.5},
    "numbered and first": {"TITLE": 0.7},
    "three words or more": {"TITLE": 0.5},
    "up to 25 words": {"TEXT": 1.5},
    "up to many words": {"TITLE": -2.5, "AFFILIATION": -2.0, "TEXT": 1.5},
    "ends as a question": {"TITLE": 1.0, "AFFILIATION": -2.0},
    "ends as a sentence": {"TITLE": -1.0, "AFFILIATION": -2.0, "TEXT": 1.0},
    "ends open": {"TITLE": -1.0, "SECTION": 0.5, "TEXT": 1.0},
    "begins small": {"TITLE": -1.0, "TEXT": 0.8},
    "several sentences": {"TEXT": 2.5},
    "a way to reach somebody": {"TITLE": -3.0, "TEXT": 3.0},
    "an organisation": {"AFFILIATION": 2.0},
    "a profession": {"AFFILIATION": 2.0},
    "a country": {"AFFILIATION": 1.0},
    "an acronym": {"AFFILIATION": 1.5},
    "no name": {"AFFILIATION": -1.5},
    "a place": {"PLACE": 4.5},
    "a place among words": {"PLACE": 1.5},
    "a part": {"SECTION": 2.0},
    "nothing but a part": {"SECTION": 1.5},
    "set h": {"SECTION": 0.5},
    "a short break": {"BREAK": 3.0},
    "a longer break": {"BREAK": 2.2},
    "a long break": {"BREAK": 0.5},
    "a break that begins a title": {"BREAK": -1.0},
    "a break and who hosts it": {"BREAK": 2.0},
    "a longer break, speakers told below": {"BREAK": -3.0, "TITLE": 1.0},
    "a long break, speakers told below": {"BREAK": -3.0, "TITLE": 1.0},
}  # fmt: skip

#: How well a role follows on what the entry has, by `STATES`.
_ENTRY = {
    "titles first": {
        "TITLE": (0.3, -1.0, 0.4, 0.4, 0.3),
        "PEOPLE": (-1.0, 1.2, -0.3, -0.2, -1.5),
        "AFFILIATION": (-3.0, -2.5, 1.2, 0.3, -3.0),
        "TEXT": (0.3, 0.0, 0.0, 0.0, 0.0),
    },
    "people first": {
        "TITLE": (-0.8, -1.2, 1.2, 1.2, -0.8),
        "PEOPLE": (0.4, 0.4, -0.3, -0.3, 0.3),
        "AFFILIATION": (-3.0, -2.0, 1.2, 0.3, -3.0),
        "TEXT": (0.3, 0.0, 0.0, 0.0, 0.0),
    },
}
_IN_LINE = PLACES[BRACKETED:]


def by_hand() -> dict[str, dict[str, float]]:
    """Return the weights by clue and role."""
    table = {clue: dict(row) for clue, row in _OWN.items()}
    for order in ORDERS:
        for number, state in enumerate(STATES):
            table[entry_clue(order, state)] = {
                role: values[number] for role, values in _ENTRY[order].items()
            }
        first, second = ("PEOPLE", "TITLE") if order == "people first" else ("TITLE", "PEOPLE")
        for strong in (False, True):
            table[begins_clue(order, strong)] = {
                "AFFILIATION": -3.0 if strong else -0.6,
                first: 0.4,
                "BREAK": 0.4,
                second: -0.8 if strong else -0.4,
            }
    for last in ROLES:
        for place in PLACES:
            table[follows_clue(last, place)] = _follows(last, place)
    return table


def _follows(last: Role, place: str) -> dict[str, float]:
    row = dict.fromkeys((role.name for role in ROLES), 0.0)
    if last in {Role.LANGUAGES, Role.TIME, Role.TEXT}:
        row["AFFILIATION"] -= 2.0
    if place in {"credited", "in brackets"} and last is Role.AFFILIATION:
        row["PEOPLE"] -= 2.0
    if place == "in brackets":
        row["TITLE"] -= 1.0
        row["AFFILIATION"] += 0.5 if last is Role.PEOPLE else -1.0
        row["PEOPLE"] -= 2.0 if last is Role.PEOPLE else 0.0
    if place in _IN_LINE:
        if last in {Role.PEOPLE, Role.TITLE}:
            row[last.name] -= 0.3
        if last is Role.SECTION:
            row["PEOPLE"] -= 2.0
            row["PLACE"] += 1.5
        if last is Role.BREAK:
            row["PEOPLE"] += 1.5
    if place == "line below" and last is Role.TITLE:
        row["TITLE"] -= 0.5
    return {role: value for role, value in row.items() if value}
