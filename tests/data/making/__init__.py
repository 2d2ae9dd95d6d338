"""Makes the sample elective: what the decks say (YAML) and how they become PPTX and PDF files."""
