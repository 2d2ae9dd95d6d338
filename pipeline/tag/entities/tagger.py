"""The entity tagger."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from pipeline.records.decks import Deck, DeckLanguage
from pipeline.records.tags import Entity
from pipeline.tag.entities.bodies import made_whole, stated_bodies
from pipeline.tag.entities.found import Found
from pipeline.tag.entities.gathering import entities, settled
from pipeline.tag.entities.mentions import Mention, key, mentions
from pipeline.tag.entities.recogniser import Recogniser, recognisers
from pipeline.tag.entities.segments import Segment, segments


class EntityTagger:
    """Finds names with one model per language; a language without a model yields none."""

    def __init__(self, recognisers: Mapping[str, Recogniser], notions: Iterable[str] = ()) -> None:
        self._recognisers = recognisers
        self._notions = frozenset(map(key, notions))

    @property
    def versions(self) -> dict[str, str]:
        """The version of each model, by its name."""
        return {each.model: each.version for each in self._recognisers.values()}

    def load(self, languages: Iterable[str]) -> None:
        """Load the models of some languages, given by their tags, now."""
        for primary in sorted({tag.partition("-")[0] for tag in languages}):
            if primary in self._recognisers:
                self._recognisers[primary].load()

    def tag(self, deck: Deck, language: DeckLanguage) -> tuple[Entity, ...]:
        """Return the names of a deck, most frequent first; `ref` stays open."""
        return entities(self.mentions(deck, language))

    def mentions(self, deck: Deck, language: DeckLanguage) -> Iterator[Mention]:
        """Yield the places where a deck names something, in reading order."""
        texts = [
            segment for segment in segments(deck, language) if segment.language in self._recognisers
        ]
        return settled(texts, self._found(texts), self._notions)

    def _found(self, texts: Sequence[Segment]) -> list[Mention]:
        by_language: defaultdict[str, list[Segment]] = defaultdict(list)
        for segment in texts:
            by_language[segment.language].append(segment)
        return [
            mention
            for language, batch in by_language.items()
            for segment, found in zip(
                batch,
                self._recognisers[language].find(segment.text for segment in batch),
                strict=True,
            )
            for mention in _mentions(segment, found)
        ]


def _mentions(segment: Segment, found: Iterable[Found]) -> Iterator[Mention]:
    for mention in mentions(segment, found):
        yield from made_whole(mention)
    yield from stated_bodies(segment)


def load_entity_tagger(notions: Iterable[str] = ()) -> EntityTagger:
    """Make the tagger; a language's model is loaded when the first deck needs it.

    `notions` are phrases that are no names, however they are written: the labels of a vocabulary,
    'SSE' among them. Case and accents do not matter.
    """
    return EntityTagger(recognisers(), notions)
