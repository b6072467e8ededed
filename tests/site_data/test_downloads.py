"""What analysts download, and how a development is cited."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import fields

import feedparser
import pytest

from plugins.downloads import COLUMNS, Placed, as_csv, as_json, ndjson
from scrapers.ledger import ClaimLine, FigureLine
from tests.site_data.days import CLAIMS_29, CONTENT, DAY_29, FIGURES_29, SHA, claim, figure

HERE = "https://example.org/nightdesk/2024/12/29/#aaa111"


def test_the_csv_holds_every_column_of_every_line_also_of_parts(site):
    rows = list(csv.DictReader(io.StringIO(site.text("figures/killed.csv"))))
    assert tuple(rows[0]) == COLUMNS
    assert {field.name for field in fields(FigureLine)} <= set(COLUMNS)
    assert [row["value"] for row in rows] == ["12", "12", "12", "2", "1212", "10", "1200", "3"]
    assert (rows[3]["part"], rows[3]["who"], rows[0]["part"]) == ("true", "children", "false")
    assert (rows[0]["day"], rows[0]["permalink"]) == ("2024-12-29", HERE)


def test_csv_and_json_tell_the_same(site):
    from_csv = list(csv.DictReader(io.StringIO(site.text("figures/drones_intercepted.csv"))))
    document = json.loads(site.text("figures/drones_intercepted.json"))
    assert (document["metric"], document["words"]) == ("drones_intercepted", "drones intercepted")
    written = {None: "", True: "true", False: "false"}
    assert [{key: written.get(value, value) for key, value in row.items()} for row in document["rows"]] == from_csv
    assert len(from_csv) == 2


def test_a_line_comes_back_from_json_and_ndjson_as_it_was():
    line = figure(speaker='a "mayor",\nof Selm', place="Ñandú – 東", value="12.50")
    placed = [Placed(line, line.development, HERE, False)]
    for row in (json.loads(as_json("killed", "killed", placed))["rows"][0], json.loads(ndjson(placed))):
        assert FigureLine(**{field.name: row[field.name] for field in fields(FigureLine)}) == line
    (row,) = csv.DictReader(io.StringIO(as_csv(placed), newline=""))
    assert (row["speaker"], row["place"], row["value"]) == (line.speaker, line.place, line.value)


@pytest.mark.parametrize("text", ['=HYPERLINK("http://evil.example")', "+1", "-1", "@SUM(A1)"])
def test_no_cell_is_run_as_a_formula(text):
    line = figure(speaker=text)
    (row,) = csv.DictReader(io.StringIO(as_csv([Placed(line, line.development, HERE, False)])))
    assert row["speaker"] == "'" + text
    assert json.loads(ndjson([Placed(line, line.development, HERE, False)]))["speaker"] == text


def test_a_metric_without_rows_is_still_json():
    assert json.loads(as_json("killed", "killed", []))["rows"] == []


def test_a_days_claims_and_figures_are_ndjson_linked_from_its_page(site):
    told = [json.loads(row) for row in site.text("2024/12/29/claims.ndjson").splitlines()]
    assert len(told) == len(CLAIMS_29) - 1
    assert {field.name for field in fields(ClaimLine)} | {"permalink", "sample"} == set(told[0])
    counted = [json.loads(row) for row in site.text("2024/12/29/figures.ndjson").splitlines()]
    # without the development that an editor hid and the article that is no longer cited
    assert len(counted) == len(FIGURES_29) - 2
    links = [link["href"] for link in site.page("2024/12/29/").select("p.more a")]
    for name in ("figures.ndjson", "claims.ndjson", "cite.json"):
        assert "../../../2024/12/29/" + name in links


def test_data_of_invented_outlets_say_so_wherever_they_go(build):
    front = "Window: 2024-12-28 17:30 – 2024-12-29 23:30 UTC\n"
    assert front in DAY_29
    day = DAY_29.replace(front, front + "Sample: invented outlets\n")
    built = build({**CONTENT, "briefings/2024/2024-12-29.md": day})
    rows = list(csv.DictReader(io.StringIO(built.text("figures/killed.csv"))))
    assert {(row["day"], row["sample"]) for row in rows} == {("2024-12-28", "false"), ("2024-12-29", "true")}
    assert json.loads(built.text("2024/12/29/claims.ndjson").splitlines()[0])["sample"] is True
    assert json.loads(built.text("2024/12/29/cite.json"))[0]["note"] == "Sample: invented outlets"
    for page in ("figures/", "figures/killed/", "2024/12/29/figures/"):
        assert built.page(page).find(class_="sample") is not None
    assert "invented outlets" in built.text("feeds/figures.json")


def test_a_claim_comes_back_as_it_was():
    line = claim(relay=("a ministry",), words="Said so")
    row = json.loads(ndjson([Placed(line, line.development, HERE, False)]))
    values = {field.name: row[field.name] for field in fields(ClaimLine)}
    assert ClaimLine(**{**values, "relay": tuple(values["relay"])}) == line


def test_programs_that_manage_references_find_every_development(site):
    entries = json.loads(site.text("2024/12/29/cite.json"))
    assert [entry["id"] for entry in entries] == ["2024-12-29-aaa111", "2024-12-29-bbb222", "2024-12-29-ddd444"]
    first = entries[0]
    assert (first["type"], first["title"], first["URL"]) == ("webpage", "Ferry port at Selm hit", HERE)
    assert first["issued"] == {"date-parts": [[2024, 12, 29]]}
    assert (first["container-title"], first["note"]) == ("Nightdesk", "Corrected 30 December 2024")
    assert first["author"][0].keys() == {"literal"}
    assert first["custom"]["sources"][0] == {
        "URL": "https://wire.example/a",
        "first_seen": "2024-12-28T23:31:00Z",
        "sha256": SHA,
    }
    assert first["custom"]["sources"][2] == {"URL": "https://radio.example/a", "first_seen": None, "sha256": None}


def test_a_development_says_how_to_cite_it(site):
    line = site.page("2024/12/29/evidence/").find(id="aaa111").parent.find(class_="cite")
    assert line.get_text() == (
        f"Cite as: Nightdesk, “Ferry port at Selm hit”, 29 December 2024, corrected 30 December 2024, {HERE}"
    )
    link = site.page("2024/12/29/").find(id="aaa111").parent.select("details.cited a")[-1]
    assert link["href"] == "./evidence/#aaa111"


def test_a_citation_shows_when_it_was_first_seen_and_the_digest_of_what_was_read(site):
    items = site.page("2024/12/29/evidence/").find(id="aaa111").parent.select("li.report")
    seen = items[0].find(class_="seen")
    assert seen.time["datetime"] == "2024-12-28T23:31Z"  # the day before, when it was left out
    assert seen.time.get_text() == "28 Dec 23:31"
    assert SHA in seen.find("span")["title"]
    assert SHA[:12] in seen.get_text()
    assert items[2].find(class_="seen") is None


def test_figures_have_a_feed_with_one_item_a_day(site):
    for form in ("rss", "atom"):
        feed = feedparser.parse(site.text(f"feeds/figures.{form}.xml"))
        assert not feed.bozo
        assert [entry.title for entry in feed.entries] == [
            "7 figures: Sunday 29 December 2024",
            "3 figures: Saturday 28 December 2024",
        ]
        assert feed.entries[0].link == "https://example.org/nightdesk/2024/12/29/figures/"
        assert feed.entries[0].id == "tag:" + feed.entries[0].id.split(":")[1] + ":nightdesk:figures"
        assert [entry.updated[:10] for entry in feed.entries] == ["2024-12-30", "2024-12-28"]
        assert "at least 1,212" in feed.entries[0].content[0].value
    assert len(json.loads(site.text("feeds/figures.json"))["items"]) == 2
    assert "feeds/figures.rss.xml" in site.text("feeds/all.opml")
    assert "feeds/figures.atom.xml" in site.text("subscribe/index.html")
