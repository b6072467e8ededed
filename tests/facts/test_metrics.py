"""Each file of `facts/metrics/` says by examples what it reads and what not; each of its phrases is needed by one."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from scrapers.facts import measured, phrases
from scrapers.facts.figures import figures
from scrapers.facts.phrases import Phrase
from scrapers.ledger import METRICS

PHRASES = {f"{phrase.metric} {phrase.name}": phrase for phrase in phrases.PHRASES}
TOLD = [(name, text) for name, phrase in PHRASES.items() for text in phrase.told]
NOT = [(name, text) for name, phrase in PHRASES.items() for text in phrase.no_figure]
FILES = sorted((Path(phrases.__file__).parent / "metrics").glob("*.toml"))


def found(text: str) -> list[tuple[str, Any]]:
    return sorted((figure.metric, figure.value) for figure in figures(text) if figure.value is not None)


def expected(phrase: Phrase, text: str) -> list[tuple[str, Any]]:
    """`told` gives one value, a list of them, or a table of metrics."""
    told = phrase.told[text]
    rows = told if isinstance(told, dict) else {phrase.metric: told}
    return sorted(
        (metric, value) for metric, given in rows.items() for value in (given if isinstance(given, list) else [given])
    )


@pytest.mark.parametrize(("name", "text"), TOLD)
def test_reads_the_examples_of_a_metric(name: str, text: str) -> None:
    assert found(text) == expected(PHRASES[name], text)


@pytest.mark.parametrize(("name", "text"), NOT)
def test_reads_no_figure_in_its_counter_examples(name: str, text: str) -> None:
    assert figures(text) == ()


@pytest.mark.parametrize("name", PHRASES)
def test_a_phrase_is_needed_by_one_of_its_examples(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    phrase = PHRASES[name]
    monkeypatch.setattr(measured, "PHRASES", tuple(each for each in phrases.PHRASES if each is not phrase))
    assert any(found(text) != expected(phrase, text) for text in phrase.told)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_has_nothing_that_is_not_read(path: Path) -> None:
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    assert set(data.get("labels", {path.stem: ""})) <= METRICS.keys()
    known = {phrase.name for phrase in PHRASES.values() if phrase.metric == path.stem}
    assert {key for key, value in data.items() if isinstance(value, dict)} - {"labels", "pieces"} == known
    text = path.read_text(encoding="utf-8")
    assert all(f"{{{piece}}}" in text for piece in data.get("pieces", {}))


def test_no_two_metrics_have_the_same_rank() -> None:
    ranks = [re.search(r"^rank = (\d+)$", path.read_text(encoding="utf-8"), re.M) for path in FILES]
    assert len({rank[1] for rank in ranks if rank}) == len(FILES)
