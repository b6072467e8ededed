"""A night of plain files; what is remembered from one night to the next; and what a night is worth given the last."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from scrapers.fetch import Folder, Network, State, judge
from scrapers.fetch.state import Known
from scrapers.model import Entry, FeedReading
from scrapers.outcome import Outcome, Request, Response, Result
from tests.fetch.site import Asked, Site

NOW = datetime(2026, 8, 21, 20, 0, tzinfo=UTC)
URL = "https://a.example/feed.xml"
BODY = b"<rss/>"

FILES = {
    "a.example/index.html": "<p>front</p>",
    "a.example/news/index.html": "<p>news</p>",
    "a.example/feed.xml": "<rss/>",
    "a.example/posts.json": "[]",
    "a.example/article": "<p>no extension</p>",
    "a.example/list": "<p>without a query</p>",
    "a.example/list?page=2": "<p>page two</p>",
    "a.example/мир": "<p>peace</p>",
    "a.example/denied": "<p>no</p>",
    "a.example/denied.headers": ":status: 403\n",
    "a.example/typed": "<feed/>",
    "a.example/typed.headers": "Content-Type: application/atom+xml\nETag: \"7\"\n",
    "a.example/empty": "",
    "b.example/secret": "never",
}  # fmt: skip
ASKED = {
    "https://a.example": ("<p>front</p>", "text/html; charset=utf-8"),
    "https://a.example/": ("<p>front</p>", "text/html; charset=utf-8"),
    "https://a.example/news/": ("<p>news</p>", "text/html; charset=utf-8"),
    "https://a.example/feed.xml": ("<rss/>", "application/xml"),
    "https://a.example/posts.json": ("[]", "application/json"),
    "https://a.example/article#part": ("<p>no extension</p>", "text/html; charset=utf-8"),
    "https://a.example/list?page=2": ("<p>page two</p>", "text/html; charset=utf-8"),
    "https://a.example/list?page=3": ("<p>without a query</p>", "text/html; charset=utf-8"),
    "https://a.example/%D0%BC%D0%B8%D1%80": ("<p>peace</p>", "text/html; charset=utf-8"),
    "https://a.example/typed": ("<feed/>", "application/atom+xml"),
    "https://a.example/denied": (Result.BLOCKED, "status 403"),
    "https://a.example/empty": (Result.EMPTY, "status 200, no content"),
    "https://a.example/none": (Result.OFFLINE, ""),
    "https://a.example/news": (Result.OFFLINE, ""),
    "https://a.example/../b.example/secret": (Result.OFFLINE, ""),
    "https://a.example/%2e%2e/b.example/secret": (Result.OFFLINE, ""),
    "https://../secret": (Result.OFFLINE, ""),
    "http://[": (Result.OFFLINE, ""),
}


@pytest.fixture
def files(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("url", ASKED)
def test_a_folder_answers_from_its_files(files: Path, url: str) -> None:
    with Folder(files, now=NOW) as folder:
        (outcome,) = folder.fetch([Request(url=url)])
    first, second = ASKED[url]
    if isinstance(first, Result):
        assert (outcome.result, outcome.detail, outcome.response) == (first, second, None)
    else:
        assert outcome.response is not None
        assert (outcome.response.body.decode(), outcome.response.header("Content-Type")) == (first, second)
        assert (outcome.response.fetched, outcome.response.status) == (NOW, 200)


def test_every_line_of_a_rule_for_robots_counts_and_of_another_header_the_last(files: Path) -> None:
    (files / "a.example" / "ruled").write_text("<p>ruled</p>")
    (files / "a.example" / "ruled.headers").write_text(
        "X-Robots-Tag: otherbot: noindex\nX-Robots-Tag: nosnippet\nTDM-Reservation: 1\nETag: 1\nETag: 2\n"
    )
    with Folder(files, now=NOW) as folder:
        (outcome,) = folder.fetch([Request(url="https://a.example/ruled")])
    assert outcome.response is not None
    assert [value for name, value in outcome.response.headers if name == "x-robots-tag"] == [
        "otherbot: noindex",
        "nosnippet",
    ]
    assert outcome.response.header("tdm-reservation") == "1"
    assert outcome.response.header("etag") == "2"


def answer(body: bytes = BODY, **headers: str) -> Response:
    return Response(
        url=URL,
        final_url=URL,
        status=200,
        headers=tuple(headers.items()),
        body=body,
        fetched=NOW,
        sha256=hashlib.sha256(body).hexdigest(),
    )


def test_a_good_answer_makes_the_next_request_conditional_and_is_remembered(tmp_path: Path) -> None:
    state = State(tmp_path)
    assert state.conditional(Request(url=URL)) == Request(url=URL)
    state.note(URL, Result.OK, now=NOW, items=3, response=answer(etag='"1"', **{"last-modified": "yesterday"}))
    state.save()
    state = State(tmp_path)
    assert state.conditional(Request(url=URL)) == Request(url=URL, etag='"1"', modified="yesterday")
    assert state.response(URL) == answer(etag='"1"', **{"last-modified": "yesterday"})
    assert state.known(URL).items == 3


def test_a_night_that_breaks_off_leaves_the_memory_as_it_was(tmp_path: Path) -> None:
    state = State(tmp_path)
    state.note(URL, Result.OK, now=NOW, items=3, response=answer(etag='"1"'))
    assert State(tmp_path).known(URL) == Known()


def test_a_feed_that_failed_is_asked_without_a_condition(tmp_path: Path) -> None:
    state = State(tmp_path)
    state.note(URL, Result.OK, now=NOW, items=3, response=answer(etag='"1"'))
    state.note(URL, Result.NOT_A_FEED, now=NOW + timedelta(days=1))
    assert state.conditional(Request(url=URL)) == Request(url=URL)


def test_a_304_after_a_failure_is_still_a_failure() -> None:
    outcome = Outcome(request=Request(url=URL, etag='"1"'), result=Result.UNCHANGED)
    assert judge(outcome, None, last=Known())[0] is Result.UNCHANGED
    result, detail = judge(outcome, None, last=Known(failures=1, result="not a feed"))
    assert not result.good
    assert detail == "not modified since it failed (not a feed)"


def test_the_memory_may_be_lost_or_in_ruins(tmp_path: Path) -> None:
    state = State(tmp_path)
    state.note(URL, Result.OK, now=NOW, items=3, response=answer(etag='"1"'))
    state.save()
    for path in (tmp_path / "answers").iterdir():
        path.write_bytes(b"\x1f\x8b in ruins")
    assert State(tmp_path).conditional(Request(url=URL)) == Request(url=URL)  # what `unchanged` stands for is gone
    for text in ("", "{", "[]", '{"version": 1, "feeds": {"a": {"new": 1}}, "robots": {}}', '{"version": 99}'):
        (tmp_path / "state.json").write_text(text)
        assert State(tmp_path).known(URL) == Known()


def test_a_feed_that_failed_on_five_nights_is_asked_once_a_week(tmp_path: Path) -> None:
    state = State(tmp_path)
    for night in range(5):
        now = NOW + timedelta(days=night)
        assert state.resting(URL, now=now) is None
        for _ in range(3):  # however often the night is run
            state.note(URL, Result.TIMEOUT, now=now)
    last = NOW + timedelta(days=4)
    resting = state.resting(URL, now=last + timedelta(days=1))
    assert resting == "failed 5 nights, last: timeout; asked again on 2026-09-01"
    state.note(URL, Result.RESTING, now=last + timedelta(days=1))
    assert state.known(URL).failures == 5
    assert state.resting(URL, now=last + timedelta(days=7, minutes=-20)) is None
    state.note(URL, Result.OK, now=last + timedelta(days=7))
    assert state.known(URL).failures == 0


def test_a_resting_feed_is_not_asked_and_says_so(tmp_path: Path) -> None:
    state = State(tmp_path)
    with Site() as site:
        for night in range(5):
            state.note(f"{site.base}/feed", Result.GONE, now=NOW + timedelta(days=night))
        clock = NOW + timedelta(days=5)
        with Network(
            contact="tests@example.org", allow_private_hosts=True, state=state, clock=lambda: clock
        ) as network:
            (outcome,) = network.fetch([Request(url=f"{site.base}/feed", purpose="feed")])
    assert (outcome.result, site.asked) == (Result.RESTING, [])
    assert "failed 5 nights" in outcome.detail


def test_a_conditional_request_is_sent_and_its_304_is_unchanged(tmp_path: Path) -> None:
    def page(asked: Asked) -> tuple[int, dict[str, str], bytes]:
        if asked.headers.get("if-none-match") == '"1"':
            return 304, {"ETag": '"1"'}, b""
        return 200, {"ETag": '"1"', "Content-Type": "application/xml"}, BODY

    results = []
    with Site(pages={"/feed": page}) as site:
        url = f"{site.base}/feed"
        for _ in range(2):
            state = State(tmp_path)
            with Network(contact="tests@example.org", allow_private_hosts=True, state=state) as network:
                (outcome,) = network.fetch([Request(url=url, purpose="feed")])
                kept = network.remembered(url)
            state.note(url, outcome.result, now=NOW, items=1, response=outcome.response)
            state.save()
            results.append(outcome.result)
    assert results == [Result.OK, Result.UNCHANGED]
    assert kept is not None
    assert kept.body == BODY


def reading(count: int, result: Result = Result.OK) -> FeedReading:
    entries = tuple(Entry(guid=str(n), url=f"https://a.example/{n}", headline="x") for n in range(count))
    return FeedReading(entries=entries, result=result)


def outcome(result: Result) -> Outcome:
    return Outcome(request=Request(url=URL), result=result, detail="status 500" if result is not Result.OK else "")


NIGHTS = {
    "as many as before": (outcome(Result.OK), reading(30), Known(items=30), Result.OK),
    "never met": (outcome(Result.OK), reading(1), Known(), Result.OK),
    "a quiet Sunday": (outcome(Result.OK), reading(10), Known(items=30), Result.OK),
    "far fewer": (outcome(Result.OK), reading(3), Known(items=30), Result.FEWER_ITEMS),
    "always few": (outcome(Result.OK), reading(1), Known(items=6), Result.OK),
    "far fewer for the fourth night": (
        outcome(Result.OK),
        reading(3),
        Known(items=30, failures=3, result=Result.FEWER_ITEMS),
        Result.OK,
    ),
    "not fetched": (outcome(Result.SERVER_ERROR), None, Known(items=30), Result.SERVER_ERROR),
    "not read": (outcome(Result.OK), None, Known(items=30), Result.GAVE_UP),
    "no feed": (outcome(Result.OK), reading(0, Result.NOT_A_FEED), Known(items=30), Result.NOT_A_FEED),
}  # fmt: skip


@pytest.mark.parametrize("case", NIGHTS)
def test_a_night_is_judged_by_the_nights_before(case: str) -> None:
    got, read, last, result = NIGHTS[case]
    assert judge(got, read, last=last)[0] is result
