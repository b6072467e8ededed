"""Search: what can be found, what its page may do, and in a real browser that the right development is found."""

from __future__ import annotations

import re
import subprocess
from dataclasses import replace
from datetime import date
from importlib.util import find_spec
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import expect

from plugins import findable, search_index
from plugins.search_index import NoIndexError, put_index
from plugins.site import Site
from plugins.stories import Stories
from plugins.style import policy, policy_of_search
from scrapers.briefing_file import parse
from tests.built_site import built_site
from tests.site.browser import PATIENCE, served, visiting

DAY = """Title: Briefing for Sunday 29 December 2024
Date: 2024-12-29

## Ferry burns in the harbour of Selm {#ferry1}

Topics: Black coast
Place: Selm, Astria
Kind: attack
Follows: 2024-12-28#ferry0

> The car deck was alight for six hours before tugs came.
> — [Vostok Agency](https://example.org/ferry) · state media, RU

- [Ferry burns](https://example.org/ferry) — Vostok Agency · state media, RU, 2024-12-29 14:20 UTC
- [A folded headline with periwinkles](https://example.org/b) — Example Wire, 2024-12-29 15:20 UTC

## Judges free two <script>pwn()</script> in Tarn {#judges}

Topics: Courts
Place: Tarn, Miravia
Kind: law

- [Two are free](https://example.org/c) — Example Wire, 2024-12-29 16:20 UTC

## Nobody may see this marmalade {#hidden}

Hidden: yes

- [Hidden](https://example.org/d) — Example Wire, 2024-12-29 16:20 UTC
"""
DAY_BEFORE = """Title: Briefing for Saturday 28 December 2024
Date: 2024-12-28

## Ferry leaves Selm in spite of a warning {#ferry0}

Topics: Black coast
Place: Selm, Astria

- [Ferry leaves](https://example.org/e) — Example Wire, 2024-12-28 14:20 UTC
"""
FILES = {
    "briefings/2024/2024-12-29.md": DAY,
    "briefings/2024/2024-12-28.md": DAY_BEFORE,
    "topics/black-coast.md": "Name: Black coast\n\nThe ports.\n",
}
#: In the place of Pagefind: keeps what it is given.
KEEPS = """
import shutil, sys
site, output = sys.argv[sys.argv.index("--site") + 1], sys.argv[sys.argv.index("--output-path") + 1]
shutil.copytree(site, output)
open(output + "/pagefind.js", "w").close()
open(output + "/pagefind-modular-ui.js", "w").close()
"""


def instead(folder: Path, program: str) -> str:
    """A folder for PYTHONPATH in which `pagefind` is another program."""
    (folder / "pagefind").mkdir()
    (folder / "pagefind" / "__init__.py").touch()
    (folder / "pagefind" / "__main__.py").write_text(program)
    return str(folder)


def words(node) -> str:
    return " ".join(node.get_text(" ").split())


@pytest.fixture(scope="module")
def kept(build, tmp_path_factory):
    return build(FILES, PYTHONPATH=instead(tmp_path_factory.mktemp("keeps"), KEEPS))


@pytest.fixture(scope="module")
def read(kept) -> dict[str, BeautifulSoup]:
    """What Pagefind was given, by title."""
    pages = [
        BeautifulSoup(data, "lxml") for path, data in kept.files.items() if re.match(r"pagefind/2024/\d+\.html", path)
    ]
    assert [page.html["lang"] for page in pages] == ["en"] * 4
    return {f"{page.title.string} {n}": page for n, page in enumerate(pages)}


def filters(page: BeautifulSoup) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for tag in page.select("[data-pagefind-filter]"):
        found.setdefault(tag["data-pagefind-filter"].removesuffix("[content]"), []).append(tag["content"])
    return found


# --- what can be found


def test_each_development_and_each_story_is_a_document_the_newest_first(read):
    assert list(read) == [
        "Ferry burns in the harbour of Selm 0",
        "Judges free two <script>pwn()</script> in Tarn 1",
        "Ferry leaves Selm in spite of a warning 2",
        "Ferry burns in the harbour of Selm 3",
    ]


def test_a_document_holds_what_its_page_tells_unfolded_and_no_more(read):
    first = read["Ferry burns in the harbour of Selm 0"]
    told = words(first.select_one("[data-pagefind-body]"))
    assert "“The car deck was alight for six hours before tugs came.” — Vostok Agency (state media, RU)" in told
    assert "Selm, Astria" in told
    assert "periwinkles" not in str(first)
    assert not [page for page in read.values() if "marmalade" in str(page)]


