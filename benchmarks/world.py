"""A made-up world: people, places and words of three languages that mean the same.

A stand-in for the sentence encoder knows the meanings, so that no model is needed and thousands
of decks are made in seconds.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

import numpy as np

from pipeline.encode import Vectors
from pipeline.records.programme import Person
from pipeline.text import words

LANGUAGES = ("en", "fr", "pt")
#: Distinct meanings, and names of places and projects, in the made-up world.
CONCEPTS, PLACES = 4000, 40000
#: Share of what all slides have in common, and of what a word means in its own language only, in a
#: vector, against its meaning. With these, translations of a page have a similarity of about 0.7,
#: pages of different decks of 0.1 to 0.3, as on real slides.
COMMON, OWN = 0.25, 0.6
#: Endings by which the words of a meaning differ between the languages, beside their spelling.
ENDINGS = {
    "en": ("ing", "ity", "s", ""),
    "fr": ("ement", "té", "es", "e"),
    "pt": ("ção", "dade", "s", "o"),
}
SMALL = {
    "en": ("the", "of", "and", "in", "for", "to", "with", "on", "by", "from"),
    "fr": ("le", "la", "les", "de", "et", "en", "pour", "avec", "sur", "par"),
    "pt": ("o", "a", "os", "de", "e", "em", "para", "com", "sobre", "por"),
}
GIVEN = """
Laura Corinne Abdoul Gabriella Jason Marta Pedro Inês Fatou Moussa Amina Jean Marie Paul Anne
Sofia João Ana Rui Teresa Kofi Grace Samuel Esther Daniel Ruth Yasmine Karim Leïla Omar Chiara
Marco Giulia Luca Ingrid Lars Maren Jonas Mei Wei Hana Kenji Carlos Lucía Diego Elena Tomás
Nadia Viktor Olga Piotr Zofia Stéphane Élodie Benoît Céline Raphaël Júlia Vinícius Débora
"""
FAMILY = """
Aufrère Vercher Chaptal Dia Damico Nardi Sousa Sequeira Diop Ndiaye Traoré Keita Dubois Moreau
Lefebvre Girard Silva Santos Ferreira Oliveira Costa Pereira Mensah Owusu Okafor Adeyemi Smith
Johnson Walker Murphy Benali Haddad Mansour Rossi Bianchi Ferrari Ricci Hansen Nilsson Berg
Weber Schmidt Chen Wang Tanaka Sato García Fernández Romero Torres Petrov Ivanova Kowalski Nowak
Fontaine Marchand Bertrand Almeida Carvalho Monteiro Figueiredo Hartmann Lindqvist
"""


@dataclass(frozen=True)
class Subject:
    """What a session is about, before it is put in words: meanings, and a place or project."""

    topic: list[int]
    place: str


class World:
    """Words in three languages with their meanings, and an encoder that knows them."""

    name, size = "made-up", 512

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self._made: set[str] = set()
        stems = [self._word(2) for _ in range(CONCEPTS)]
        self.concepts = [
            {tag: self._spelt(stem) + self.random.choice(ENDINGS[tag]) for tag in LANGUAGES}
            for stem in stems
        ]
        self.places = [self._word(3).capitalize() for _ in range(PLACES)]
        numbers = np.random.default_rng(seed)
        meanings = numbers.standard_normal((CONCEPTS + 1, self.size)).astype(np.float32)
        self._common = meanings[-1] * np.float32(COMMON)
        self._meaning: dict[str, Vectors] = {}
        for number, forms in enumerate(self.concepts):
            for form in forms.values():
                own = numbers.standard_normal(self.size).astype(np.float32)
                self._meaning[words(form)[0]] = meanings[number] + np.float32(OWN) * own
        for number, place in enumerate(self.places):
            self._meaning[place.lower()] = meanings[number % CONCEPTS]

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return the mean meaning of each text's words, and what all slides have in common."""
        vectors = np.zeros((len(texts), self.size), dtype=np.float32)
        for row, text in enumerate(texts):
            known = [self._meaning[word] for word in words(text) if word in self._meaning]
            if known:
                total = np.sum(known, axis=0) + self._common * np.float32(len(known) ** 0.5)
                vectors[row] = total / np.linalg.norm(total)
        return vectors

    def phrase(self, topic: Sequence[int], place: str, language: str) -> str:
        """Return a title of some meanings and a place in a language."""
        said = [self.concepts[number][language] for number in topic]
        small = SMALL[language]
        return f"{said[0].capitalize()} {small[1]} {' '.join(said[1:])} {small[4]} {place}"

    def sentence(self, meanings: Sequence[int], place: str, language: str) -> str:
        """Return the text of a page: its meanings in a language, small words between them."""
        said = [
            f"{self.random.choice(SMALL[language])} {self.concepts[number][language]}"
            for number in meanings
        ]
        lines = [" ".join(said[start : start + 8]) for start in range(0, len(said), 8)]
        return "\n".join(
            [*lines, f"{self.random.choice(self.places)} {place} {self.random.randrange(3000)}"]
        )

    def subject(self) -> Subject:
        """Return what nobody else speaks of in just this way."""
        topic = self.random.sample(range(CONCEPTS), self.random.randint(3, 5))
        return Subject(topic, self.random.choice(self.places))

    def person(self) -> Person:
        """Return someone; given names and surnames repeat as they do in life."""
        family = self.random.choice(FAMILY.split())
        if self.random.random() < 0.5:
            family += self.random.choice((" ", "-")) + self.random.choice(FAMILY.split())
        name = f"{self.random.choice(GIVEN.split())} {family}"
        return Person(name=name, affiliation=f"{self.random.choice(self.places)} University")

    def misspelt(self, name: str) -> str:
        """Return a name with one letter left out."""
        at = self.random.randrange(1, len(name) - 1)
        return name[:at] + name[at + 1 :]

    def _word(self, syllables: int) -> str:
        while True:
            word = "".join(
                self.random.choice("bcdfglmnprstv")
                + self.random.choice(("a", "e", "i", "o", "u", "an", "or"))
                for _ in range(syllables)
            )
            word += self.random.choice(("", "l", "r", "n", "t", "x"))
            if word not in self._made:
                self._made.add(word)
                return word

    def _spelt(self, stem: str) -> str:
        return stem if self.random.random() < 0.6 else self._word(2)
