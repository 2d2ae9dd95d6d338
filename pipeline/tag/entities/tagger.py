"""The entity tagger."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from pipeline.records.decks import Deck, DeckLanguage
from pipeline.records.tags import Entity
from pipeline.tag.entities.casing import Casing
from pipeline.tag.entities.found import Found
from pipeline.tag.entities.gathering import entities, settled
from pipeline.tag.entities.mentions import Mention, key, mentions
from pipeline.tag.entities.pieces import ALL, Evidence
from pipeline.tag.entities.recogniser import Recogniser, recognisers
from pipeline.tag.entities.segments import Segment, segments
from pipeline.tag.entities.statements import named_by_form, stated_in


class EntityTagger:
    """Finds names with one model per language; a deck in a language without one yields none.

    `evidence` is what is weighed beside the models' word.
    """

    def __init__(
        self,
        recognisers: Mapping[str, Recogniser],
        notions: Iterable[str] = (),
        evidence: Collection[Evidence] = ALL,
    ) -> None:
        self._recognisers = recognisers
        self._evidence = evidence
        self._notions = frozenset(map(key, notions if Evidence.NOTIONS in evidence else ()))

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
        return self.mentions_in(list(self.texts(deck, language)))

    def texts(self, deck: Deck, language: DeckLanguage) -> Iterator[Segment]:
        """Yield the texts that are read: where their language has no model, as in the deck's."""
        usual = language.deck.tag.partition("-")[0].lower()
        for segment in segments(deck, language):
            if segment.language in self._recognisers:
                yield segment
            elif usual in self._recognisers:
                yield segment._replace(language=usual)

    def mentions_in(self, texts: Sequence[Segment]) -> Iterator[Mention]:
        """Yield the places where the texts of one deck name something, in reading order."""
        return settled(texts, self._found(texts), self._notions, self._evidence)

    def _found(self, texts: Sequence[Segment]) -> list[Mention]:
        casing = Casing(texts) if Evidence.CASING in self._evidence else None
        by_language: defaultdict[str, list[tuple[Segment, Segment]]] = defaultdict(list)
        for segment in texts:
            read = segment._replace(text=casing.read(segment)) if casing else segment
            by_language[segment.language].append((segment, read))
        return [
            mention._replace(segment=segment)
            for language, batch in by_language.items()
            for (segment, read), found in zip(
                batch,
                self._recognisers[language].find(read.text for _, read in batch),
                strict=True,
            )
            for mention in self._mentions(read, found)
        ]

    def _mentions(self, segment: Segment, found: Iterable[Found]) -> Iterator[Mention]:
        stated = stated_in(segment, self._evidence)
        return named_by_form(segment, mentions(segment, found, stated), self._evidence)


def load_entity_tagger(notions: Iterable[str] = ()) -> EntityTagger:
    """Make the tagger; a language's model is loaded when the first deck needs it.

    `notions` are phrases that are no names, however they are written: the labels of a vocabulary,
    'SSE' among them. Case and accents do not matter.
    """
    return EntityTagger(recognisers(), notions)
