"""Countries, continents and large cities of the world, as English, French and Portuguese name them.

From the Unicode CLDR, which Babel carries: names of territories, and of the cities that stand for
time zones.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from babel import Locale
from babel.core import get_global

from pipeline.records.tags import EntityLabel
from pipeline.tag.entities.mentions import Key, Mention, key, tokens
from pipeline.tag.entities.segments import Segment

_LOCALES = ("en", "fr", "pt", "pt_PT")
#: Territories of CLDR that are no place on a map: the world, unions, codes for tests.
_NO_PLACES = frozenset({"001", "EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"})
#: Names that stand in the English dictionary in lower case only: 'Wake' is an island, and more
#: often the verb. Asking the dictionary would take longer than all else that is done with places.
ORDINARY = frozenset(
    {
        "Benim", "Canary", "Canton", "Chihuahua", "Chili", "Chine", "Cocos", "Grenade", "Madeira",
        "Manila", "Marquises", "Midway", "Oral", "Resolute", "Sark", "Tunes", "Wake",
    }
)  # fmt: skip
#: Zones that are no city's.
_NO_CITIES = ("Etc/", "Antarctica/", "Arctic/")


class Place(NamedTuple):
    """A place of the world; `id` is the same in every language.

    It is the ISO 3166-1 alpha-2 code of a country, the UN M49 code of a continent, the name of a
    city's time zone.
    """

    id: str

    @property
    def country(self) -> str | None:
        """The ISO 3166-1 alpha-2 code, where the place is a country."""
        return self.id if len(self.id) == 2 and self.id.isalpha() else None


@cache
def world() -> dict[Key, Place]:
    """Return the places by the folded words of each of their names."""
    found: dict[Key, Place] = {}
    for id_, name in named_places():
        if name not in ORDINARY:
            found.setdefault(key(name), Place(id_))
    return found


def named_places() -> Iterator[tuple[str, str]]:
    """Yield the id and each name of every place."""
    yield from _territories()
    yield from _cities()


def place_named(text: str) -> Place | None:
    """Return the place of the world that bears a name, written in whatever case."""
    return world().get(key(text))


def places_in(segment: Segment) -> Iterator[Mention]:
    """Yield the places of the world that a text names, where no longer name goes on around them."""
    text = segment.text
    found = tokens(text)
    position = 0
    while position < len(found):
        step = 1
        for length in _lengths().get(found[position].folded, ()):
            run = found[position : position + length]
            start, end = run[0].start, run[-1].end
            if tuple(word.folded for word in run) in world() and _stands_alone(text, start, end):
                yield Mention(segment, start, end, EntityLabel.LOC)
                step = length
                break
        position += step


@cache
def _lengths() -> dict[str, tuple[int, ...]]:
    """Return how many words names have, by their first word, the longest first."""
    lengths: defaultdict[str, set[int]] = defaultdict(set)
    for name in world():
        lengths[name[0]].add(len(name))
    return {first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()}


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Tell whether no word with a capital stands right beside, but for the first of the text."""
    before, after = text[:start].rstrip(" "), text[end:]
    last = before.rpartition(" ")[2]
    return (
        text[start].isupper()
        and not (" " in before and last[:1].isupper() and last[-1:].isalnum())
        and not (after[:1] in (" ", "-", "'") and after[1:2].isupper())
        and text[start - 1 : start] != "-"
    )


def _territories() -> Iterator[tuple[str, str]]:
    for tag in _LOCALES:
        for code, name in Locale.parse(tag).territories.items():
            if code not in _NO_PLACES:
                yield code, name


def _cities() -> Iterator[tuple[str, str]]:
    zones = [zone for zone in get_global("zone_territories") if not zone.startswith(_NO_CITIES)]
    for tag in _LOCALES:
        names = Locale.parse(tag).time_zones
        for zone in zones:
            own = names.get(zone, {}).get("city")
            yield zone, own or zone.rpartition("/")[2].replace("_", " ")
