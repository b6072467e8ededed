"""A licence that asks for a line gets it wherever the source's words stand: on pages, in feeds, in mail."""

from __future__ import annotations

import json
from pathlib import Path

import feedparser
import pytest
from bs4 import BeautifulSoup
from jinja2 import Environment, FileSystemLoader

from plugins.credit_lines import credits_of, known
from plugins.language_marks import Spoken
from plugins.pages import FILTERS
from scrapers.__main__ import main
from scrapers.briefing_file import parse
from scrapers.model import Credit, Feed, Rights, Source
from scrapers.sources import load
from tests.built_site import ROOT
from tests.desk import SITE, furnished

OFFICE = "Contains public sector information licensed under the Open Government Licence v3.0 (sample)."
BULLETIN = "Quoted with credit to the Relief Coordination Bulletin (sample)."
#: As a reader sees it: whose line it is stands before it, where the words do not say so.
LINES = {
    "Albion Ministry of Defence": f"Albion Ministry of Defence: {OFFICE}",
    "Relief Coordination Bulletin": BULLETIN,
}
HOSTS = {"https://www.mod.albion.example/": OFFICE, "https://www.reliefbulletin.example/": BULLETIN}

DAY = """Title: Briefing for {day}
Date: {day}

## Albion sends trucks {{#truck{n}}}

Topics: Trucks
{follows}
“A hundred trucks are on their way”, [Albion Ministry of Defence](https://www.mod.albion.example/{n}) writes.

- [A hundred trucks](https://www.mod.albion.example/{n}) — Albion Ministry of Defence · government, GB, {day} 10:00 UTC
- [Again](https://www.mod.albion.example/{n}b) — Albion Ministry of Defence · government, GB, {day} 11:00 UTC

## What others made has another licence {{#wire{n}}}

It rains, [Northwire](https://example.org/rain{n}) reports.

- [Rain](https://example.org/rain{n}) — Northwire via Albion Ministry of Defence, {day} 10:00 UTC
- [Rain in Darfur](https://example.org/r{n}) — Relief Coordination Bulletin via Somebody, {day} 11:00 UTC
- [Sun](https://example.org/sun{n}) — Nobody We Know, undated
"""


def words(node) -> str:
    return " ".join(node.get_text(" ").split())


def lines(node) -> list[str]:
    return [words(each).replace("Defence : ", "Defence: ") for each in node.select(".credit")]


@pytest.fixture(scope="module")
def trucks(build):
    """Two invented days of one story."""
    days = {
        "2024-12-28": DAY.format(day="2024-12-28", n=1, follows=""),
        "2024-12-29": DAY.format(day="2024-12-29", n=2, follows="Follows: 2024-12-28#truck1\n"),
    }
    return build({f"briefings/2024/{day}.md": text for day, text in days.items()})


@pytest.fixture(scope="module")
def sampled(build, tmp_path_factory):
    """The site of the sample nights, as `make demo` builds it."""
    content = furnished(tmp_path_factory.mktemp("sampled") / "content")
    for day in ("2024-12-28", "2024-12-29"):
        assert main(["night", "--sample", day, "--content", str(content), "--settings", str(SITE)]) == 0
    return build(base=content)


def test_a_development_has_the_line_once_below_its_citations(trucks):
    truck, wire = trucks.page("2024/12/28/").select("article.development")
    assert lines(truck) == [LINES["Albion Ministry of Defence"]]
    assert truck.select_one("details.cited").find_next_sibling()["class"] == ["credit"]
    assert truck.select_one(".credit a")["href"] == "https://www.mod.albion.example/licence"
    # The carrier's licence says nothing of a wire story; the maker's holds whoever carries it.
    assert lines(wire) == [BULLETIN]


def test_the_pages_that_tell_headlines_have_each_line_once(trucks):
    story = next(path for path in trucks.pages if path.startswith("stories/") and path != "stories/index.html")
    assert lines(trucks.pages[story]) == [LINES["Albion Ministry of Defence"]]
    assert lines(trucks.page("topics/trucks/")) == [LINES["Albion Ministry of Defence"]]
    assert lines(trucks.page("")) == list(LINES.values())


