from __future__ import annotations

from pipeline.records.tags import Theme, ThemeEvidence
from pipeline.tag.themes import roll_up


def theme(name: str, score: float) -> Theme:
    evidence = (ThemeEvidence(page=1, phrase=name),)
    return Theme(
        id=f"https://example.org/{name}", label={"en": name}, score=score, evidence=evidence
    )


def rolled_up(*resources: tuple[Theme, ...]) -> list[tuple[str, float]]:
    return [(theme.label["en"], theme.score) for theme in roll_up(resources)]


def test_a_score_is_the_mean_over_the_resources() -> None:
    english = (theme("commons", 0.8), theme("care", 0.3))
    french = (theme("commons", 0.5),)
    assert rolled_up(english, french) == [("commons", 0.65), ("care", 0.15)]


def test_a_resource_without_themes_takes_nothing_away() -> None:
    assert rolled_up((theme("commons", 0.8),), ()) == [("commons", 0.8)]


def test_themes_of_one_score_stand_by_uri() -> None:
    assert rolled_up((theme("b", 0.4),), (theme("a", 0.4),)) == [("a", 0.2), ("b", 0.2)]


def test_the_order_of_the_resources_makes_no_difference() -> None:
    resources = [(theme("a", 0.1), theme("b", 0.7)), (theme("a", 0.2),), (theme("a", 0.3),)]
    assert roll_up(resources) == roll_up(reversed(resources))


def test_evidence_stays_with_the_resources() -> None:
    assert roll_up([(theme("commons", 0.8),)])[0].evidence == ()


def test_at_most_twelve_themes_are_kept() -> None:
    assert len(roll_up([tuple(theme(str(n), 0.5) for n in range(20))])) == 12


def test_nothing_rolls_up_to_nothing() -> None:
    assert roll_up([]) == ()
    assert roll_up([(), ()]) == ()
