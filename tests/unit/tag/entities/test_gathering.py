from __future__ import annotations

from pipeline.records.tags import EntityLabel
from pipeline.tag.entities.gathering import entities, settled
from pipeline.tag.entities.mentions import Mention
from pipeline.tag.entities.segments import Segment

PERSON, ORG, LOC = EntityLabel.PERSON, EntityLabel.ORG, EntityLabel.LOC


def deck(*texts, language="en"):
    return [Segment(page, language, text) for page, text in enumerate(texts, 1)]


def said(segment, name, label, announced=False):
    start = segment.text.index(name)
    return Mention(segment, start, start + len(name), label, announced)


def gathered(segments, *mentions):
    return [
        (each.text, each.label, each.pages, each.count)
        for each in entities(settled(segments, mentions))
    ]


def test_a_name_found_once_is_counted_wherever_it_stands():
    segments = deck("CoopCycle", "We work with CoopCycle in Paris", "COOPCYCLE and coopcycle.org")
    found = gathered(segments, said(segments[1], "CoopCycle", ORG))
    assert found == [("CoopCycle", ORG, (1, 2, 3), 3)]


def test_a_name_has_one_label_that_of_most_mentions():
    segments = deck("Dakar is big", "we met in Dakar", "the port of Dakar")
    labels = (PERSON, LOC, LOC)
    mentions = [said(s, "Dakar", label) for s, label in zip(segments, labels, strict=True)]
    assert gathered(segments, *mentions) == [("Dakar", LOC, (1, 2, 3), 3)]


def test_a_title_outweighs_what_the_model_says_twice():
    segments = deck("Mr. Abdoul Dia spoke", "thanks to Abdoul Dia", "with Abdoul Dia")
    mentions = [
        said(segments[0], "Abdoul Dia", PERSON, announced=True),
        said(segments[1], "Abdoul Dia", ORG),
        said(segments[2], "Abdoul Dia", ORG),
    ]
    assert gathered(segments, *mentions) == [("Abdoul Dia", PERSON, (1, 2, 3), 3)]


def test_a_heading_whose_words_stand_in_lower_case_elsewhere_is_no_name():
    segments = deck("Local Economic Development", "why local development is economic")
    assert gathered(segments, said(segments[0], "Local Economic Development", ORG)) == []


def test_a_name_whose_words_are_ordinary_stays_where_capitals_tell():
    segments = deck("Casa do Impacto", "uma casa com impacto", "visite hoje a Casa do Impacto")
    mentions = [said(segments[n], "Casa do Impacto", ORG) for n in (0, 2)]
    assert gathered(segments, *mentions) == [("Casa do Impacto", ORG, (1, 3), 2)]


def test_a_heading_of_ordinary_words_is_no_name_even_where_it_stands_alone():
    segments = deck("Legal Framework")
    assert gathered(segments, said(segments[0], "Legal Framework", ORG)) == []


def test_an_ordinary_word_at_the_head_of_a_line_is_no_place_but_may_be_one_alone():
    segments = deck("Partenaires : Nantes", "Bénin", language="fr")
    mentions = [said(segments[0], "Partenaires", LOC), said(segments[1], "Bénin", LOC)]
    assert [text for text, *_ in gathered(segments, *mentions)] == ["Bénin"]


def test_an_ordinary_word_alone_on_its_line_is_nobody_but_may_be_a_portuguese_town():
    segments = deck("Propõe", "Setúbal", language="pt")
    mentions = [said(segments[0], "Propõe", PERSON), said(segments[1], "Setúbal", LOC)]
    assert [text for text, *_ in gathered(segments, *mentions)] == ["Setúbal"]


def test_an_acronym_of_ordinary_words_is_no_organisation():
    segments = deck("The Social and Solidarity Economy (SSE)", "SSE in Africa")
    assert gathered(segments, said(segments[1], "SSE", ORG)) == []


def test_an_acronym_is_understood_where_the_deck_writes_it_out_elsewhere():
    heading = deck("What Is the Social and Solidarity Economy?", "SSE in Africa")
    assert gathered(heading, said(heading[1], "SSE", ORG)) == []
    texts = ("une économie sociale et solidaire", "l'économie sociale et solidaire", "ESS au Mali")
    twice = deck(*texts, language="fr")
    assert gathered(twice, said(twice[2], "ESS", ORG)) == []
    body = deck("the International Labour Organization", "ILO in Africa")
    assert gathered(body, said(body[1], "ILO", ORG)) == [("ILO", ORG, (2,), 1)]


