"""A page's date is its own: neither a related story's nor an update's before it, and none that leaves a choice."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from scrapers.extract.page import read_page

URL = "https://courier.example/ferry"
TEXT = (
    "<p>The ferry left the harbour of Oskel two hours late, and the crew waited for a tug from the yard at Brann.</p>"
)
OLD = '<time datetime="2019-03-02T10:00:00Z">2 March 2019</time>'
RELATED = {
    "an aside": f"<aside><h3>More</h3><a href=/o>Old story</a> {OLD}</aside>",
    "a list by its class": f"<section class='related-stories'><div>Old story {OLD}</div></section>",
    "an article of its own": f"<div><article><h3><a href=/o>Old story</a></h3>{OLD}</article></div>",
    "a teaser": f"<div class='teaser'><a href=/o>Old story</a>{OLD}</div>",
    "inside a link": f"<div><a href=/o>Old story {OLD}</a></div>",
    "a list": f"<ul><li><a href=/o>Old story</a> {OLD}</li></ul>",
    "a linked heading": f"<div><div><h4><a href=/o>Old story</a></h4>{OLD}</div></div>",
    "the page's foot": f"<footer>{OLD}</footer>",
}


def published(own: str, *, text: str = TEXT * 6, below: str = "", head: str = "") -> datetime | None:
    page = (
        f"<html><head>{head}</head><body><main><article><h1>Ferry late in Oskel</h1>{own}<div>{text}</div></article>"
        f"</main>{below}</body></html>"
    )
    return read_page(page.encode(), url=URL).published


@pytest.mark.parametrize("where", RELATED)
@pytest.mark.parametrize("paragraphs", [1, 6])
def test_a_related_storys_time_is_never_the_pages(where: str, paragraphs: int) -> None:
    text = TEXT * paragraphs
    assert published("<p>30.11.2026 18:40</p>", text=text, below=RELATED[where]) == datetime(
        2026, 11, 30, 18, 40, tzinfo=UTC
    )
    assert published("<p>Three hours ago</p>", text=text, below=RELATED[where]) is None
    own = "<time datetime='2026-11-30T18:40:00Z'>today</time>"
    assert published(own, text=text, below=RELATED[where]) == datetime(2026, 11, 30, 18, 40, tzinfo=UTC)


@pytest.mark.parametrize("line", ["2 March 2019", "02.03.2019 10:00", "2019-03-02", "March 2, 2019", "2 mars 2019"])
def test_a_line_below_the_text_is_none_of_the_pages_head(line: str) -> None:
    assert published("", below=f"<div>{line}</div>") is None


SHOWN = {
    "2026.11.30 18:40": (18, 40),
    "30 November 2026, 18:40 GMT": (18, 40),
    "30 November 2026, 1840 GMT": (18, 40),
    "30 November 2026 18:40 Greenwich Mean Time": (18, 40),
    "Monday 30 November 2026 | 1:40 PM ET": (18, 40),
    "30.11.2026, 20:40 Uhr | aktualisiert 30.11.2026, 22:10": (20, 40),
    "30 Kasım 2026 21:40 (GMT+3)": (18, 40),
    "2026년 11월 30일 오후 6:40": (18, 40),
    "30 November 2026, 20:40 Europe/Kyiv": (18, 40),
    "30 Nov 2026 18:40 IST": (0, 0),
    "30 Nov 2026 18:40 CST": (0, 0),
}


@pytest.mark.parametrize("line", SHOWN)
def test_the_line_below_the_headline_is_read_with_its_zone(line: str) -> None:
    assert published(f"<p>{line}</p>") == datetime(2026, 11, 30, *SHOWN[line], tzinfo=UTC)


HALVES = [("03:48:00Z", "15:48:00+00:00"), ("01:05:00Z", "13:05:00Z"), ("11:59:00Z", "23:59:00Z"),
          ("06:30:10Z", "18:30:45Z"), ("09:00:00", "21:00:00Z")]  # fmt: skip


@pytest.mark.parametrize(("morning", "afternoon"), HALVES)
def test_a_time_that_lost_its_afternoon_gets_it_back(morning: str, afternoon: str) -> None:
    for first, second in ((morning, afternoon), (afternoon, morning)):
        head = (
            f'<script type="application/ld+json">{{"@type":"NewsArticle","datePublished":"2026-11-30T{first}"}}</script>'
            f'<meta property="article:published_time" content="2026-11-30T{second}">'
        )
        found = published("", head=head)
        assert found is not None
        assert found.hour == int(afternoon[:2])


def test_only_half_a_day_of_one_day_is_such_a_slip() -> None:
    for other in ("2026-11-30T16:48:00Z", "2026-12-01T03:48:00Z", "2026-11-30T15:49:00Z"):
        head = (
            '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2026-11-30T03:48:00Z"}</script>'
            f'<meta property="article:published_time" content="{other}">'
        )
        assert published("", head=head) == datetime(2026, 11, 30, 3, 48, tzinfo=UTC)
