"""Programs for those who maintain the project; nothing here runs in an index run."""
