"""A line of the ledger that cannot be read costs only itself, and is told with file and line."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.claims import who_says_what
from plugins.figures import rows
from plugins.ledger_files import evidence, lines_of, read
from plugins.site import Item
from scrapers.briefing_file import loads
from scrapers.ledger import ClaimLine, FigureLine
from tests.site_data.days import BRIEFINGS, CONTENT, DAY_29, claim, figure, jsonl

BRIEFING = loads(DAY_29)
ITEM = Item(briefing=BRIEFING, section=BRIEFING.developments[0])
GOOD = asdict(figure())
SAID = asdict(claim())

BROKEN = {
    "no JSON": "{",
    "another JSON": "[1, 2]",
    "a number": "12",
    "a field too few": json.dumps({key: value for key, value in GOOD.items() if key != "url"}),
    "a field too many": json.dumps({**GOOD, "colour": "red"}),
    "a value that is a number": json.dumps({**GOOD, "value": 12}),
    "a value that is no number": json.dumps({**GOOD, "value": "a dozen"}),
    "a value like a formula": json.dumps({**GOOD, "value": "1e9999999"}),
    "a value without end": json.dumps({**GOOD, "value": "9" * 16}),
    "a negative value": json.dumps({**GOOD, "upper": "-1"}),
    "a text that is a list": json.dumps({**GOOD, "speaker": ["a", "b"]}),
    "an empty source": json.dumps({**GOOD, "source": " \u200b"}),
    "a part that is a word": json.dumps({**GOOD, "part": "yes"}),
    "an address that is code": json.dumps({**GOOD, "url": "javascript:alert(1)"}),
    "a metric that is a path": json.dumps({**GOOD, "metric": "../../etc"}),
    "a window of its own": json.dumps({**GOOD, "window": "weekly"}),
    "a development that is none": json.dumps({**GOOD, "development": "yesterday"}),
    "brackets without end": "[" * 100_000,
}


@pytest.mark.parametrize("case", BROKEN)
def test_a_broken_line_of_figures_is_a_fault_and_the_rest_is_read(case):
    text = jsonl(figure(value="1")) + BROKEN[case] + "\n" + jsonl(figure(value="3"))
    lines, faults = lines_of(text, FigureLine)
    assert [line.value for line in lines] == ["1", "3"]
    assert [fault.line for fault in faults] == [2]


CLAIMS_BROKEN = {
    "more words than may be shown": {**SAID, "words": "word " * 16},
    "a start that is a word": {**SAID, "start": "9"},
    "a relay of numbers": {**SAID, "relay": [1]},
}


@pytest.mark.parametrize("case", CLAIMS_BROKEN)
def test_a_broken_line_of_claims_is_a_fault(case):
    lines, faults = lines_of(jsonl(claim(), CLAIMS_BROKEN[case]), ClaimLine)
    assert ([line.id for line in lines], [fault.line for fault in faults]) == ([SAID["id"]], [2])


def test_fifteen_words_may_be_shown():
    assert len(lines_of(jsonl(claim(words="word " * 15)), ClaimLine)[0]) == 1


def test_texts_are_one_fit_line_and_a_line_separator_is_no_end_of_a_row():
    (line,), faults = lines_of(jsonl(figure(id="x", place="Se\u2028lm\u202e \x07", speaker="")), FigureLine)
    assert (line.place, line.speaker, faults) == ("Se lm", None, ())


def test_an_id_counts_once_and_the_first_line_holds():
    lines, _ = lines_of(jsonl(figure(id="x", value="1"), figure(id="x", value="2")), FigureLine)
    assert [line.value for line in lines] == ["1"]


def test_the_wire_log_tells_when_an_address_was_first_read():
    first: dict[str, datetime] = {}
    evidence(jsonl({"url": "https://a.example/", "time": "2024-12-28T23:30:00Z", "sha256": "aa" * 32}), first)
    seen, faults = evidence(
        jsonl({"url": "https://a.example/", "time": "2024-12-29T23:30:00Z", "sha256": "bb" * 32})
        + '{"url": 3\n[]\n{"time": "x"}\n{"url": "u", "time": "tomorrow"}\n{"url": [], "time": "2024-12-29"}\n',
        first,
    )
    assert seen["https://a.example/"].first == datetime(2024, 12, 28, 23, 30, tzinfo=UTC)
    assert seen["https://a.example/"].sha256 == "bb" * 32
    assert [fault.line for fault in faults] == [2, 3, 4, 5, 6]


def test_a_file_that_an_editor_saved_with_other_line_ends_is_read():
    lines, faults = lines_of(jsonl(figure(value="1"), figure(value="2")).replace("\n", "\r\n"), FigureLine)
    assert ([line.value for line in lines], faults) == (["1", "2"], ())


def test_a_time_without_a_zone_is_utc():
    seen, _ = evidence(jsonl({"url": "https://a.example/", "time": "2024-12-28T23:30:00", "sha256": None}), {})
    assert seen["https://a.example/"].first == datetime(2024, 12, 28, 23, 30, tzinfo=UTC)


def test_a_digest_that_is_none_is_not_shown():
    seen, _ = evidence(jsonl({"url": "https://a.example/", "time": None, "sha256": "<b>"}), {})
    assert (seen["https://a.example/"].first, seen["https://a.example/"].sha256) == (None, None)


def test_a_file_that_is_no_day_is_left_alone(tmp_path):
    folder = tmp_path / "figures" / "2024"
    folder.mkdir(parents=True)
    (folder / "2024-12-29 copy.jsonl").write_text("{")
    (folder / "2024-12-29.jsonl").write_bytes(b"\xff\xfe\n" + jsonl(figure()).encode())
    ledger, faults = read(tmp_path)
    assert [len(lines) for lines in ledger.figures.values()] == [1]
    assert [str(fault).split(": ")[0] for fault in faults] == [f"{tmp_path.name}/figures/2024/2024-12-29.jsonl:1"]


def test_the_build_goes_on_and_warns_with_file_and_line(build):
    files = {
        **CONTENT,
        "figures/2024/2024-12-29.jsonl": "{\n" + CONTENT["figures/2024/2024-12-29.jsonl"],
        "claims/2024/2024-12-28.jsonl": CONTENT["claims/2024/2024-12-28.jsonl"] + '{"id": "x"}\n',
        "wire/2024/2024-12-29.jsonl": CONTENT["wire/2024/2024-12-29.jsonl"] + "nonsense\n",
    }
    built = build(files)
    for place in (
        "figures/2024/2024-12-29.jsonl:1:",
        "claims/2024/2024-12-28.jsonl:2:",
        "wire/2024/2024-12-29.jsonl:3:",
    ):
        assert f"content/{place}" in built.said
    assert len(built.page("2024/12/29/figures/").select("table.figures td b")) == 7


def test_lines_of_a_day_that_is_not_on_the_site_are_not_published(build):
    files = {**BRIEFINGS, "figures/2024/2024-12-30.jsonl": jsonl(figure(development="2024-12-30#aaa111"))}
    assert not [name for name in build(files).files if "figures" in name]


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


@pytest.mark.parametrize(("kind", "good"), [(FigureLine, GOOD), (ClaimLine, SAID)])
@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_whatever_stands_in_a_line_it_is_shown_or_told(kind, good, data):
    changed = data.draw(st.dictionaries(st.sampled_from(sorted(good)), ANYTHING, max_size=3))
    lines, faults = lines_of(json.dumps({**good, **changed}), kind)
    assert len(lines) + len(faults) == 1
    for line in lines:
        assert all(value is None or isinstance(value, str | bool | int | tuple) for value in vars(line).values())
        if kind is FigureLine:
            (row,) = rows(ITEM, [replace(line, part=False)])
            assert row.number
            assert row.what
        else:
            who_says_what([line, claim(side="another")])
