# Elective Index. `make` indexes inbox/ into output/; `make help` lists the rest.
PYTHON ?= python3
INBOX ?= inbox
OUTPUT ?= output
CORPUS ?= ../shared/corpus/events
DECKS ?= ../shared/corpus/decks

VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
READY_DEV := $(VENV)/.ready-dev
VENV_BENCH := .venv-bench
READY_BENCH := $(VENV_BENCH)/.ready
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes
COMPILE := $(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes \
  --no-emit-index-url --no-emit-find-links --no-header --quiet

.DEFAULT_GOAL := index
.PHONY: index demo test check bench watch doctor messages vocabulary evaluate evaluate-themes evaluate-entities evaluate-recall evaluate-hostile schemas lock setup setup-cluster clean help

index: $(READY)  ## Index INBOX into OUTPUT (the default)
	@$(BIN)/elective-index run --inbox "$(INBOX)" --output "$(OUTPUT)"

demo: $(READY)  ## Index the sample elective into output/demo/
	@$(BIN)/elective-index run --inbox tests/data/sample --output output/demo

test: $(READY_DEV)  ## All tests
	@$(BIN)/python -m pytest

check: $(READY_DEV)  ## Lint, types, import layers, schema and docs drift, vocabulary
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/python -m pipeline.schemas --check
	@$(BIN)/python training/check_vocabulary.py pipeline/tag/vocabulary/sse.ttl
	@$(BIN)/python training/compile_vocabulary.py --check

watch: $(READY)  ## Index again as files arrive, until Ctrl+C
	@$(BIN)/elective-index watch --inbox "$(INBOX)" --output "$(OUTPUT)"

doctor: $(READY)  ## Check the set-up and say what mends it
	@$(BIN)/elective-index doctor --inbox "$(INBOX)" --output "$(OUTPUT)"

evaluate: $(READY)  ## Accuracy on labelled events (CORPUS=folder of events)
	@$(BIN)/elective-index evaluate "$(CORPUS)"

evaluate-themes: $(READY)  ## How good the themes are on a gold set, Annif's beside them
	@$(BIN)/elective-index evaluate-themes --annif tests/data/themes/annif.json

evaluate-entities: CORPUS = ../shared/corpus/ner
evaluate-entities: $(READY)  ## How well names are found (CORPUS=folder of annotated sets)
	@$(BIN)/elective-index evaluate-entities $(if $(wildcard $(CORPUS)),"$(CORPUS)")

evaluate-recall: CORPUS = ../shared/corpus/decks
evaluate-recall: $(READY)  ## How much of what files say is read, by kind of text (CORPUS=folder)
	@$(BIN)/elective-index evaluate-recall "$(CORPUS)"

evaluate-hostile: CORPUS = ../shared/corpus/hostile
evaluate-hostile: $(READY)  ## What becomes of broken and harmful files (CORPUS=folder)
	@$(BIN)/elective-index evaluate-hostile "$(CORPUS)"

bench: $(READY_BENCH)  ## Time every stage and the whole against others (DECKS=folder with en, fr, pt)
	@$(VENV_BENCH)/bin/python -m benchmarks --decks "$(DECKS)"

schemas: $(READY_DEV)  ## Write schemas/ anew from the records
	@$(BIN)/python -m pipeline.schemas

vocabulary: $(READY_DEV)  ## Compile our vocabulary of themes
	@$(BIN)/python training/compile_vocabulary.py

messages: $(READY_DEV)  ## Gather what people read, compile its translations
	@$(BIN)/python training/messages.py

lock: $(READY_DEV)  ## Resolve the requirements anew, with hashes
	@$(COMPILE) pyproject.toml --group build -o requirements.txt
	@$(COMPILE) pyproject.toml --group build --extra cluster \
	  -c requirements.txt -o requirements-cluster.txt
	@$(COMPILE) pyproject.toml --group build --group dev --extra cluster \
	  -c requirements.txt -c requirements-cluster.txt -o requirements-dev.txt
	@$(COMPILE) pyproject.toml --group build --group bench \
	  -c requirements-dev.txt -o benchmarks/requirements.txt

setup: $(READY)  ## Make .venv from the locked requirements, once

setup-cluster: $(READY)  ## Add to .venv what --cluster, s3:// and sftp:// need
	@$(INSTALL) -r requirements-cluster.txt

clean:  ## Remove what was made: .venv, output, caches
	rm -rf $(VENV) $(VENV_BENCH) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .coverage
	find output -mindepth 1 ! -name .gitkeep -delete

help:  ## List the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 18

$(READY): requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' || \
	  { echo "Python 3.11, 3.12 or 3.13 is needed. Try: make PYTHON=python3.12" >&2; exit 1; }
	@echo "Setting up (once, a few minutes) ..." >&2
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(INSTALL) -r requirements.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(READY_DEV): $(READY) requirements-dev.txt
	@$(INSTALL) -r requirements-dev.txt
	@touch $@

$(READY_BENCH): benchmarks/requirements.txt pyproject.toml
	@test -x $(VENV_BENCH)/bin/python || $(PYTHON) -m venv $(VENV_BENCH)
	@$(VENV_BENCH)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@$(VENV_BENCH)/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@
