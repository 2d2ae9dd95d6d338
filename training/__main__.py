"""Makes the project's entity model from annotated corpora: `python -m training`."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from training.publish import publish
from training.recipe import RECIPES, START, prepare
from training.train import train

_MODELS = Path(__file__).parents[1] / "pipeline" / "tag" / "models"


def main(arguments: Sequence[str]) -> None:
    """Train one model for the languages that are asked for, for all without an argument."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("language", nargs="*", choices=[[], *sorted(RECIPES)], default=[])
    parser.add_argument("--corpus", type=Path, default=Path("../shared/corpus/ner"))
    parser.add_argument("--models", type=Path, default=_MODELS, help="where the model goes")
    parser.add_argument("--steps", type=int, default=4_000)
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args(arguments)
    recipes = [RECIPES[language] for language in sorted(options.language or RECIPES)]
    data = {each.language: prepare(each, options.corpus, seed=options.seed) for each in recipes}
    with tempfile.TemporaryDirectory() as work:
        nlp = train(data, Path(work), start=START, steps=options.steps, seed=options.seed)
        publish(nlp, recipes, options.models / "elective_ner")


if __name__ == "__main__":
    main(sys.argv[1:])
