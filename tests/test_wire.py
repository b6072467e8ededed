"""What the wire log tells another day, whatever stands in it."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from scrapers.wire import CITED, KNOWN, LEFT_OUT, TERMS, TOLD, WITHHELD, known_of, read_day, wire_path

DAY = date(2026, 8, 21)
WORDS = st.sampled_from(["Bridge falls", f'says "outcome": "{CITED}"', "\\", '"', "Öl", f'{{"outcome": "{CITED}"}}'])
LINE = st.builds(
    lambda identity, outcome, words, spaced: json.dumps(
        {
            "id": identity, "development": "aaa111", "url": "https://a.example/1", "canonical": "https://a.example/1",
            "keys": ["https://a.example/1"], "source": "A", "headline": words, "published": None, "time": None,
            "status": None, "sha256": None, "outcome": outcome,
        },
        ensure_ascii=False,
        separators=None if spaced else (",", ":"),
    ),
    st.sampled_from(["a1", "b2", "c3", 'd"4']),
    st.sampled_from([CITED, LEFT_OUT, WITHHELD, TOLD, TERMS]),
    WORDS,
    st.booleans(),
)  # fmt: skip


@given(st.lists(st.one_of(LINE, st.sampled_from(["", "{", "[]", '{"id": "a1"}', "<<<<<<<"])), max_size=12))
def test_what_is_known_of_a_day_is_what_its_whole_log_says(tmp_path_factory, lines: list[str]) -> None:
    content = tmp_path_factory.mktemp("wire")
    path: Path = wire_path(content, DAY)
    path.parent.mkdir(parents=True)
    path.write_text("\n".join(lines), encoding="utf-8")
    every, faults = read_day(content, DAY)
    known, of_known = known_of(content, DAY)
    assert known == tuple(line for line in every if line.outcome in KNOWN)
    assert set(map(str, of_known)) <= set(map(str, faults))
