"""Makes up electives of any size: a programme, decks that are alike for real reasons, the truth.

Decks come as inboxes hold them: translations, drafts and PDFs of one another, signed on the cover,
in the footer, in the notes or nowhere, with names misspelt, titles reworded, speakers who speak
twice, and strangers.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

from benchmarks.world import CONCEPTS, LANGUAGES, Subject, World
from pipeline.encode import encode_deck
from pipeline.match import DeckView, view
from pipeline.records import media
from pipeline.records.decks import Block, BlockKind, Deck, DeckLanguage, Language, Page
from pipeline.records.files import InboxFile
from pipeline.records.programme import Person, Programme, Session
from pipeline.records.readings import Reading
from pipeline.records.tags import Tags

#: Fewest and most pages of a presentation after its cover.
PAGES = (8, 24)
ABSTRACT_WORDS = 40
#: Share of presentations that belong to no session.
STRANGERS = 0.02
#: Where a name stands: on the cover, in its footer, in its notes, nowhere.
LAYERS = (BlockKind.BODY, BlockKind.FURNITURE, BlockKind.NOTES, None)


@dataclass(frozen=True)
class Elective:
    """A made-up elective, its decks with their truth, and an encoder that knows its words.

    `sessions` holds the session of each deck by path, None for strangers; `presentations` the
    number of the presentation of which it is a file.
    """

    programme: Programme
    decks: list[DeckView]
    sessions: dict[str, str | None]
    presentations: dict[str, int]
    encoder: World


def make_elective(decks: int, sessions: int, seed: int = 6) -> Elective:
    """Make an elective with this many decks and sessions; one presentation in 50 is a stranger."""
    world = World(seed)
    subjects = [world.subject() for _ in range(sessions)]
    people = [world.person() for _ in range(sessions)]
    expected = tuple(
        _session(world, number, subject, people) for number, subject in enumerate(subjects)
    )
    made: list[DeckView] = []
    truth: dict[str, str | None] = {}
    presentations: dict[str, int] = {}
    number = 0
    while len(made) < decks:
        known = world.random.random() >= STRANGERS
        session = expected[number % sessions] if known else None
        subject = subjects[number % sessions] if known else world.subject()
        for deck in list(_files(world, number, subject, session))[: decks - len(made)]:
            made.append(deck)
            truth[deck.path] = session.id if session else None
            presentations[deck.path] = number
        number += 1
    programme = Programme(languages=LANGUAGES, sessions=expected)
    return Elective(programme, made, truth, presentations, world)


def _session(world: World, number: int, subject: Subject, people: Sequence[Person]) -> Session:
    random = world.random
    about = world.sentence(_around(random, subject, ABSTRACT_WORDS), subject.place, "en")
    return Session(
        id=f"s-{number}",
        title={tag: world.phrase(subject.topic, subject.place, tag) for tag in LANGUAGES},
        abstract=about if random.random() < 0.5 else None,
        speakers=tuple(random.sample(people, random.choice((1, 1, 1, 2)))),
        languages=LANGUAGES,
    )


def _around(random: Random, subject: Subject, count: int) -> list[int]:
    """Return meanings that a text on a subject has: mostly its own field, some of all fields."""
    field = [*subject.topic, *((number * 7 + 11) % CONCEPTS for number in subject.topic)]
    return [
        random.choice(field)
        if random.random() < 0.6
        else min(int(random.expovariate(0.002)), CONCEPTS - 1)
        for _ in range(count)
    ]


def _files(
    world: World, number: int, subject: Subject, session: Session | None
) -> Iterator[DeckView]:
    """Yield a presentation in three languages, its draft and its PDF."""
    random = world.random
    pages = [
        _around(random, subject, random.randint(15, 45)) for _ in range(random.randint(*PAGES))
    ]
    topic = (
        subject.topic
        if random.random() < 0.7
        else [*subject.topic[:-1], random.randrange(CONCEPTS)]
    )
    person = random.choice(session.speakers) if session else world.person()
    name = world.misspelt(person.name) if random.random() < 0.1 else person.name
    layer = random.choices(LAYERS, (85, 5, 5, 5))[0]
    stem = random.choices(
        (f"Presentation ({number})", f"{number} {person.name}", f"{number} slides"), (5, 3, 2)
    )[0]
    for tag in LANGUAGES:
        title = world.phrase(topic, subject.place, tag)
        texts = [world.sentence(page, subject.place, tag) for page in pages]
        deck = _deck(title, texts, name if tag == "en" else "", layer)
        yield _view(world, f"{tag}/{stem}.pptx", deck, tag, media.PPTX)
        if tag == "en":
            yield _view(world, f"pdf/{stem}.pdf", deck, tag, media.PDF)
            early = [
                text
                if random.random() < 0.8
                else world.sentence(_around(random, subject, 30), "", tag)
                for text in texts
            ]
            yield _view(
                world, f"en/{stem} draft.pptx", _deck(title, early, name, layer), tag, media.PPTX
            )


def _deck(title: str, texts: Sequence[str], name: str, layer: BlockKind | None) -> Deck:
    cover = [(BlockKind.TITLE, title), (BlockKind.BODY, "")]
    if layer is not None:
        cover.append((layer, name))
    pages = [
        cover,
        *(
            [(BlockKind.TITLE, " ".join(text.split()[:4])), (BlockKind.BODY, text)]
            for text in texts
        ),
    ]
    return Deck(
        pages=tuple(
            Page(
                number=number,
                blocks=tuple(Block(kind=kind, text=text) for kind, text in blocks if text),
            )
            for number, blocks in enumerate(pages, start=1)
        )
    )


def _view(world: World, path: str, deck: Deck, tag: str, media_type: str) -> DeckView:
    language = Language(tag=tag, confidence=1.0)
    reading = Reading(
        deck=deck,
        language=DeckLanguage(deck=language, pages=(language,) * len(deck.pages)),
        tags=Tags(),
        vectors=encode_deck(deck, world),
        vector_size=world.size,
    )
    digest = hashlib.sha256(path.encode()).hexdigest()
    file = InboxFile(path=path, location=path, sha256=digest, size=1, media_type=media_type)
    return view(file, reading)
