from __future__ import annotations

import pytest

from pipeline.evaluate.entities import corpora
from pipeline.evaluate.entities.contractions import join
from pipeline.evaluate.entities.duplicates import without_duplicates
from pipeline.evaluate.entities.sentences import Sentence, Span, Token, from_tokens, typeset
from training.augment import slide_variants, without_accents


def names(sentence):
    return [(sentence.text[start:end], label) for start, end, label in sentence.spans]


def tokens(text):
    return [Token(*word.split("/")) for word in text.split()]


def test_tags_become_spans_of_running_text():
    sentence = from_tokens(tokens("a/O Maria/B-PER Silva/I-PER em/O Lisboa/B-LOC Porto/B-LOC"))
    assert sentence.text == "a Maria Silva em Lisboa Porto"
    assert names(sentence) == [("Maria Silva", "PER"), ("Lisboa", "LOC"), ("Porto", "LOC")]


def test_punctuation_is_set_without_a_blank_before_it():
    words = [("Lisboa", "B-LOC"), (",", "O"), ("(", "O"), ("Porto", "B-LOC"), (")", "O")]
    assert from_tokens(typeset(words)).text == "Lisboa, (Porto)"


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
    assert {name.lower() for each in variants for name, _ in names(each)} == known
    assert any(each.text.isupper() for each in variants)
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
