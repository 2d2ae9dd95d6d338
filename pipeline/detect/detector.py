"""Weighs the languages of a deck's pages with langdetect's profiles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from langdetect_rs import PROFILES_DIRECTORY, DetectorFactory, LangDetectException

from pipeline.detect.prose import letters, prose
from pipeline.records.decks import UNDETERMINED, Deck, DeckLanguage, Language

#: langdetect draws at random; the same seed for every text makes it repeatable in any order.
SEED = 0

#: Fewer letters name no language. Cut-outs of slides with 15 to 19 letters were right in 75%.
LEAST_LETTERS = 20

#: Pages of fewer letters are judged together: on runs of 4 to 7 slides of the development decks
#: 95% were right with 100 or more, 94% with 50.
ALONE_LETTERS = 200

#: With so many letters after the cover, the cover has no say.
BODY_LETTERS = 60

#: The share of wrong answers was about this over the letters read: 18% at 20, 7% at 60.
DOUBT_LETTERS = 4

#: A language of less is one of several: a page of names, a deck in three languages side by side.
HALF = 0.5

#: langdetect's names that are not the BCP 47 tag.
BCP_47 = {"zh-cn": "zh-Hans", "zh-tw": "zh-Hant"}


class LanguageDetector:
    """Knows the 55 languages of langdetect; made once, then the same answer for the same deck.

    `expected` are the BCP 47 tags of the elective. A language of theirs is named by their tag
    (`pt-BR` where the elective says so), any other by its own.
    """

    def __init__(self, expected: tuple[str, ...] = ()) -> None:
        self._factory = DetectorFactory()
        self._factory.load_profile(PROFILES_DIRECTORY)
        self._factory.set_seed(SEED)
        self._tags = {
            name: elective_tag(BCP_47.get(name, name), expected)
            for name in self._factory.get_lang_list()
        }

    def detect(self, deck: Deck) -> DeckLanguage:
        """Return the language of the slides, page by page and as a whole; notes have no say.

        Pictures of text are mostly screens of programs, in English whatever the deck is in: they
        have a say where nothing else tells.
        """
        pages = [prose(page.text) if page.usable else () for page in deck.pages]
        typed = [
            () if page.recognised is not None else lines
            for page, lines in zip(deck.pages, pages, strict=True)
        ]
        whole = self._language(_body(_said_once(typed)))
        return DeckLanguage(
            deck=self._language(_body(_said_once(pages))) if whole == UNDETERMINED else whole,
            pages=tuple(self._language(["\n".join(lines)]) for lines in pages),
        )

    def _language(self, texts: Iterable[str]) -> Language:
        """Return the language in which more than half of the letters are written.

        The confidence is the share of letters in that language, each text's by the detector's
        probabilities, less the doubt that little text leaves.
        """
        votes: defaultdict[str, float] = defaultdict(float)
        total = 0
        for text in _weighable(texts):
            size = letters(text)
            total += size
            for tag, probability in self._probabilities(text):
                votes[tag] += probability * size
        if not votes:
            return UNDETERMINED
        best = max(votes, key=lambda tag: (votes[tag], tag))
        confidence = votes[best] / total * (1 - DOUBT_LETTERS / total)
        if confidence <= HALF:
            return UNDETERMINED
        return Language(tag=best, confidence=round(confidence, 4))

    def _probabilities(self, text: str) -> list[tuple[str, float]]:
        """Return the languages with a probability above 0.1, best first, by their tags."""
        detector = self._factory.create()
        detector.append(text)
        try:
            found = detector.get_probabilities()
        except LangDetectException:
            return []
        return [(self._tags[language.lang], language.prob) for language in found]


def elective_tag(tag: str, expected: tuple[str, ...]) -> str:
    """Return the elective's tag for a language, or the tag itself where it has none or several."""
    fitting = [own for own in expected if own == tag.partition("-")[0] or own.startswith(f"{tag}-")]
    return tag if tag in expected or len(fitting) != 1 else fitting[0]


def _said_once(pages: Iterable[tuple[str, ...]]) -> list[str]:
    """Return each page's text without the lines that earlier pages had, such as footers."""
    seen: set[str] = set()
    texts = []
    for lines in pages:
        texts.append("\n".join(line for line in lines if line not in seen))
        seen.update(lines)
    return texts


def _body(texts: list[str]) -> list[str]:
    """Return the texts after the cover, or all where little follows it."""
    spoken = [text for text in texts if text]
    body = spoken[1:]
    return body if sum(map(letters, body)) >= BODY_LETTERS else spoken


def _weighable(texts: Iterable[str]) -> Iterator[str]:
    """Yield long texts one by one and the short ones as one, none without enough letters."""
    short = []
    for text in texts:
        if letters(text) >= ALONE_LETTERS:
            yield text
        else:
            short.append(text)
    rest = "\n".join(short)
    if letters(rest) >= LEAST_LETTERS:
        yield rest
