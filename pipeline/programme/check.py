"""Holds a programme against its schema and tells each mistake in the words of staff."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, cast

from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import ValidationError

from pipeline.programme.document import Document, Pointer
from pipeline.programme.problems import Mistake
from pipeline.programme.suggest import field_like, is_language
from pipeline.programme.wording import element_message, value_message
from pipeline.records.programme_file import SPOKEN, TITLED
from pipeline.schemas import load_schema

ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_OWNERS = {"sessions": "session", "speakers": "person", "coordinators": "person"}


def mistakes_in(document: Document) -> Iterator[Mistake]:
    """Yield every way in which the document breaks the schema, each with its line."""
    formats = FormatChecker(("date",))
    formats.checks("language")(lambda tag: not isinstance(tag, str) or is_language(tag))
    validator = Draft202012Validator(load_schema("programme"), format_checker=formats)
    for error in validator.iter_errors(document.data):
        for leaf in leaves(error):
            yield from explain(leaf, document)


def leaves(error: ValidationError) -> Iterator[ValidationError]:
    """Yield what is wrong inside the alternative that was meant: the one of the value's type."""
    branches: dict[object, list[ValidationError]] = {}
    for child in error.context or ():
        branches.setdefault(child.relative_schema_path[0], []).append(child)
    meant = [
        children
        for children in branches.values()
        if not any(child.validator == "type" and not child.relative_path for child in children)
    ]
    if error.validator != "anyOf" or len(meant) != 1:
        yield error
        return
    for child in meant[0]:
        yield from leaves(child)


def explain(error: ValidationError, document: Document) -> Iterator[Mistake]:
    """Yield the mistakes behind one error of the validator."""
    at = pointer(error)
    line = document.lines.get(at, 1)
    value: Any = error.instance
    rule: Any = error.validator_value
    if error.validator == "additionalProperties":
        yield from unknown_fields(error, document)
    elif error.validator == "required":
        missing = [name for name in rule if name not in value and not mistyped(name, value)]
        yield from (Mistake(line, f"{owner(at)} needs '{name}'.") for name in missing)
    elif error.validator == "anyOf" and rule == [TITLED, SPOKEN]:
        if not mistyped("title", value) and not mistyped("speakers", value):
            message = "the session has neither a title nor speakers. Give it one of them."
            yield Mistake(line, message)
    elif "propertyNames" in error.absolute_schema_path:
        yield Mistake(document.lines[(*at, value)], element_message("languages", value))
    elif rule == "date" and ISO_DATE.fullmatch(value):
        yield Mistake(line, f"there is no {value} in the calendar.")
    else:
        yield Mistake(line, value_message(at, value))


def unknown_fields(error: ValidationError, document: Document) -> Iterator[Mistake]:
    """Yield a mistake for each field that the schema does not know there."""
    at = pointer(error)
    fields = list(cast(dict[str, Any], error.schema)["properties"])
    for name in cast(dict[str, Any], error.instance):
        if name in fields:
            continue
        like = field_like(name, fields)
        hint = f"Did you mean '{like}'?" if like else f"Its fields are: {', '.join(fields)}."
        message = f"'{name}' is not a field of {owner(at)}. {hint}"
        yield Mistake(document.lines[(*at, name)], message)


def mistyped(name: str, fields: Iterable[str]) -> bool:
    """Tell whether the field is there under a name that comes close, which is said elsewhere."""
    return any(field != name and field_like(field, [name]) for field in fields)


def pointer(error: ValidationError) -> Pointer:
    """Return where the value stands."""
    return tuple(error.absolute_path)


def owner(at: Pointer) -> str:
    """Return what the fields at this place belong to."""
    return f"a {_OWNERS[str(at[-2])]}" if at else "a programme"
