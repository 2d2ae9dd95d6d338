"""Tells who speaks in a sentence, and on what: each group of people with its own words."""

from __future__ import annotations

import re

from pipeline.programme.importing.entries.people import name_score
from pipeline.programme.importing.prose.lexicon import Lexicon
from pipeline.programme.importing.prose.mentions import Mention, mentions
from pipeline.programme.importing.prose.topics import quoted_title, topic_after, topic_before
from pipeline.records.base import Record

_BETWEEN = re.compile(
    r"\s*,?\s*(?:(?i:and|et|e|&|as well as|ainsi que|bem como|together with)\s*"
    r"(?:(?:the|o|a|os|as|à|às|aos?|aux?|de|du|da|do|d[’']|pel[ao]|por|by|par|of|from)\s*)?"
    r"(?:la\s|le\s|the\s|l[’'])?\s*(?:(?!then|puis|ensuite|depois|after)[a-zà-ÿ]+\s+)?)?"
    r"(?:(?:la|le)\s|l[’'])?\s*(?:(?:his|her|their|son|sa|leur|seu|sua)\s+\w+\s+)?"
)


class Told(Record, frozen=True):
    """People of whom a sentence tells together; `speaks` where it says that they give a talk.

    `joins` tells that they do so with whoever spoke before, `hosts` that they only welcome or
    chair. `title` is what the talk is about, `quoted` whether it stands in quotation marks.
    """

    people: tuple[Mention, ...]
    speaks: bool
    hosts: bool = False
    joins: bool = False
    title: str | None = None
    quoted: bool = False


def told_in(sentence: str, lexicon: Lexicon) -> list[Told]:
    """Return the groups of people of a sentence, in its order."""
    groups = groups_of(mentions(sentence, lexicon), sentence)
    told = _all_told(groups, sentence, lexicon)
    # What looks like a name and neither has a title nor speaks is a place or a thing.
    kept = [
        one.people
        for one in told
        if one.speaks or one.hosts or any(person.honorific for person in one.people)
    ]
    return told if len(kept) == len(groups) else _all_told(kept, sentence, lexicon)


def _all_told(groups: list[tuple[Mention, ...]], sentence: str, lexicon: Lexicon) -> list[Told]:
    ends = [0, *(group[-1].end for group in groups)]
    starts = [*(group[0].start for group in groups), len(sentence)]
    return [
        _told(
            group,
            before=sentence[ends[at] : group[0].start],
            after=sentence[group[-1].end : starts[at + 1]],
            sentence=sentence,
            lexicon=lexicon,
        )
        for at, group in enumerate(groups)
    ]


def groups_of(found: list[Mention], sentence: str) -> list[tuple[Mention, ...]]:
    """Return the people who are named together, side by side."""
    groups: list[tuple[Mention, ...]] = []
    for mention in found:
        between = sentence[groups[-1][-1].end : mention.start] if groups else "."
        if groups and _BETWEEN.fullmatch(between):
            groups[-1] = (*groups[-1], mention)
        else:
            groups.append((mention,))
    return groups


def _told(
    group: tuple[Mention, ...], *, before: str, after: str, sentence: str, lexicon: Lexicon
) -> Told:
    # «of the architect Helena Roseta»: an article and what she is may stand before the name.
    article = r"\s*(?:the|o|a|os|as|l[ae]s?|l[’'])?\s*(?-i:[^\W\d_A-ZÀ-Þ][\w-]*\s+){0,2}$"
    credited = lexicon.pattern(
        rf"(?:<talks.nouns>|<talks.verbs>|[»”\"])(?!\w).*\b(?:<talks.agents>){article}"
        rf"|(?:<talks.nouns>)\s+(?:<talks.of>){article}|(?:<talks.after>){article}"
    ).search(before)
    joins = lexicon.pattern(rf"(?:<talks.joined>){article}").search(before)
    verb = r"^[\s,]*(?:(?:who|that|qui|que)\s+)?(?:(?:<talks.adverbs>|<talks.objects>)\s+)*"
    speaks = lexicon.pattern(verb + r"(?:<talks.verbs>)\b").search(after)
    hosts = lexicon.pattern(verb + r"(?:<hosting.verbs>)\b").search(after)
    hosted = lexicon.pattern(
        rf"(?:<hosting.hosted>)\s*(?:\b(?:<talks.of>|<talks.agents>))?{article}"
    ).search(before)
    names_talk = lexicon.pattern(r"\b(?:<talks.nouns>)\b").search(after)
    quoted = quoted_title(before + after)
    hosts_only = bool(hosted) or (bool(hosts) and not names_talk and not quoted)
    talks_of = lexicon.pattern(r"\b(?:<talks.nouns>|<talks.verbs>)\b").search(sentence)
    acts = lexicon.pattern(verb + r"(?:<talks.acts>)\b").search(after)
    loosely = any(one.honorific and " " in one.name for one in group) and bool(talks_of or acts)
    loosely = loosely or (bool(acts) and all(one.introduced and " " in one.name for one in group))
    # What a named person will do, in an announcement, is to speak.
    will = lexicon.pattern(verb + r"(?:<talks.future>)\b").search(after)
    loosely = loosely or bool(will and all(name_score(one.name, frozenset()) >= 2 for one in group))
    affiliation = next((one.affiliation for one in reversed(group) if one.affiliation), None)
    title = quoted or topic_after(after, lexicon, affiliation)
    return Told(
        people=group,
        speaks=bool(credited or joins or speaks or loosely) and not hosts_only,
        hosts=hosts_only,
        joins=bool(joins),
        title=title or topic_before(before, lexicon),
        quoted=bool(quoted),
    )
