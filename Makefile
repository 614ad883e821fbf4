# What a visitor needs: `make site` and `make test`. Each does all of its own set-up in .venv.

PYTHON ?= python3
PORT ?= 8000
VENV := .venv
BIN := $(VENV)/bin
# A browser and a site for each process: more than four help nobody.
SIDE_BY_SIDE := --numprocesses auto --maxprocesses 4 --dist worksteal
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check

# Material announces at every build that MkDocs 2 will have no plugins; our pins already say so.
export NO_MKDOCS_2_WARNING := 1

.PHONY: help site build pdf stick check test test-long lint browser lock clean

help:
	@echo "make site    controleert, bouwt en toont de site op http://127.0.0.1:$(PORT)"
	@echo "make test    draait alle tests"
	@echo "make build   controleert en bouwt de site in site/"
	@echo "make stick   bouwt de site in stick/, om zonder internet te openen vanuit een map"
	@echo "make pdf     maakt de pdf's die er nog niet zijn, en bouwt de site ermee"
	@echo "make check   controleert alleen de praktijken"
	@echo "make test-long  controleert alle pdf's en elke pagina op toegankelijkheid, en vergelijkt het zoeken; duurt lang"
	@echo "make lint    kijkt alleen de code na"
	@echo "make lock    vernieuwt de vastgelegde pakketversies"
	@echo "make clean   wist wat hier gebouwd is"

site: $(VENV)/.site
	$(BIN)/python -m schema check
	@$(BIN)/python -c 'import socket; raise SystemExit(socket.socket().connect_ex(("127.0.0.1", $(PORT))) == 0)' || \
		{ echo "Poort $(PORT) is al in gebruik; kies een andere: make site PORT=8001"; exit 1; }
	$(BIN)/mkdocs serve --dev-addr 127.0.0.1:$(PORT)

build: $(VENV)/.site
	$(BIN)/python -m schema check
	$(BIN)/mkdocs build --strict

stick: $(VENV)/.site
	$(BIN)/python -m schema check
	$(BIN)/mkdocs build --strict --no-directory-urls --site-dir stick

# The site is whole without this: WeasyPrint needs Pango from the system, and says so when it is not there.
pdf: $(VENV)/.pdf
	$(BIN)/python -m schema check
	$(BIN)/python -m hooks.pdf
	$(BIN)/mkdocs build --strict

check: $(VENV)/.site
	$(BIN)/python -m schema check

test: lint browser
	$(BIN)/python -m pytest $(SIDE_BY_SIDE)

test-long: $(VENV)/.test
	$(BIN)/python -m pytest -m long

lint: $(VENV)/.test
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/mypy .github/scripts

browser: $(VENV)/.test
	$(BIN)/python -m tests.browser.installation

# The lock files hold the whole closure for every system and Python version, with hashes.
lock: $(VENV)/bin/python
	$(PIP) uv
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --upgrade \
		--group build pyproject.toml -o requirements.lock
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --upgrade \
		--constraint requirements.lock --group build --group pdf pyproject.toml -o requirements-pdf.lock
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --upgrade \
		--constraint requirements-pdf.lock --group build --group pdf --group dev pyproject.toml \
		-o requirements-dev.lock

clean:
	rm -rf site stick .pdf $(VENV) .mypy_cache .pytest_cache .ruff_cache

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 of nieuwer is nodig; geef een andere met: make PYTHON=python3.12 site"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.site: requirements.lock pyproject.toml | $(VENV)/bin/python
	$(PIP) --require-hashes --requirement requirements.lock
	$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.pdf: requirements-pdf.lock pyproject.toml | $(VENV)/bin/python
	$(PIP) --require-hashes --requirement requirements-pdf.lock
	$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.test: requirements-dev.lock pyproject.toml | $(VENV)/bin/python
	$(PIP) --require-hashes --requirement requirements-dev.lock
	$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@
