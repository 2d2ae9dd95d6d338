"""Lets Annif's MLLM and TF-IDF backends tag the gold set; run in an environment with Annif alone.

elective-index evaluate-themes --texts texts.json
python training/annif_suggest.py texts.json pipeline/tag/vocabulary/sse.ttl work suggestions.json

Both learn, one project a language, from the gold texts of the other folds, so that no text, nor a
translation of it, is in training and test at once. TF-IDF, which knows of a concept what it has
read about it, also learns from the vocabulary: labels, scope note and definition of each concept
are a document. MLLM learns which of the labels that it finds are to be kept; these make it worse.
Punkt's data cannot be had everywhere: it is trained here on all texts, without their themes.
"""

from __future__ import annotations

import csv
import importlib.metadata
import json
import os
import subprocess
import sys
from collections import defaultdict
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory

from nltk.tokenize.punkt import PunktTrainer, save_punkt_params
from rdflib import RDF, SKOS, Graph

LANGUAGES = {"en": "english", "fr": "french", "pt": "portuguese"}
FOLDS = 4
DEPTH = 5
PROGRAMS = {
    "Annif MLLM": ("mllm", False),
    "Annif TF-IDF": ("tfidf", True),
}

Document = tuple[str, list[str]]


def train_punkt(texts: list[str], folder: Path) -> None:
    """Put Punkt's parameters where NLTK looks for them."""
    trainer = PunktTrainer("\n".join(texts))
    target = folder / "tokenizers" / "punkt_tab" / "english"
    target.mkdir(parents=True, exist_ok=True)
    save_punkt_params(trainer.get_params(), dir=str(target))


def concept_documents(graph: Graph, language: str) -> list[Document]:
    """Return what the vocabulary says about each of its concepts in a language."""
    parts = (SKOS.prefLabel, SKOS.altLabel, SKOS.scopeNote, SKOS.definition)
    return [
        (
            ". ".join(
                str(text)
                for part in parts
                for text in sorted(graph.objects(concept, part))
                if text.language == language or part == SKOS.definition
            ),
            [str(concept)],
        )
        for concept in sorted(graph.subjects(RDF.type, SKOS.Concept))
    ]


def write_corpus(path: Path, documents: list[Document]) -> None:
    """Write documents with their subjects in Annif's short text format."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter="\t", quoting=csv.QUOTE_NONE, quotechar=None)
        for text, subjects in documents:
            uris = " ".join(f"<{uri}>" for uri in subjects)
            writer.writerow((" ".join(text.split()), uris))


def main(texts_file: str, vocabulary: str, work: str, target: str) -> None:
    """Train, suggest and write the suggestions with how they came about."""
    texts = json.loads(Path(texts_file).read_text(encoding="utf-8"))
    graph = Graph().parse(vocabulary)
    base = str(next(graph.subjects(RDF.type, SKOS.ConceptScheme)))
    folder = Path(work).resolve()
    train_punkt([item["text"] for item in texts], folder / "nltk")
    (folder / "projects.cfg").write_text(_projects(), encoding="utf-8")
    annif = Annif(folder)
    annif.run("load-vocab", "--force", "sse", str(Path(vocabulary).resolve()))
    names = sorted({item["judgement"] for item in texts})
    fold = {name: number % FOLDS for number, name in enumerate(names)}
    suggestions: dict[str, dict[str, list[str]]] = defaultdict(dict)
    for language, number in product(LANGUAGES, range(FOLDS)):
        own = [item for item in texts if item["language"].startswith(language)]
        asked = [item for item in own if fold[item["judgement"]] == number]
        gold = [
            (item["text"], [base + theme for theme in item["themes"]])
            for item in own
            if item not in asked and item["themes"]
        ]
        for program, (backend, with_concepts) in PROGRAMS.items():
            concepts = concept_documents(graph, language) if with_concepts else []
            found = annif.suggest(f"{backend}-{language}", gold + concepts, asked)
            for item, uris in zip(asked, found, strict=True):
                suggestions[program][item["id"]] = [uri.removeprefix(base) for uri in uris]
    about = {
        "Annif": importlib.metadata.version("annif"),
        "Annif was trained on": f"the gold texts of the other of {FOLDS} folds in the same "
        "language; TF-IDF on what the vocabulary says of its concepts, too",
    }
    Path(target).write_text(
        json.dumps({"about": about, "suggestions": suggestions}, ensure_ascii=False, indent=1)
        + "\n",
        encoding="utf-8",
    )


class Annif:
    """Annif's command line in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._environment = {**os.environ, "NLTK_DATA": str(folder / "nltk")}

    def run(self, *arguments: str) -> None:
        """Run one command; raises CalledProcessError where it fails."""
        annif = Path(sys.executable).with_name("annif")
        subprocess.run(  # noqa: S603 - the arguments are our own
            [str(annif), *arguments], cwd=self._folder, env=self._environment, check=True
        )

    def suggest(
        self, project: str, learned: list[Document], asked: list[dict[str, str]]
    ) -> list[list[str]]:
        """Train a project and return the URIs that it suggests for each text, best first."""
        write_corpus(self._folder / "train.tsv", learned)
        self.run("train", project, "train.tsv")
        with TemporaryDirectory(dir=self._folder) as texts:
            files = [Path(texts) / f"{number:03}.txt" for number in range(len(asked))]
            for file, item in zip(files, asked, strict=True):
                file.write_text(item["text"], encoding="utf-8")
            self.run("index", "--limit", str(DEPTH), project, texts)
            answers = [file.with_suffix(".annif").read_text(encoding="utf-8") for file in files]
        return [
            [line.split("\t")[0].strip("<>") for line in answer.splitlines()] for answer in answers
        ]


def _projects() -> str:
    return "\n".join(
        f"[{backend}-{tag}]\nname={backend} {tag}\nlanguage={tag}\nbackend={backend}\n"
        f"analyzer=snowball({name})\nvocab=sse\nlimit=100\nuse_hidden_labels=true\n"
        for backend in ("mllm", "tfidf")
        for tag, name in LANGUAGES.items()
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
