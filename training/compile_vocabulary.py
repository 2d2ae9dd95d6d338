"""Compiles our vocabulary: `python training/compile_vocabulary.py [--check]`.

The compiled form is committed beside the vocabulary, so that no first run waits for it; with
`--check` nothing is written, and the status is 1 when it is behind the vocabulary or the code.
Vectors are compared by nearness: their last bits differ from processor to processor.
"""

from __future__ import annotations

import sys
from pathlib import Path

import msgspec
import numpy as np

from pipeline.encode import unpack
from pipeline.kept import COMPILED, CompiledVocabulary, compiled_form, compiled_with_vectors
from pipeline.settings import OWN_VOCABULARY
from pipeline.tag import Vocabulary

#: Half precision keeps three digits.
TOLERANCE = 2e-3


def main(arguments: list[str]) -> int:
    """Write or check the compiled vocabulary; return the exit status."""
    path = OWN_VOCABULARY.with_suffix(COMPILED)
    vocabulary = compiled_with_vectors(OWN_VOCABULARY)
    if "--check" not in arguments:
        path.write_bytes(compiled_form(OWN_VOCABULARY, vocabulary))
        return 0
    if is_current(path, compiled_form(OWN_VOCABULARY, vocabulary)):
        return 0
    print(f"{path.name} is behind the vocabulary. Run: make vocabulary")
    return 1


def is_current(path: Path, expected: bytes) -> bool:
    """Tell whether a compiled vocabulary says what it would say if it were compiled now."""
    if not path.is_file():
        return False
    there, now = (
        msgspec.msgpack.decode(encoded, type=CompiledVocabulary)
        for encoded in (path.read_bytes(), expected)
    )
    vectors = [
        unpack(each.vocabulary.vectors, each.vocabulary.vector_size) for each in (there, now)
    ]
    near = vectors[0].shape == vectors[1].shape and np.allclose(*vectors, atol=TOLERANCE)
    return near and there.source == now.source and _words(there) == _words(now)


def _words(compiled: CompiledVocabulary) -> Vocabulary:
    return msgspec.structs.replace(compiled.vocabulary, vectors=b"")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
