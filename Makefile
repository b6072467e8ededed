# Two commands do everything for a newcomer: `make demo` and `make test`.

PYTHON ?= python3
PY := .venv/bin/python
SERVE ?= 1
PORT ?= 8000
DEMO := build/demo

.PHONY: help install demo night site serve check test lint bench lock clean

help:
	@echo "make demo     the whole nightly job on the built-in sample nights, offline, then the site on localhost"
	@echo "              (make demo SERVE=0 stops after the build)"
	@echo "make night    the same on the live sources, into content/ and output/"
	@echo "make test     everything that CI runs"
	@echo "make site     build the site from content/ into output/"
	@echo "make serve    serve output/ on localhost"
	@echo "make check    read every file an editor may have touched and say what is wrong"
	@echo "make bench    the slower measurements"
	@echo "make lock     renew requirements.lock from pyproject.toml"

# The stamp is remade when the lock or the declared packages change.
.venv/installed: requirements.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Nightdesk needs Python 3.11 or newer; this is " + sys.version.split()[0] + ". Try: make PYTHON=python3.11")'
	test -x $(PY) || $(PYTHON) -m venv .venv
	$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(PY) -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

install: .venv/installed

test: install
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy
	$(PY) -m pytest -n 2 -q

lint: install
	$(PY) -m ruff check --fix .
	$(PY) -m ruff format .
	$(PY) -m mypy

clean:
	rm -rf build output .pytest_cache .mypy_cache .ruff_cache