def test_a_document_says_its_day_its_topics_its_country_its_kind_and_its_year(read):
    first = filters(read["Ferry burns in the harbour of Selm 0"])
    beside = first.pop("beside")
    assert first == {"topic": ["Black coast"], "country": ["Astria"], "kind": ["Attack"], "year": ["2024"]}
    assert '"at": "2024/12/29/#ferry1"' in beside[0]
    assert '"told": "Sunday 29 December 2024"' in beside[0]
    assert '"voices": ["Vostok Agency (state media, RU)"]' in beside[0]
    story = filters(read["Ferry burns in the harbour of Selm 3"])
    assert '"at": "stories/2024-12-28-ferry0/"' in story.pop("beside")[0]
    assert story == {"topic": ["Black coast"], "country": ["Astria"], "kind": ["Attack"], "year": ["2024"]}


def test_each_year_has_its_own_documents_the_newest_first_and_a_story_is_in_its_last():
    days = [parse(text, day=day)[0] for text, day in ((DAY, date(2025, 1, 1)), (DAY_BEFORE, date(2024, 12, 28)))]
    days[0] = replace(days[0], day=date(2025, 1, 1))
    site = Site(None, tuple(days))
    years = findable.by_year(findable.documents(site, Stories(site)))
    assert {year: [each.path for each in found] for year, found in years.items()} == {
        2025: ["2025/01/01/#ferry1", "2025/01/01/#judges", "stories/2024-12-28-ferry0/"],
        2024: ["2024/12/28/#ferry0"],
    }
    assert list(years) == [2025, 2024]


# --- the index, a year's at a time


def test_an_index_is_made_again_when_what_it_is_made_of_has_changed_and_only_then(tmp_path, monkeypatch):
    made = []

    def pagefind(*command):
        made.append(command)
        folder = Path(command[command.index("--output-path") + 1])
        folder.mkdir(parents=True)
        (folder / "pagefind.js").write_text(str(len(made)))
        return subprocess.CompletedProcess(command, 0, "", "")

    monkeypatch.setattr(search_index, "_ran", pagefind)
    kept = tmp_path / "kept"
    for n, (pages, told) in enumerate([(["<p>One"], "1"), (["<p>One"], "1"), (["<p>O", "ne"], "2"), (["<p>One"], "3")]):
        put_index(pages, tmp_path / str(n), kept)
        assert (tmp_path / str(n) / "pagefind.js").read_text() == told
        assert [path.name for path in (tmp_path / str(n)).iterdir()] == ["pagefind.js"]
    # a build that was killed leaves an index without its mark
    (kept / "made-of.txt").unlink()
    put_index(["<p>One"], tmp_path / "last", kept)
    assert len(made) == 4


# --- the page


def test_every_page_leads_to_the_search_and_its_form_has_names_and_the_lists(kept):
    for path, page in kept.pages.items():
        if not path.startswith(("pagefind/", "404")) and not page.find("meta", attrs={"http-equiv": "refresh"}):
            assert page.select_one("nav[aria-label=Site] a[href$='search/']"), path
    page = kept.page("search/")
    form = page.find("form", role="search")
    for field in form.find_all(["input", "select"]):
        assert words(form.find("label", attrs={"for": field["id"]}))
    assert [option.string for option in form.find(id="kind_").find_all("option")] == ["Any", "Attack", "Law"]
    assert page.find(id="said_")["role"] == "status"
    assert "../archive/" in [link["href"] for link in page.noscript.find_all("a")]
    assert "3 developments since Saturday 28 December 2024" in words(page.main)


def test_the_page_of_the_search_alone_runs_a_script_and_only_the_sites_own(kept):
    page = kept.page("search/")
    told = page.find("meta", attrs={"http-equiv": "Content-Security-Policy"})["content"]
    assert told == policy_of_search(page.style.string)
    parts = dict(part.strip().split(" ", 1) for part in told.split(";"))
    assert parts["default-src"] == parts["base-uri"] == "'none'"
    assert parts["script-src"] == "'self' 'wasm-unsafe-eval'"
    assert parts["connect-src"] == parts["form-action"] == "'self'"
    assert "http" not in told
    assert [script["src"] for script in page.find_all("script")] == ["../search/search.js"]
    assert not re.search(r"https?:|innerHTML|eval\(", kept.text("search/search.js"))
    for path, other in kept.pages.items():
        if not path.startswith(("search/", "pagefind/", "404")):  # test_addresses_for_machines.py
            strict = other.find("meta", attrs={"http-equiv": "Content-Security-Policy"})["content"]
            assert strict == policy(other.style.string), path


def test_files_that_no_page_loads_are_not_published(kept):
    assert "pagefind/2024/pagefind.js" in kept.files
    assert "pagefind/2024/pagefind-modular-ui.js" not in kept.files


# --- without an index