def test_every_form_of_every_feed_has_it(trucks):
    for feed in ("developments", "digest", "topics/trucks"):
        found = [item["content_html"] for item in json.loads(trucks.text(f"feeds/{feed}.json"))["items"]]
        for form in ("rss", "atom"):
            entries = feedparser.parse(trucks.text(f"feeds/{feed}.{form}.xml")).entries
            assert len(entries) == len(found)
            found += [entry.content[0].value for entry in entries] if form == "atom" else []
        for html in found:
            told = BeautifulSoup(html, "lxml")
            if told.find("a", string="A hundred trucks") or "trucks are on their way" in words(told):
                assert words(told).count(OFFICE) == 1
                assert told.find("a", string=OFFICE)["href"] == "https://www.mod.albion.example/licence"
    for form in ("rss", "atom"):
        assert trucks.text(f"feeds/digest.{form}.xml").count(BULLETIN) >= 2


def test_no_word_of_a_source_stands_on_the_sample_site_without_its_line(sampled):
    """Every development of a day and every item of a feed: whoever is cited there has the line there."""
    seen = set()
    for day in ("2024/12/28/", "2024/12/29/"):
        evidence = sampled.page(f"{day}evidence/")
        for development in sampled.page(day).select("article.development"):
            identity = development.get("id") or development.find(id=True)["id"]
            told = evidence.find(id=identity).parent
            makers = dict.fromkeys(words(name) for name in told.select(".report > b"))
            expected = [LINES[maker] for maker in makers if maker in LINES]
            assert lines(development) == expected, identity
            seen.update(expected)
    assert seen == set(LINES.values())
    mails = [
        item["content_html"]
        for path in sorted((sampled.folder / "feeds").rglob("*.json"))
        if path.name != "figures.json"  # numbers are nobody's words
        for item in json.loads(path.read_text(encoding="utf-8"))["items"]
    ]
    for html in (*mails, str(sampled.page(""))):
        for host, credit in HOSTS.items():
            assert f'href="{host}' not in html or credit in words(BeautifulSoup(html, "lxml"))


def test_what_a_credit_says_is_text_and_only_http_becomes_a_link():
    assert source(credit="Of us: https://x.example/a?b=1&c=2").credit_line == Credit(
        source="X", words="Of us:", url="https://x.example/a?b=1&c=2"
    )
    assert source(credit="Of us javascript:alert(1)").credit_line == Credit(
        source="X", words="Of us javascript:alert(1)"
    )
    hostile = source(name="<b>X</b>", credit='<script>pwn()</script> & https://x.example/"onclick=pwn()').credit_line
    env = Environment(loader=FileSystemLoader(ROOT / "theme" / "templates"), autoescape=True)
    env.filters.update(FILTERS)
    for template in ("_credits.html", "mail/_credits.html"):
        made = env.get_template(template).render(credits=(hostile,), here="https://example.org/", spoken=Spoken())
        shown = BeautifulSoup(made, "lxml")
        assert {tag.name for tag in shown.find_all(True)} == {"html", "body", "p", "a"}
        assert "onclick" not in shown.a.attrs
        assert words(shown) == "<b>X</b>: <script>pwn()</script> &"


def source(name: str = "X", **fields: str) -> Source:
    return Source(name=name, feeds=(Feed(url="https://x.example/feed"),), **fields)


def test_the_lines_stand_in_the_order_of_the_citations():
    (section, other), lines = parse(DAY.format(day="2024-12-28", n=1, follows=""))[0].sections, known()
    assert [credit.source for credit in credits_of((other, section, other), lines)] == [
        "Relief Coordination Bulletin",
        "Albion Ministry of Defence",
    ]


def test_every_source_that_may_be_quoted_says_how_it_is_credited():
    for each in load():
        if each.rights not in (Rights.LINK, Rights.PREVIEW):  # a preview is named and linked wherever it stands
            assert each.credit or "naming and linking it" in each.rights_why, each.name


def test_a_site_is_not_built_while_a_source_s_line_cannot_be_read(monkeypatch, caplog, tmp_path: Path):
    from plugins import pages

    (tmp_path / "bad.py").write_text("SOURCE = 1", encoding="utf-8")
    monkeypatch.setattr("scrapers.sources.FOLDER", tmp_path)
    assert pages._credits() == {}
    (record,) = caplog.records
    assert record.levelname == "ERROR"  # `make site` says --fatal errors
    assert "bad.py" in record.message
