from __future__ import annotations

from difflib import get_close_matches

import pytest

from pipeline.evaluate.entities import corpora
from pipeline.evaluate.entities.contractions import join
from pipeline.evaluate.entities.duplicates import without_duplicates
from pipeline.evaluate.entities.sentences import Sentence, Span, Token, from_tokens, typeset
from training.augment import slide_variants, without_accents
from training.guideline import without_openings
from training.vectors import spelt


def names(sentence):
    return [(sentence.text[start:end], label) for start, end, label in sentence.spans]


def tokens(text):
    return [Token(*word.split("/")) for word in text.split()]


def test_tags_become_spans_of_running_text():
    sentence = from_tokens(tokens("a/O Maria/B-PER Silva/I-PER em/O Lisboa/B-LOC Porto/B-LOC"))
    assert sentence.text == "a Maria Silva em Lisboa Porto"
    assert names(sentence) == [("Maria Silva", "PER"), ("Lisboa", "LOC"), ("Porto", "LOC")]


def test_punctuation_is_set_without_a_blank_before_it_and_a_hyphen_in_a_name_without_any():
    words = [("Lisboa", "B-LOC"), (",", "O"), ("(", "O"), ("Porto", "B-LOC"), (")", "O")]
    assert from_tokens(typeset(words)).text == "Lisboa, (Porto)"
    words = [("Ross", "B-PER"), ("-", "I-PER"), ("Ito", "I-PER"), ("-", "O"), ("Rome", "B-LOC")]
    assert from_tokens(typeset(words)).text == "Ross-Ito - Rome"


@pytest.mark.parametrize(
    ("split", "joined"),
    [
        ("de/O os/O alunos/O", "dos alunos"),
        ("Em/O o/O Porto/B-LOC", "No Porto"),
        ("a/O as/O escolas/O por/O o/O rio/O", "às escolas pelo rio"),
        ("a/O aquele/O e/O de/O estas/O", "àquele e destas"),
        ("em/O um/O bar/O", "em um bar"),
        ("de/O O/B-ORG Globo/I-ORG", "de O Globo"),
    ],
)
def test_contractions_are_joined_as_they_are_written(split, joined):
    assert from_tokens(join(tokens(split))).text == joined


def test_a_contraction_inside_a_name_stays_inside_and_one_before_it_outside():
    inside = from_tokens(join(tokens("Universidade/B-ORG de/I-ORG o/I-ORG Porto/I-ORG")))
    assert names(inside) == [("Universidade do Porto", "ORG")]
    before = from_tokens(join(tokens("em/O o/O Porto/B-LOC")))
    assert names(before) == [("Porto", "LOC")]


def test_sentences_that_share_eight_words_are_one():
    long = "um dois três quatro cinco seis sete oito nove dez"
    given = [Sentence(text, ()) for text in (long, f"antes {long} depois", "Lisboa", "LISBOA")]
    assert [s.text for s in without_duplicates(given, set())] == [long, "Lisboa"]


def test_slide_variants_are_the_same_for_the_same_seed_and_keep_names_in_place():
    text = "A Maria Silva trabalha desde sempre na Universidade do Porto."
    spans = (Span(2, 13, "PER"), Span(39, 60, "ORG"))
    sentences = [Sentence(text, spans), Sentence("Lisboa cresce.", (Span(0, 6, "LOC"),))] * 40
    variants = list(slide_variants(sentences, "pt", seed=1))
    assert variants == list(slide_variants(sentences, "pt", seed=1))
    known = {"maria silva", "universidade do porto", "lisboa"}
    found = {name.lower() for each in variants for name, _ in names(each)}
    assert found > known
    assert all(get_close_matches(name, known, cutoff=0.8) for name in found), "misspelt, no more"
    assert any(each.text.isupper() for each in variants)
    assert any(each.text.islower() for each in variants)
    assert any(each.text.startswith("• ") for each in variants)


def test_accents_go_without_moving_a_character():
    assert without_accents("São João, ação") == "Sao Joao, acao"


def test_universal_ner_is_read_with_its_blanks(tmp_path):
    file = tmp_path / "a.iob2"
    rows = (
        "1\tPorto\tB-LOC\t-\t-\n2\t,\tO\t-\t-\n3\tde\tO\t-\t-\n4\to\tO\t-\t-\n5\tPT\tB-ORG\t-\t-\n"
    )
    file.write_text(f"# sent_id = 1\n# text = Porto, de o PT\n{rows}\n", "utf-8")
    (sentence,) = corpora.uner_portuguese(file)
    assert sentence.text == "Porto, do PT"
    assert names(sentence) == [("Porto", "LOC"), ("PT", "ORG")]


def test_io_tags_without_prefix_are_read_and_other_labels_left_out(tmp_path):
    file = tmp_path / "a.txt"
    file.write_text("Em\tTEMPO\n1947\tTEMPO\nJoão\tPESSOA\nSá\tPESSOA\ncom\tO\nEMI\tORGANIZACAO\n")
    (sentence,) = corpora.conll(file)
    assert names(sentence) == [("João Sá", "PER"), ("EMI", "ORG")]


@pytest.mark.parametrize(
    ("text", "span", "name"),
    [
        ("the Alps", Span(0, 8, "LOC"), "Alps"),
        ("o rio da Prata", Span(2, 14, "LOC"), "Prata"),
        ("tampa bay", Span(0, 9, "LOC"), "tampa bay"),
        ("Mr. Bean", Span(0, 8, "PER"), "Bean"),
        ("Dr No", Span(0, 5, "PER"), "No"),
        ("de Gaulle", Span(0, 9, "PER"), "de Gaulle"),
        ("the Beatles", Span(0, 11, "ORG"), "Beatles"),
        ("Drake", Span(0, 5, "PER"), "Drake"),
    ],
)
def test_names_begin_after_articles_titles_and_kinds_of_places(text, span, name):
    ((found, _),) = names(without_openings(Sentence(text, (span,))))
    assert found == name


def test_other_spellings_of_a_word_share_its_vector_unless_they_are_words_themselves():
    rows = spelt(["Évora", "evora"])
    assert rows == {"Évora": 0, "ÉVORA": 0, "évora": 0, "Evora": 0, "EVORA": 0, "evora": 1}
