"""`nightdesk group`: lines in, lines out."""

from __future__ import annotations

import argparse
import json
from dataclasses import replace
from pathlib import Path

import pytest

from scrapers.commands import group
from scrapers.errors import BriefingError, ConfigError
from scrapers.group.developments import developments
from scrapers.group.explain import place_of
from tests.desk import DESK
from tests.group.world import NIGHT, NOW, article, topics


def ran(*options: str) -> int:
    parser = argparse.ArgumentParser()
    group.add(parser.add_subparsers())
    args = parser.parse_args(["group", "--content", str(DESK), *options])
    code = args.run(args)
    assert isinstance(code, int)
    return code


@pytest.fixture
def batch(tmp_path: Path) -> Path:
    path = tmp_path / "articles.jsonl"
    lines = [
        {
            "id": one.id,
            "title": one.headline,
            "text": one.text,
            "published": one.published.isoformat() if one.published else None,
            "source": one.source.name,
            "url": one.url,
            "lang": one.language,
        }
        for one in NIGHT
    ]
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return path


def test_gives_a_line_an_article_in_its_order(batch: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ran("--batch", str(batch)) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["id"] for line in lines] == [one.id for one in NIGHT]
    assert all(set(line) == {"id", "cluster", "story", "on_topic", "conflict", "kind"} for line in lines)
    by_id = {line["id"]: line for line in lines}
    assert by_id["a1"]["cluster"] == by_id["a2"]["cluster"] != by_id["b1"]["cluster"]
    assert by_id["c1"]["conflict"] == "sahel"
    assert not by_id["x1"]["on_topic"]
    assert by_id["x1"]["conflict"] is None


def test_day_by_day_gives_the_same_where_nothing_goes_on(batch: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ran("--batch", str(batch)) == ran("--batch", str(batch), "--by-day") == 0
    both = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    half = len(both) // 2
    assert both[:half] == both[half:]


def test_says_why_two_are_together_and_two_apart(batch: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ran("--batch", str(batch), "--explain", "a1", "a2") == 0
    together = capsys.readouterr().out
    assert together.startswith("TOGETHER")
    assert "sumy" in together.lower()
    assert ran("--batch", str(batch), "--explain", "a1", "b1") == 0
    assert capsys.readouterr().out.startswith("APART")


WRONG = {
    "not JSON": ("{", ":1:"),
    "no id": ('{"title": "x"}', ":1:"),
    "an id twice": ('{"id": "a", "title": "x"}\n{"id": "a", "title": "y"}', ":2:"),
    "a time that is none": ('{"id": "a", "title": "x", "published": "soon"}', ":1:"),
}


@pytest.mark.parametrize("case", WRONG)
def test_a_bad_line_is_told_with_its_number(case: str, tmp_path: Path) -> None:
    text, place = WRONG[case]
    path = tmp_path / "bad.jsonl"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        ran("--batch", str(path))
    assert place in str(caught.value)


def test_an_id_that_is_not_there_and_a_file_that_is_not_there(batch: Path) -> None:
    with pytest.raises(BriefingError, match="nobody"):
        ran("--batch", str(batch), "--explain", "a1", "nobody")
    with pytest.raises(BriefingError, match=r"missing\.jsonl"):
        ran("--batch", str(batch.parent / "missing.jsonl"))


@pytest.mark.parametrize("section", [None, "World", "Opinion", "Sport", "Football", "Business"])
def test_why_it_is_on_the_page_is_told_as_it_was_judged(section: str | None) -> None:
    told = "Fighting went on and artillery shelled the town in the war."
    one = replace(article("a", "Army shells town as war fighting kills 20 soldiers", told), section=section)
    shown = bool(developments([one], topics=topics(), now=NOW))
    lines = place_of([one], "a", topics=topics())
    assert any("on the page at 1 of 1" in line for line in lines) is shown
    assert lines[1].startswith("let in" if shown else "left out")
