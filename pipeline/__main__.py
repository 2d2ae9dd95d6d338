"""`python -m pipeline` is `elective-index`."""

from pipeline.cli import main

main()
