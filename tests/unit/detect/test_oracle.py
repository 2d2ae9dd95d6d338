"""langdetect is the oracle: its fast twin gives the same probabilities to the last bit."""

from __future__ import annotations

from typing import Any

import langdetect_rs
import pytest
from langdetect import DetectorFactory
from langdetect.detector_factory import PROFILES_DIRECTORY

from pipeline.detect.detector import SEED

SENTENCES = (
    "Cooperatives share what they earn among the people who work in them.",
    "Les communes peuvent acheter la nourriture aux paysans voisins à un prix juste.",
    "As cooperativas repartem o que ganham entre as pessoas que nelas trabalham.",
    "Las cooperativas reparten lo que ganan entre las personas que trabajan en ellas.",
    "Genossenschaften teilen, was sie verdienen, unter denen, die darin arbeiten.",
    "Hợp tác xã chia sẻ những gì họ kiếm được cho những người làm việc ở đó.",
    "Кооперативы делят заработанное между теми, кто в них работает.",
    "تتقاسم التعاونيات ما تكسبه بين الأشخاص الذين يعملون فيها.",
    "合作社把收入分给在其中工作的人。",
    "def share(earnings): return earnings / 2 # CO2 é 42 % de www.example.org",
)
TEXTS = (
    *SENTENCES,
    *(text[:24] for text in SENTENCES),
    *(text[6:30] for text in SENTENCES),
    *(text.upper() for text in SENTENCES[:3]),
    *(f"{one} {other}" for one in SENTENCES[:5] for other in SENTENCES),
    " ".join(SENTENCES * 40),
)


@pytest.fixture(scope="module")
def twins() -> tuple[Any, Any]:
    slow, fast = DetectorFactory(), langdetect_rs.DetectorFactory()
    slow.load_profile(PROFILES_DIRECTORY)
    fast.load_profile(langdetect_rs.PROFILES_DIRECTORY)
    return slow, fast


@pytest.mark.parametrize("seed", [SEED, 1, 2026])
def test_every_probability_is_that_of_langdetect(twins: tuple[Any, Any], seed: int) -> None:
    for text in TEXTS:
        assert probabilities(twins[1], seed, text) == probabilities(twins[0], seed, text), text


def probabilities(factory: Any, seed: int, text: str) -> list[tuple[str, float]]:
    factory.set_seed(seed)
    detector = factory.create()
    detector.append(text)
    return [(language.lang, language.prob) for language in detector.get_probabilities()]
