"""What strangers wrote into a ledger is text wherever it is shown."""

from __future__ import annotations

import csv
import io
import json
import re

import feedparser
import pytest
from lxml import etree

from tests.site_data.days import BRIEFINGS, DAY_28, DAY_29, POST, WIRE, claim, figure, jsonl

BAD = {
    "script": "<script>alert(1)</script>",
    "image": '"><img src=x onerror=alert(1)>',
    "template": "{{ 7*7 }}{% raw %}",
    "svg": "</title></desc></svg><script>x</script>",
    "cdata": "]]><b>&amp;&#0;",
    "control": "a\x00b\x1b[31m\u202ec",
    "long": "Ж" * 3000,
    "formula": "=cmd|' /C calc'!A0",
    "quote": "' onclick='x",
}


def hostile(text: str, day: str, section: str, url: str) -> tuple:
    fields = {"development": f"{day}#{section}", "url": url, "conflict": text, "label": text, "source": text or "x"}
    return (
        figure(
            **fields,
            speaker=text,
            place=text,
            who=text,
            qualifier=text,
            period="since " + text,
            currency=text,
            value="5",
        ),
        figure(**fields, value=None, qualifier=text),
        claim(**fields, speaker=text, role=text, side=text, verb=text, words=text[:60]),
        claim(**fields, speaker="other " + text, side="B" + text),
    )


@pytest.fixture(scope="module")
def site(build):
    files = dict(BRIEFINGS)
    for day, section, url in (("2024-12-28", "ccc333", WIRE + "c"), ("2024-12-29", "aaa111", POST + "a")):
        lines = [hostile(text, day, section, url) for text in BAD.values()]
        files[f"figures/2024/{day}.jsonl"] = jsonl(*(line for each in lines for line in each[:2]))
        files[f"claims/2024/{day}.jsonl"] = jsonl(*(line for each in lines for line in each[2:]))
    files["briefings/2024/2024-12-28.md"] = DAY_28.replace("Selm shelled", "<script>x</script>{{ 7*7 }} Selm")
    files["briefings/2024/2024-12-29.md"] = DAY_29
    files["wire/2024/2024-12-29.jsonl"] = jsonl(
        {"url": POST + "a", "time": "2024-12-29T23:30:00Z", "sha256": BAD["image"]}
    )
    return build(files)


def test_no_word_of_theirs_becomes_an_element(site):
    for path, page in site.pages.items():
        kinds = {"application/ld+json"} if path != "search/index.html" else {"module"}  # the one page with a script
        assert {tag.get("type") for tag in page.find_all("script")} <= kinds, path
        assert page.find_all(["img", "iframe", "b\\"]) == [], path
        for tag in page.find_all(True):
            assert not [name for name in tag.attrs if name.startswith("on")], (path, tag)
            assert not str(tag.get("href", "")).casefold().startswith("javascript:"), path


def test_their_words_are_shown_as_they_are(site):
    shown = site.page("2024/12/29/figures/").get_text()
    for name in ("script", "image", "template", "quote"):
        assert BAD[name] in shown, name
    assert "49" not in site.page("2024/12/28/").h2.get_text()


def test_drawings_stay_well_formed(site):
    drawn = re.findall(r"<svg.*?</svg>", site.text("figures/killed/index.html"), re.DOTALL)
    assert drawn
    for svg in drawn:
        assert {node.tag for node in etree.fromstring(svg).iter()} == {
            "svg",
            "desc",
            "path",
            "text",
            "a",
            "title",
            "circle",
        }


def test_feeds_and_files_stay_readable(site):
    for form in ("rss", "atom"):
        text = site.text(f"feeds/figures.{form}.xml")
        feed = feedparser.parse(text)
        assert not feed.bozo
        assert len(feed.entries) == 2
        assert max(len(line.encode()) for line in text.split("\n")) < 900
    for name in ("claims", "figures"):
        assert len([json.loads(row) for row in site.text(f"2024/12/29/{name}.ndjson").split("\n") if row]) >= len(BAD)
    rows = list(csv.reader(io.StringIO(site.text("figures/killed.csv"))))
    assert len({len(row) for row in rows}) == 1
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "@"))]


def test_ids_stay_unique_and_labels_have_their_targets(site):
    for path, page in site.pages.items():
        ids = [tag["id"] for tag in page.find_all(id=True)]
        assert sorted(ids) == sorted(set(ids)), path
        for node in page.find_all(attrs={"aria-labelledby": True}):
            assert node["aria-labelledby"] in ids, path
