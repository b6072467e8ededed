"""Whoever changes a template finds every name in theme/README.md, and none there that does not exist."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from jinja2 import Environment, meta, nodes

from plugins import words
from plugins.pages import FILTERS, GLOBALS

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = ROOT / "theme" / "templates"
README = (ROOT / "theme" / "README.md").read_text(encoding="utf-8")
#: Pelican's own, of which templates use these two.
OF_PELICAN = {"SITEURL", "output_file"}


def environment() -> Environment:
    made = Environment(autoescape=True, extensions=["jinja2.ext.i18n"])
    made.install_gettext_callables(words.gettext, words.ngettext, newstyle=True)
    made.filters.update(FILTERS)
    made.globals.update(GLOBALS)
    return made


ENVIRONMENT = environment()


def rows(heading: str) -> list[list[str]]:
    """The cells of the table below a heading."""
    text = README.split(f"\n## {heading}\n", 1)[1].split("\n## ", 1)[0]
    lines = [line for line in text.splitlines() if line.startswith("|")][2:]
    return [[cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in lines]


def named(heading: str) -> list[str]:
    return [name for row in rows(heading) for name in re.findall(r"`([^`]+)`", row[0])]


def parsed(name: str) -> nodes.Template:
    return ENVIRONMENT.parse((TEMPLATES / name).read_text(encoding="utf-8"))


def put_into_context() -> set[str]:
    """The names that a generator of ours puts before templates."""
    found = set()
    for path in (ROOT / "plugins").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Subscript)
                and isinstance(node.ctx, ast.Store)
                and ast.unparse(node.value) == "self.context"
            ):
                found.add(ast.literal_eval(node.slice))
    return found


def test_filters_are_those_of_the_environment():
    assert sorted(named("Filters")) == sorted(FILTERS)


def test_functions_and_constants_are_those_of_the_environment():
    assert sorted(named("Functions and constants")) == sorted(GLOBALS)


def test_blocks_are_those_of_the_frame():
    assert sorted(named("Blocks of `base.html`")) == sorted(b.name for b in parsed("base.html").find_all(nodes.Block))


def test_shared_names_are_those_that_plugins_give():
    assert sorted(named("Names that every page has")) == sorted(put_into_context() | OF_PELICAN)


def test_every_page_is_there_with_what_it_alone_has():
    listed = {
        row[0].strip("`"): set(re.findall(r"`([^`]+)`", row[1])) for row in rows("What single pages have besides")
    }
    pages = {path.name for path in TEMPLATES.glob("*.html") if not path.name.startswith("_")} - {"base.html"}
    assert set(listed) == pages
    shared = put_into_context() | OF_PELICAN | set(ENVIRONMENT.globals)
    for page, names in listed.items():
        tree = parsed(page)
        own = {node.name for node in tree.find_all(nodes.Name) if node.ctx == "store"}
        own |= {node.name for node in tree.find_all(nodes.Macro)}
        used = meta.find_undeclared_variables(tree) - shared
        assert used - own <= names, page
        text = "".join(path.read_text(encoding="utf-8") for path in TEMPLATES.glob("[_b]*.html"))
        inside = {name for name in names if re.search(rf"\b{name}\b", text)}
        assert names - inside <= used | own, page
