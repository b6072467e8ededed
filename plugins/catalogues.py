"""Which words has the site, and which of them does a language say? `make words` puts both in step.

Found are: what templates and modules say, and the words of the tables that the night writes by (metrics, kinds of
event, who stands behind an outlet), which stand in `scrapers/` and are said anew when a page is made.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel import Locale
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_python
from babel.messages.pofile import read_po, write_po
from jinja2.ext import babel_extract

from plugins.vocabulary import fixed_words
from plugins.words import CATALOGUES, DOMAIN, path_of

ROOT = Path(__file__).parents[1]
#: What speaks in templates and in modules; `count` takes a thing that is counted.
_IN_TEMPLATES = ("gettext", "ngettext", "_", "count")
_IN_MODULES = ("say", "say_count", "N_", "count")
_OPTIONS = {"trim_blocks": "true", "lstrip_blocks": "true", "newstyle_gettext": "true", "silent": "false"}

#: Of no file: git knows when it changed.
_UNDATED = datetime(2026, 12, 1, tzinfo=UTC)
#: A message: itself, or its two English forms.
Message = str | tuple[str, str]


def counted(one: str, many: str | None = None) -> tuple[str, str]:
    """The message of `count(number, one, many)`."""
    return f"%(num)s {one}", f"%(num)s {many or one + 's'}"


def messages() -> Iterator[tuple[Message, str]]:
    """Each message, and the file it stands in; one that stands in several comes several times."""
    for path in sorted((ROOT / "theme" / "templates").rglob("*")):
        if path.is_file():
            with path.open("rb") as source:
                for _, name, found, _ in babel_extract(source, _IN_TEMPLATES, (), dict(_OPTIONS)):
                    yield from ((each, _named(path)) for each in _message(name, found))
    for path in sorted((ROOT / "plugins").glob("*.py")):
        with path.open("rb") as source:
            for _, called, told, _ in extract_python(source, dict.fromkeys(_IN_MODULES), (), {}):
                yield from ((each, _named(path)) for each in _message(called, told))
    yield from ((word, "scrapers") for word in fixed_words())


def _named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _message(name: object, found: object) -> Iterator[Message]:
    given = [found] if isinstance(found, str) else list(found) if isinstance(found, list | tuple) else []
    texts = [each for each in given if isinstance(each, str)]
    if not texts:
        return  # of a variable: its words are marked where they stand
    if name == "count":
        if texts[0].isalpha() or " " in texts[0]:  # `str.count` is another
            yield counted(*texts[:2])
    elif name in ("ngettext", "say_count"):
        yield texts[0], texts[1]
    else:
        yield texts[0]


def template_of(language: str | None = None) -> Catalog:
    """A catalogue of all messages without their words in any language."""
    catalogue = Catalog(
        locale=Locale.parse(language, sep="-") if language else None,
        project="Nightdesk",
        header_comment=f"# {DOMAIN}.po: the words of the site. `make words` adds what is new and drops what is gone.",
        fuzzy=False,
    )
    for message, place in messages():
        catalogue.add(message, locations=[(place, 0)], flags=["python-format"] if "%(" in str(message) else ())
    return catalogue


def languages() -> tuple[str, ...]:
    """Those that have a catalogue."""
    return tuple(sorted(path.name for path in CATALOGUES.iterdir() if path_of(path.name).is_file()))


def catalogue_of(language: str) -> Catalog:
    """A catalogue as it stands in its file."""
    with path_of(language).open("rb") as source:
        return read_po(source, locale=language)


def put_in_step(language: str) -> int:
    """Writes a language's catalogue with every message; gives how many have no words yet, or uncertain ones."""
    path = path_of(language)
    found = catalogue_of(language) if path.is_file() else template_of(language)
    found.update(template_of(language), no_fuzzy_matching=True)
    found.obsolete.clear()
    found.creation_date = _UNDATED  # whose bytes would change with every run
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as target:
        write_po(target, found, width=120, sort_output=True, include_lineno=False)
    return sum(1 for each in found if each.id and (each.fuzzy or not _said(each.string)))


def _said(words: object) -> bool:
    return bool(words) and all(words) if isinstance(words, list | tuple) else bool(words)


def main(named: list[str]) -> int:
    """For `make words`: every catalogue, and one for each language that is named and has none."""
    for language in dict.fromkeys((*languages(), *named)):
        print(f"{path_of(language).relative_to(ROOT)}: {put_in_step(language)} without words")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
