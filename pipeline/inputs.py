"""All that an index depends on beside the program itself."""

from __future__ import annotations

import hashlib

import msgspec

from pipeline.records.decisions import Decisions
from pipeline.records.files import Inventory
from pipeline.records.programme import Programme
from pipeline.settings import RunSettings


class Inputs(msgspec.Struct, frozen=True, kw_only=True):
    """What a run works with: the same inputs give the same index, to the byte."""

    settings: RunSettings
    programme: Programme
    decisions: Decisions
    inventory: Inventory

    def digest(self) -> str:
        """Name the inputs, as a SHA-256; raises OSError when the vocabulary cannot be read."""
        vocabulary = hashlib.sha256(self.settings.vocabulary.read_bytes()).hexdigest()
        # Whoever does the work, the index is the same.
        settings = msgspec.structs.replace(self.settings, workers=0)
        parts = [settings, self.programme, self.decisions, self.inventory, vocabulary]
        encoded = msgspec.json.encode(parts, enc_hook=str, order="deterministic")
        return hashlib.sha256(encoded).hexdigest()
