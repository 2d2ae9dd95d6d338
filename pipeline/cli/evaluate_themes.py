"""`elective-index evaluate-themes`: how good the themes are, as a person or a script reads it."""

from __future__ import annotations

from pathlib import Path

import msgspec
from rich.console import Console
from rich.table import Table

from pipeline.cli.main import Exit
from pipeline.cli.speaking import print_json
from pipeline.encode import UniversalSentenceEncoder
from pipeline.evaluate.gold import GoldDeck, GoldSet, read_gold
from pipeline.evaluate.themes import (
    Agreement,
    Scores,
    Suggestions,
    across_languages,
    agreement,
    read_others,
    score,
    suggest,
)
from pipeline.settings import OWN_VOCABULARY
from pipeline.tag import ThemeTagger, compile_vocabulary, with_vectors

OWN = "elective-index"


class Report(msgspec.Struct, frozen=True):
    """All figures: scores by program and part of the gold set, agreement by program and deck."""

    passes: Agreement
    scores: dict[str, dict[str, Scores]]
    across_languages: dict[str, dict[str, float]]
    about_others: dict[str, str]


def evaluate_themes(folder: Path, sample: Path, others: Path | None, *, as_json: bool) -> Exit:
    """Measure the themes on a gold set, those of other programs beside them."""
    try:
        gold = read_gold(folder, sample)
        other = read_others(others) if others else None
    except (FileNotFoundError, msgspec.MsgspecError) as error:
        Console(stderr=True).print(f"[bold red]The gold set cannot be read.[/] {error}")
        return Exit.FAILED
    encoder = UniversalSentenceEncoder()
    tagger = ThemeTagger(with_vectors(compile_vocabulary(OWN_VOCABULARY), encoder))
    programs: dict[str, Suggestions] = {
        OWN: suggest(gold, tagger, encoder),
        f"{OWN}, words alone": suggest(gold, tagger, None),
    }
    if other:
        programs.update(other.suggestions)
    report = Report(
        passes=agreement(gold),
        scores={name: _by_part(gold, given) for name, given in programs.items()},
        across_languages={name: across_languages(gold, given) for name, given in programs.items()},
        about_others=other.about if other else {},
    )
    if as_json:
        print_json(report)
    else:
        _show(report)
    return Exit.DONE


def write_texts(folder: Path, sample: Path, target: Path) -> None:
    """Write what is to be tagged, for other programs: id, judgement, language, text, themes."""
    gold = read_gold(folder, sample)
    texts = [
        {
            "id": item.id,
            "judgement": item.judgement,
            "language": item.language.deck.tag,
            "text": "\n".join(page.text for page in item.deck.pages),
            "themes": gold.judgements[item.judgement].themes,
        }
        for item in gold.decks
    ]
    target.write_bytes(msgspec.json.format(msgspec.json.encode(texts), indent=1))


def _by_part(gold: GoldSet, suggestions: Suggestions) -> dict[str, Scores]:
    return {part: score(gold, decks, suggestions) for part, decks in _parts(gold).items()}


def _parts(gold: GoldSet) -> dict[str, list[GoldDeck]]:
    judged = gold.judgements
    texts = [item for item in gold.decks if not judged[item.judgement].files]
    languages = sorted({item.language.deck.tag for item in gold.decks})
    return {
        "all": list(gold.decks),
        "sample decks": [item for item in gold.decks if judged[item.judgement].files],
        "pages": [item for item in texts if not judged[item.judgement].aside],
        "pages kept aside": [item for item in texts if judged[item.judgement].aside],
        **{tag: [d for d in gold.decks if d.language.deck.tag == tag] for tag in languages},
    }


def _show(report: Report) -> None:
    console = Console()
    console.print(
        f"Two passes of the judge: Jaccard {report.passes.jaccard:.2f}, "
        f"kappa {report.passes.kappa:.2f}"
    )
    table = Table(title="Themes against the gold set", title_justify="left", title_style="bold")
    for column in ("program", "part", "decks", "F1@5", "NDCG@5", "intruders"):
        table.add_column(column)
    for program, parts in report.scores.items():
        for part, item in parts.items():
            figures = (f"{item.f1:.1%}", f"{item.ndcg:.3f}", str(item.intruders))
            table.add_row(program, part, str(item.decks), *figures)
        table.add_section()
    console.print(table)
    for program, decks in report.across_languages.items():
        mean = sum(decks.values()) / max(len(decks), 1)
        each = ", ".join(f"{name} {value:.2f}" for name, value in decks.items())
        console.print(f"Same themes across languages, {program}: {mean:.2f} ({each})")
    for name, value in report.about_others.items():
        console.print(f"{name}: {value}", highlight=False)
