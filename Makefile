# Two commands matter: `make demo` grades the example class, `make test` passes every test.
# Each does its own set-up, from nothing but Python 3.11 or newer.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: demo test wrappers lint format release dist lock floors clean

demo: $(READY)
	$(BIN)/autograder grade examples/class --out demo-results

test: $(READY)
	$(BIN)/autograder validate
	$(BIN)/python -m pytest -n auto --dist loadgroup

# Every wrapper around every function of every task: a quarter of an hour on two processors.
wrappers: $(READY)
	$(BIN)/autograder validate --wrappers

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

format: $(READY)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

release: $(READY)
	$(BIN)/autograder release

dist: $(READY)
	$(BIN)/python -m hatchling build

# Names, versions and hashes only: no address of a package index.
lock:
	uv pip compile pyproject.toml --extra instructor --extra dev --universal --python-version 3.11 \
		--generate-hashes --no-header --no-emit-index-url --no-annotate --upgrade -o requirements/lock.txt

# Tries the lowest and the newest versions on every Python at hand; needs a package index, and half an hour.
floors: $(READY)
	$(BIN)/python benchmarks/floors.py

$(READY): requirements/lock.txt pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed; this is " + sys.version.split()[0])'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/lock.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

clean:
	rm -rf $(VENV) demo-results results build dist
