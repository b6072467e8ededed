"""What was cited before is the same whether it is kept from night to night or read anew."""

from __future__ import annotations

import json
import random
from datetime import date, timedelta
from pathlib import Path

import pytest

from scrapers import remembered
from scrapers.addresses import address_key
from scrapers.extract.identity import Claim, Claims
from scrapers.remembered import NAME, cited_before
from scrapers.wire import wire_path

TODAY = date(2026, 8, 21)


def line(n: int, dice: random.Random) -> str:
    """A line of a wire log, of one of forty articles, which houses share, reword and tell again."""
    article = dice.randrange(40)
    url = f"https://{dice.choice('abc')}.example/{article}" + dice.choice(["", "?utm_source=x", "?feed=7", "#part"])
    return json.dumps(
        {
            "id": f"{n:06}", "development": f"d{article}", "url": url, "canonical": url,
            "keys": [url, *([f"tag:{article}"] if dice.random() < 0.4 else [])], "source": dice.choice(["A", "B", "C"]),
            "headline": f"Bridge number {article} falls into the river {dice.choice(['', 'again'])}".strip(),
            "published": dice.choice([None, "2026-08-20T10:00:00Z"]), "time": None, "status": None, "sha256": None,
            "outcome": dice.choice(["cited", "cited", "left out", "withheld"]),
        }
    )  # fmt: skip


def change(content: Path, dice: random.Random) -> None:
    path = wire_path(content, TODAY - timedelta(days=dice.randrange(6)))
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = path.read_text(encoding="utf-8").split("\n") if path.exists() else []
    if lines and dice.random() < 0.2:
        path.unlink()
        return
    lines += [line(dice.randrange(60), dice) for _ in range(dice.randrange(8))]
    lines += ["{"] * (dice.random() < 0.2)
    path.write_text("\n".join(lines), encoding="utf-8")


def answers(known: Claims, asked: list[Claim]) -> list[object]:
    return [
        (known.same(claim), known.contested(claim), [list(known.holders(key)) for key in claim.known_by])
        for claim in asked
    ]


def asked(dice: random.Random) -> list[Claim]:
    values = [json.loads(line(0, dice)) for _ in range(40)]
    return [
        Claim(
            source=each["source"],
            keys=frozenset(map(address_key, each["keys"])),
            headline=each["headline"],
            published=each["published"],
            url=each["url"],
        )
        for each in values
    ]


@pytest.mark.parametrize("seed", range(6))
def test_what_is_kept_answers_as_what_is_read_anew(seed: int, tmp_path: Path) -> None:
    dice, content, cache = random.Random(seed), tmp_path / "content", tmp_path / "cache"
    for n in range(12):
        change(content, dice)
        today = TODAY + timedelta(days=n % 3 - 1)
        anew, faults = cited_before(content, today, None)
        kept, kept_faults = cited_before(content, today, cache)
        questions = asked(dice)
        assert answers(kept, questions) == answers(anew, questions)
        assert kept_faults == faults


def test_a_log_that_stayed_is_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    dice, content, cache = random.Random(1), tmp_path / "content", tmp_path / "cache"
    for n in range(1, 5):
        path = wire_path(content, TODAY - timedelta(days=n))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(line(n, dice), encoding="utf-8")
    cited_before(content, TODAY, cache)
    read: list[date] = []
    known_of = remembered.wire.known_of
    monkeypatch.setattr(remembered.wire, "known_of", lambda folder, day: read.append(day) or known_of(folder, day))
    cited_before(content, TODAY, cache)
    assert not read
    wire_path(content, TODAY - timedelta(days=2)).write_text(line(9, dice), encoding="utf-8")
    cited_before(content, TODAY, cache)
    assert set(read) == {TODAY - timedelta(days=2)}


@pytest.mark.parametrize("damage", ["cut", "other", "version", "folder"])
def test_a_damaged_or_foreign_file_costs_only_time(
    damage: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dice, content, cache = random.Random(2), tmp_path / "content", tmp_path / "cache"
    for _ in range(6):
        change(content, dice)
    cited_before(content, TODAY, cache)
    path = cache / NAME
    if damage == "cut":
        path.write_bytes(path.read_bytes()[:5000])
    elif damage == "other":
        path.write_text("no database")
    elif damage == "folder":
        path.unlink()
        path.mkdir()
    else:
        monkeypatch.setattr(remembered, "program", lambda: "another")
    questions = asked(dice)
    anew, _ = cited_before(content, TODAY, None)
    assert answers(cited_before(content, TODAY, cache)[0], questions) == answers(anew, questions)
