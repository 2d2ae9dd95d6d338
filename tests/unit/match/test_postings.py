from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.match.postings import Postings

weights = st.dictionaries(st.sampled_from("abcdef"), st.floats(0, 10), max_size=5)


@given(st.lists(weights, max_size=6), weights)
def test_the_total_is_what_adding_text_by_text_gives(
    texts: list[dict[str, float]], strengths: dict[str, float]
) -> None:
    plain = [sum(text.get(word, 0) * given for word, given in strengths.items()) for text in texts]
    assert Postings(texts).total(strengths) == pytest.approx(np.array(plain))


def test_words_that_no_text_holds_are_not_known() -> None:
    assert Postings([{"a": 1.0}, {}]).known(["a", "b"]) == {"a"}
