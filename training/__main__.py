"""Makes the project's entity models from annotated corpora: `python -m training`."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from training.publish import publish
from training.recipe import MODELS, prepare
from training.train import train

_MODELS = Path(__file__).parents[1] / "pipeline" / "tag" / "models"


def main(arguments: Sequence[str]) -> None:
    """Train the models that are asked for, all without an argument."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("model", nargs="*", choices=[[], *MODELS], default=[])
    parser.add_argument("--corpus", type=Path, default=Path("../shared/corpus/ner"))
    parser.add_argument("--models", type=Path, default=_MODELS, help="where the models go")
    parser.add_argument("--seed", type=int, default=8)
    options = parser.parse_args(arguments)
    for model in map(MODELS.__getitem__, options.model or MODELS):
        data = {
            each.language: prepare(each, options.corpus, seed=options.seed)
            for each in model.recipes
        }
        with tempfile.TemporaryDirectory() as work:
            nlp = train(data, Path(work), model=model, seed=options.seed)
            publish(nlp, model, options.models / model.name)


if __name__ == "__main__":
    main(sys.argv[1:])
