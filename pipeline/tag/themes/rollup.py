"""The themes of a session, a day or an elective, from those of its resources."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable

from pipeline.records.tags import Theme
from pipeline.tag.themes.tagger import MAX_THEMES


def roll_up(themes_of_resources: Iterable[tuple[Theme, ...]]) -> tuple[Theme, ...]:
    """Return the themes of several resources together, best first, without evidence.

    A score is the mean over the resources that have themes, 0 where one lacks this theme; the
    order of the resources makes no difference.
    """
    tagged = [themes for themes in themes_of_resources if themes]
    scores: defaultdict[str, list[float]] = defaultdict(list)
    labels: dict[str, dict[str, str]] = {}
    for themes in tagged:
        for theme in themes:
            scores[theme.id].append(theme.score)
            labels[theme.id] = theme.label
    means = {concept: round(math.fsum(found) / len(tagged), 4) for concept, found in scores.items()}
    best = sorted(means, key=lambda concept: (-means[concept], concept))[:MAX_THEMES]
    return tuple(Theme(id=id_, label=labels[id_], score=means[id_]) for id_ in best)
