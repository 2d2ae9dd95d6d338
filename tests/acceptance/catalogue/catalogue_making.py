"""Makes electives for the page to show, without any file: a small one by hand, a large one."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Mapping, Sequence
from itertools import accumulate
from pathlib import Path
from typing import Any

import msgspec

from pipeline.page import Sources, write_catalogue
from pipeline.records.decks import Block, BlockKind, Page
from pipeline.records.index import Index
from pipeline.records.media import PDF, PPTX

THEMES = {
    "cooperatives": {"en": "cooperatives", "fr": "coopératives", "pt": "cooperativas"},
    "food": {"en": "food policy", "fr": "politique alimentaire", "pt": "política alimentar"},
    "commons": {"en": "commons", "fr": "communs", "pt": "bens comuns"},
}
#: A picture of one grey dot, as WebP.
DOT = bytes.fromhex(
    "52494646240000005745425056503820180000005001009d012a0100010001402625a40004740000e4400000"
)


def page(number: int, title: str, text: str, notes: str = "") -> Page:
    blocks = [(BlockKind.TITLE, title), (BlockKind.BODY, text), (BlockKind.NOTES, notes)]
    return Page(
        number=number,
        blocks=tuple(Block(kind=kind, text=words) for kind, words in blocks if words),
    )


def theme(key: str, score: float = 0.5, evidence: Sequence[Mapping[str, Any]] = ()) -> Any:
    uri = f"https://example.org/themes/{key}"
    return {"id": uri, "label": THEMES[key], "score": score, "evidence": list(evidence)}


def deck(path: str, session: str | None, language: str, **changes: Any) -> dict[str, Any]:
    digest = hashlib.sha256(path.encode()).hexdigest()
    return {
        "id": f"r-{digest[:12]}",
        "path": path,
        "sha256": digest,
        "size": 48_000,
        "media_type": PDF if path.endswith(".pdf") else PPTX,
        "pages": 2,
        "title": path,
        "language": {"tag": language, "confidence": 0.98},
        "status": "matched" if session else "unmatched",
        "session_id": session,
        "confidence": 0.98,
        "evidence": [{"signal": "speaker", "detail": "Page 1 names the speaker.", "weight": 2.5}],
        "candidates": [{"session_id": session, "confidence": 0.98}] if session else [],
        "role": "current",
        "duplicate_of": None,
        "superseded_by": None,
        "translation_group": None,
        "themes": [],
        "entities": [],
        "keyphrases": [],
        "warnings": [],
        **changes,
    }


def session(id_: str, day: int, title: Any, speaker: str, **changes: Any) -> dict[str, Any]:
    person = {"id": f"p-{id_}", "name": speaker, "affiliation": "Casa do Impacto"}
    return {
        "id": id_,
        "title": title,
        "abstract": None,
        "day": day,
        "date": f"2021-11-{21 + day}",
        "speakers": [person],
        "materials": [],
        "languages": {"expected": [], "available": [], "missing": []},
        "themes": [],
        **changes,
    }


def index(sessions: Sequence[Any], decks: Sequence[Any], **changes: Any) -> Index:
    """Return an index in which sessions have the decks that name them."""
    for item in sessions:
        own = [each for each in decks if each["session_id"] == item["id"]]
        item["materials"] = [each["id"] for each in own if each["status"] == "matched"]
    people = [
        {**speaker, "aliases": [], "sessions": [item["id"]], "mentioned_in": []}
        for item in sessions
        for speaker in item["speakers"]
    ]
    organisations = [{"id": "o-casa", "name": "Casa do Impacto", "aliases": [], "mentioned_in": []}]
    document = {
        "schema_version": "1.0.0",
        "generator": {
            "name": "elective-index",
            "version": "0",
            "models": {},
            "vocabulary": "",
            "vocabulary_version": "",
        },
        "elective": {
            "id": "elective",
            "event": "12th Academy",
            "number": 6,
            "title": {"en": "Fair food", "fr": "Une alimentation juste"},
            "start": "2021-11-22",
            "end": "2021-11-24",
            "languages": ["en", "fr", "pt"],
            "coordinators": [{"id": "p-c", "name": "Martin Gasser", "affiliation": None}],
            "themes": [theme(key) for key in THEMES],
        },
        "sessions": sessions,
        "resources": sorted(decks, key=lambda item: item["path"]),
        "people": [*people, *changes.pop("people", [])],
        "organisations": [*organisations, *changes.pop("organisations", [])],
        "rejected": [],
        "ignored": [],
        **changes,
    }
    return msgspec.convert(document, Index)


def write(index: Index, pages: Mapping[str, Sequence[Page]], path: Path, cover: bytes = b"") -> str:
    """Write the page of an index and return its address."""
    sources = Sources(
        pages_of=lambda name: tuple(pages.get(name, ())),
        cover_of=lambda _: cover,
        location_of=lambda name: f"../inbox/{name}",
    )
    write_catalogue(index, sources, path)
    return path.as_uri()


#: Two sentences as the matching says them: one as it stands, one with something filled in.
RARE_WORDS = "The pages share rare words with the session."
NAMED = "Page 1 names Jason Nardi (“Nardi”)."


def small() -> tuple[Index, dict[str, list[Page]]]:
    """Return an elective in which each outcome occurs once, and the pages of its decks."""
    mention = {"label": "PERSON", "pages": [2], "count": 1, "ref": "p-nardi", "text": "Jason Nardi"}
    decks = [
        deck(
            "Rome EN.pdf", "damico", "en", title="What does the city put on our plates?",
            themes=[theme("food", 0.7, [{"page": 2, "phrase": "food policy council"}])],
            entities=[mention, {**mention, "text": "Rome", "label": "LOC", "ref": None}],
            keyphrases=["city of farms"],
        ),
        deck("Rome FR.pptx", "damico", "fr", title="Que met la ville dans nos assiettes ?",
             themes=[theme("food", 0.4)]),
        deck("Copy of Rome.pdf", "damico", "en", role="duplicate", duplicate_of="r-000000000000"),
        deck("old/Rome.pdf", "damico", "en", role="superseded", superseded_by="r-000000000000"),
        deck(
            "scan.pdf", "nardi", "pt", status="review", confidence=0.61, themes=[theme("commons")],
            candidates=[
                {"session_id": "nardi", "confidence": 0.61},
                {"session_id": "damico", "confidence": 0.3},
            ],
            evidence=[
                {"signal": "words", "detail": RARE_WORDS, "weight": 1.2},
                {"signal": "speaker", "detail": NAMED, "weight": -2.0},
            ],
        ),
        deck("stranger.pdf", None, "en", title="Laboratory safety"),
    ]  # fmt: skip
    for item in decks:
        for pointer in ("duplicate_of", "superseded_by"):
            if item[pointer]:
                item[pointer] = decks[0]["id"]
    sessions = [
        session(
            "damico", 1, {"en": "Food councils in Rome", "fr": "Les conseils de Rome"},
            "Gabriella D’Amico", abstract="How Rome feeds itself.",
            languages={
                "expected": ["en", "fr", "pt"], "available": ["en", "fr"], "missing": ["pt"]
            },
        ),
        session("nardi", 1, "Public procurement", "Jason Nardi"),
        session("sequeira", 2, "Casa do Impacto and its impact", "Inês Sequeira"),
    ]  # fmt: skip
    pages = {
        "Rome EN.pdf": [
            page(1, "What does the city put on our plates?", "Gabriella D’Amico"),
            page(2, "A food policy council", "Farmers, canteens and the long walk of a council.",
                 notes="Say that Jason Nardi follows."),
        ],
        "Rome FR.pptx": [page(1, "Une politique alimentaire", "L’économie sociale à l’œuvre.")],
        "scan.pdf": [page(3, "", "Os bens comuns da cidade e a inovação.")],
        "old/Rome.pdf": [page(1, "Draft", "An aubergine that the newer version lacks.")],
    }  # fmt: skip
    made = index(
        sessions,
        decks,
        rejected=[{"path": "half.pptx", "code": "truncated", "message": "Send it again."}],
        ignored=[{"path": ".DS_Store", "reason": "A system file."}],
        stale_decisions=[{"path": "gone.pdf", "reason": "The file is no longer there."}],
    )
    return made, pages


SYLLABLES = (
    "co ope ra ti va so ci al in no ção ção mié ta re gi on ter ri tó rio fi nan ça pu bli que"
)


def large(count: int = 500) -> tuple[Index, dict[str, list[Page]]]:
    """Return an elective of many decks of twenty pages each, in words as frequent as in life."""
    chance = random.Random(6)  # noqa: S311 - the same elective each time
    parts = SYLLABLES.split()
    words = sorted({"".join(chance.choices(parts, k=chance.randint(2, 5))) for _ in range(12_000)})
    zipf = list(accumulate(1 / (rank + 3) for rank in range(len(words))))

    def text(length: int) -> str:
        return " ".join(chance.choices(words, cum_weights=zipf, k=length))

    people = [
        {"id": f"p-{n}", "name": f"{text(2).title()} {n}", "aliases": [], "sessions": [],
         "mentioned_in": [], "affiliation": None}
        for n in range(2 * count)
    ]  # fmt: skip
    decks, sessions, pages = [], [], {}
    for number in range(count):
        if number % 3 == 0:
            id_ = f"s{number}"
            sessions.append(session(
                id_, 1 + number * 5 // count, text(6).capitalize(), text(2).title(),
                abstract=text(30),
                languages={"expected": ["en", "fr", "pt"], "available": [], "missing": []},
            ))  # fmt: skip
        path = f"day {number % 5}/deck {number}.pdf"
        named = chance.sample(people, 10)
        decks.append(deck(
            path, sessions[-1]["id"], ("en", "fr", "pt")[number % 3], title=text(7), pages=20,
            themes=[theme(key, chance.random()) for key in THEMES],
            keyphrases=[text(2) for _ in range(10)],
            entities=[
                {"text": item["name"], "label": "PERSON", "pages": [3, 7], "count": 2,
                 "ref": item["id"]} for item in named
            ],
        ))  # fmt: skip
        pages[path] = [page(n, text(5), text(55), text(10)) for n in range(1, 21)]
    return index(sessions, decks, people=people), pages
