"""Makes the project's entity models from annotated corpora: `python -m training`."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import spacy

from training.publish import publish
from training.recipe import RECIPES, prepare
from training.teacher import Teacher
from training.train import train

_MODELS = Path(__file__).parents[1] / "pipeline" / "tag" / "models"
_SHIPPED = ("pt",)


def main(arguments: Sequence[str]) -> None:
    """Train the models that are asked for, the shipped ones without an argument."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("language", nargs="*", choices=[[], *sorted(RECIPES)], default=[])
    parser.add_argument("--corpus", type=Path, default=Path("../shared/corpus/ner"))
    parser.add_argument("--models", type=Path, default=_MODELS, help="where the models go")
    parser.add_argument("--steps", type=int, help="instead of the recipe's")
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args(arguments)
    for language in options.language or _SHIPPED:
        recipe = RECIPES[language]
        start = spacy.load(recipe.start) if recipe.start else None
        teacher = Teacher(start) if start else None
        data = prepare(recipe, options.corpus, teacher, seed=options.seed)
        with tempfile.TemporaryDirectory() as work:
            nlp = train(
                language,
                data,
                Path(work),
                start=start,
                steps=options.steps or recipe.steps,
                seed=options.seed,
            )
            publish(nlp, recipe, options.models / f"{language}_elective_ner")


if __name__ == "__main__":
    main(sys.argv[1:])
