"""Which kinds of file a programme may be."""

#: Written as a programme: what `schemas/programme.schema.json` describes.
READABLE = frozenset({".yaml", ".yml", ".json"})

#: Fields by which JSON is known as the export of a conference system.
EXPORTED = frozenset({"schedule", "conference", "results"})

#: Understood from something else; `.json` may be a schedule as well.
IMPORTED = frozenset(
    {".csv", ".docx", ".htm", ".html", ".ics", ".md", ".pdf", ".tsv", ".txt", ".xlsx", ".xml"}
)
