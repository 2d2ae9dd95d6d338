from __future__ import annotations

import pytest

from pipeline.evaluate.entities.sets import annotated_sets

FORMS = {
    "two columns": "João\tB-PER\nSá\tI-PER\nem\tO\nLisboa\tB-LOC\n",
    "two columns with blanks": "João B-PER\nSá I-PER\nem O\nLisboa B-LOC\n",
    "labels alone": "João\tPESSOA\nSá\tPESSOA\nem\tO\nLisboa\tLOCAL\n",
    "numbered": "0\tJoão\tB-PER\n1\tSá\tI-PER\n2\tem\tO\n3\tLisboa\tB-LOC\n",
    "prefixed": "pt:João\tB-PER\npt:Sá\tI-PER\npt:em\tO\npt:Lisboa\tB-LOC\n",
    "universal": "# text = João Sá em Lisboa\n"
    "1\tJoão\tB-PER\t-\t-\n2\tSá\tI-PER\t-\t-\n3\tem\tO\t-\t-\n4\tLisboa\tB-LOC\t-\t-\n",
}


def written(folder, name, text):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


@pytest.mark.parametrize("form", FORMS)
def test_a_set_is_read_whatever_its_columns_are(tmp_path, form):
    written(tmp_path, "pt_news/test.iob2", FORMS[form])
    ((name, language, sentences),) = annotated_sets(tmp_path)
    assert (name, language) == ("pt_news/test.iob2", "pt")
    (sentence,) = sentences
    assert sentence.text == "João Sá em Lisboa"
    assert [(sentence.text[s:e], label) for s, e, label in sentence.spans] == [
        ("João Sá", "PER"),
        ("Lisboa", "LOC"),
    ]


def test_the_nearest_name_that_begins_with_a_language_says_it(tmp_path):
    written(tmp_path, "mixed/fr_val.conllu", FORMS["numbered"])
    written(tmp_path, "en_all/dev", FORMS["two columns"])
    written(tmp_path, "unknown/dev", FORMS["two columns"])
    assert [(each.name, each.language) for each in annotated_sets(tmp_path)] == [
        ("en_all/dev", "en"),
        ("mixed/fr_val.conllu", "fr"),
    ]


def test_other_files_are_passed_over_and_sentences_stand_once(tmp_path):
    written(tmp_path, "pt_a/README.md", "# A set\n\nIt is about names.\n")
    written(tmp_path, "pt_a/LICENSE.txt", "This work is free\n")
    written(tmp_path, "pt_a/empty.conll", "")
    written(tmp_path, "pt_a/test.conll", FORMS["two columns"] + "\n" + FORMS["two columns"])
    ((name, _, sentences),) = annotated_sets(tmp_path)
    assert name == "pt_a/test.conll"
    assert len(sentences) == 1