def test_a_site_whose_index_cannot_be_made_has_no_search_and_says_why_in_a_line(build, tmp_path):
    built = build(FILES, PYTHONPATH=instead(tmp_path, "raise SystemExit('the disk is full')"))
    assert "The site is built without its search: Pagefind failed: the disk is full" in " ".join(built.said.split())
    assert "search/index.html" not in built.files
    assert not [path for path, page in built.pages.items() if page.select("a[href*='search/']")]
    assert "/search/" not in built.text("sitemap.xml")


def test_where_pagefind_is_not_installed_there_is_no_index(tmp_path, monkeypatch):
    monkeypatch.setattr(search_index, "find_spec", lambda name: None)
    with pytest.raises(NoIndexError, match="not installed"):
        put_index(["<p>One"], tmp_path / "index", tmp_path / "kept")


def test_a_site_without_a_day_has_no_search(build, tmp_path):
    assert "search/index.html" not in build(PYTHONPATH=instead(tmp_path, KEEPS)).files


# --- in a browser

SAID, FOUND = "#said_", "#found_ a"


@pytest.fixture(scope="module")
def pagefind() -> None:
    if find_spec("pagefind") is None:
        pytest.skip("needs Pagefind (make install)")


def answered(page) -> str:
    """What the search says when it is done."""
    expect(page.locator(SAID)).not_to_have_text(re.compile("^(Searching …)?$"), timeout=PATIENCE)
    return page.text_content(SAID)


def test_a_word_of_a_development_is_found_below_any_address_and_nobody_else_is_asked(
    chromium, pagefind, tmp_path_factory
):
    folder = tmp_path_factory.mktemp("searched")
    place = folder / "below" / "a path"
    place.mkdir(parents=True)
    built_site(place, FILES)
    with served(folder) as root, visiting(chromium) as visit:
        page, here = visit.page, f"{root}below/a%20path/output/"
        page.goto(f"{here}search/")
        page.fill("#q_", "alight tugs")
        page.press("#q_", "Enter")
        assert answered(page) == "1 found"
        assert page.locator(FOUND).evaluate_all("all => all.map(a => [a.href, a.textContent])") == [
            [f"{here}2024/12/29/#ferry1", "Ferry burns in the harbour of Selm"]
        ]
        shown = page.inner_text("#found_")
        assert "Sunday 29 December 2024" in shown
        assert "Words of Vostok Agency (state media, RU)" in shown
        assert page.locator("mark").count() == 2

        # A search has an address; a filter alone is one too; what a stranger wrote stays text.
        page.goto(f"{here}search/?topic=Courts")
        assert answered(page) == "1 found"
        assert page.locator(FOUND).all_text_contents() == ["Judges free two <script>pwn()</script> in Tarn"]
        assert page.input_value("#topic_") == "Courts"

        page.goto(f"{here}search/?q=ferry&sort=new")
        assert answered(page) == "3 found"
        assert page.locator(FOUND).last.get_attribute("href").endswith("2024/12/28/#ferry0")

        for nothing in ("marmalade", "periwinkles", "beside", "voices"):
            page.goto(f"{here}search/?q={nothing}")
            assert answered(page) == "Nothing found. Try other words."
        assert [url for url in visit.asked if not url.startswith(here)] == []
        assert visit.complaints == []


def year_of(year: int, count: int) -> dict[str, str]:
    """A day of a year with so many developments that one word finds."""
    sections = "\n".join(
        f"## Lantern {n} of {year} {{#l{n:03d}}}\n\nChange: new\n\n- [Lantern](https://e.example/{n}) — Wire, undated\n"
        for n in range(count)
    )
    return {f"briefings/{year}/{year}-06-01.md": f"Title: A day of {year}\nDate: {year}-06-01\n\n{sections}"}


def test_a_search_begins_with_the_newest_year_and_goes_back_while_it_finds_too_little(chromium, pagefind, build):
    built = build(year_of(2022, 3) | year_of(2023, 30) | year_of(2024, 4) | year_of(2025, 25))
    with served(built.folder) as here, visiting(chromium) as visit:
        page = visit.page
        page.goto(f"{here}search/?q=lantern&sort=new")
        assert answered(page) == "25 found back to 2025, 20 below"
        assert {url.split("pagefind/")[1][:4] for url in visit.asked if "/pagefind/" in url} == {"2025"}
        for count, told in ((40, "59 found back to 2023, 40 below"), (60, "62 found, 60 below"), (62, "62 found")):
            page.click("#more_")
            expect(page.locator(SAID)).to_have_text(told, timeout=PATIENCE)
            assert page.locator(FOUND).count() == count
        years = [text[-4:] for text in page.locator(FOUND).all_text_contents()]
        assert years == ["2025"] * 25 + ["2024"] * 4 + ["2023"] * 30 + ["2022"] * 3
        assert page.is_hidden("#more_")
        page.goto(f"{here}search/?q=lantern&year=2022")
        assert answered(page) == "3 found"
