# Two commands do everything for a newcomer: `make demo` and `make test`.

PYTHON ?= python3
PY := .venv/bin/python
SERVE ?= 1
PORT ?= 8000
CONTENT ?= content
OUTPUT ?= output
DEMO := build/demo

.PHONY: help install demo demo-site night site serve mail-preview check words test lint week bench train lock clean

help:
	@echo "make demo     the whole nightly job on the built-in sample nights, offline, then the site on localhost"
	@echo "              (make demo SERVE=0 stops after the build)"
	@echo "make night    the same on the live sources, into content/ and output/"
	@echo "make test     everything that CI runs"
	@echo "make site     build the site from content/ into output/"
	@echo "make serve    serve output/ on localhost"
	@echo "make mail-preview  what a subscriber by mail gets of output/, as .eml and .html in build/mail/"
	@echo "make check    read every file an editor may have touched and say what is wrong"
	@echo "make words    put the catalogues of other languages in step with the words of the site (LANGUAGE=pl: a new one)"
	@echo "make week     a week of nights of an operator's repository, by its own workflow"
	@echo "make bench    the slower measurements"
	@echo "make train    learn the words of war anew (needs the shared data)"
	@echo "make lock     renew requirements.lock from pyproject.toml"

# The stamp is remade when the lock or the declared packages change.
.venv/installed: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Nightdesk needs Python 3.11 or newer; this is " + sys.version.split()[0] + ". Try: make PYTHON=python3.11")'
	@echo "Installing into .venv (a minute or two the first time)"
	@test -x $(PY) || $(PYTHON) -m venv .venv
	@$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(PY) -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

install: .venv/installed

demo: install
	@rm -rf $(DEMO)
	@mkdir -p $(DEMO)
	@cp -R content $(DEMO)/content
	@rm -rf $(addprefix $(DEMO)/content/,briefings wire figures claims)
	@echo "1 of 3. The night of 28 December 2024: the invented sources are read, grouped and told in a briefing."
	@.venv/bin/nightdesk night --sample 2024-12-28 --content $(DEMO)/content
	@echo "2 of 3. The night of 29 December 2024, which knows what the first one told."
	@.venv/bin/nightdesk night --sample 2024-12-29 --content $(DEMO)/content
	@echo "3 of 3. The site is built of both: pages, feeds, maps and search."
	@$(MAKE) --no-print-directory demo-site

# The demo as it stands, with what was edited in it.
demo-site: install
	@NIGHTDESK_SITEURL=http://localhost:$(PORT) $(MAKE) --no-print-directory site CONTENT=$(DEMO)/content OUTPUT=$(DEMO)/output
	@echo
	@echo "Three things to try:"
	@echo "- edit $(DEMO)/content/briefings/2024/2024-12-29.md, then: make demo-site"
	@echo "- see what a subscriber by mail gets: make mail-preview OUTPUT=$(DEMO)/output"
	@echo "- try a feed as a source: .venv/bin/nightdesk source try https://news.un.org/feed/subscribe/en/news/all/rss.xml"
	@echo
	@if [ "$(SERVE)" = 0 ]; then echo "Built: $(DEMO)/output"; else $(MAKE) --no-print-directory serve OUTPUT=$(DEMO)/output; fi

night: install
	.venv/bin/nightdesk night
	$(MAKE) --no-print-directory site

# Nothing is published that shows more of a source than it may.
site: install
	@.venv/bin/nightdesk site --content $(CONTENT) --output $(OUTPUT)

serve: install
	@echo "The site is at http://localhost:$(PORT)/ (Ctrl-C stops it)"
	@$(PY) -m http.server $(PORT) --bind 127.0.0.1 --directory $(OUTPUT) || \
		{ echo "Is port $(PORT) taken? Try another: make serve OUTPUT=$(OUTPUT) PORT=8765"; exit 1; }

mail-preview: install
	test -d $(OUTPUT)/feeds || $(MAKE) --no-print-directory site
	$(PY) -m plugins.mail_preview $(OUTPUT) build/mail

words: install
	$(PY) -m plugins.catalogues $(LANGUAGE)

check: install
	.venv/bin/nightdesk check

test: install
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy
	$(PY) -m pytest -n 2 --dist worksteal -q

lint: install
	$(PY) -m ruff check --fix .
	$(PY) -m ruff format .
	$(PY) -m mypy

# What an operator's workflow does in a week, good and bad nights; a minute long.
week: install
	NIGHTDESK_WEEK=whole $(PY) -m pytest -q tests/week

bench: install
	@for bench in tests/bench/*.py; do echo "== $$bench"; $(PY) $$bench || exit 1; done

train: install
	$(PY) tests/train/conflict_words.py

lock: install
	$(PY) -m pip install --quiet --disable-pip-version-check uv
	.venv/bin/uv pip compile --quiet --python-version 3.11 --universal --extra dev --generate-hashes \
		--no-emit-index-url --no-header --no-annotate --output-file requirements.lock pyproject.toml

clean:
	rm -rf build output .pytest_cache .mypy_cache .ruff_cache