def test_initials_that_coincide_once_say_nothing():
    segments = deck("in long online meetings", "ILO in Africa")
    assert gathered(segments, said(segments[1], "ILO", ORG)) == [("ILO", ORG, (2,), 1)]


def test_an_acronym_skips_what_follows_a_hyphen():
    segments = deck("International Co-operative Alliance (ICA)", "the ICA says")
    mention = said(segments[0], "International Co-operative Alliance", ORG)
    assert gathered(segments, mention)[0] == ("ICA", ORG, (1, 2), 2)


def test_an_acronym_before_its_expansion_is_understood_too():
    segments = deck("ESS – économie sociale et solidaire", "l'ESS en pratique", language="fr")
    assert gathered(segments, said(segments[1], "ESS", ORG)) == []


def test_a_notion_of_the_vocabulary_is_no_name_unless_a_title_announces_it():
    segments = deck("SSE in Africa", "Ms. Grace Commons works on Commons")
    mentions = [
        said(segments[0], "SSE", ORG),
        said(segments[0], "Africa", LOC),
        said(segments[1], "Grace Commons", PERSON, announced=True),
    ]
    found = entities(settled(segments, mentions, {("sse",), ("grace", "commons")}))
    assert [each.text for each in found] == ["Africa", "Grace Commons"]


def test_an_acronym_of_a_body_is_an_organisation_like_it():
    segments = deck("International Labour Organization (ILO)", "the ILO says")
    mention = said(segments[0], "International Labour Organization", ORG)
    assert gathered(segments, mention) == [
        ("ILO", ORG, (1, 2), 2),
        ("International Labour Organization", ORG, (1,), 1),
    ]


def test_the_longer_name_takes_the_words_that_it_shares():
    segments = deck("Université Sorbonne Paris Nord", "rendez-vous à Paris", language="fr")
    found = gathered(
        segments,
        said(segments[0], "Université Sorbonne Paris Nord", ORG),
        said(segments[1], "Paris", LOC),
    )
    assert found == [("Paris", LOC, (2,), 1), ("Université Sorbonne Paris Nord", ORG, (1,), 1)]


def test_the_usual_spelling_is_shown_and_capitals_only_where_there_is_no_other():
    segments = deck("BANCO PALMAS", "BANCO PALMAS", "o Banco Palmas empresta", language="pt")
    mentions = [said(segments[0], "BANCO PALMAS", ORG), said(segments[2], "Banco Palmas", ORG)]
    assert gathered(segments, *mentions) == [("Banco Palmas", ORG, (1, 2, 3), 3)]


def test_a_surname_alone_is_the_one_person_who_bears_it():
    segments = deck("Elinor Ostrom", "as Ostrom wrote", "after Ostrom (1990)")
    mentions = [said(segments[0], "Elinor Ostrom", PERSON), said(segments[1], "Ostrom", ORG)]
    assert gathered(segments, *mentions) == [("Elinor Ostrom", PERSON, (1, 2, 3), 3)]


def test_a_surname_of_two_people_is_left_open():
    segments = deck("Ana Lima", "Rui Lima", "Lima writes")
    mentions = [
        said(segments[0], "Ana Lima", PERSON),
        said(segments[1], "Rui Lima", PERSON),
        said(segments[2], "Lima", PERSON),
    ]
    assert [text for text, *_ in gathered(segments, *mentions)] == ["Ana Lima", "Lima", "Rui Lima"]


def test_a_place_that_is_someones_surname_stays_a_place():
    segments = deck("Jean Paris", "we met in Paris")
    mentions = [said(segments[0], "Jean Paris", PERSON), said(segments[1], "Paris", LOC)]
    assert [label for _, label, *_ in gathered(segments, *mentions)] == [PERSON, LOC]


def test_entities_stand_by_count_then_by_text():
    segments = deck("Roma and Accra", "Roma and Bamako")
    mentions = [said(segments[0], name, LOC) for name in ("Roma", "Accra")]
    mentions.append(said(segments[1], "Bamako", LOC))
    assert [text for text, *_ in gathered(segments, *mentions)] == ["Roma", "Accra", "Bamako"]
