"""The plot of a metric: drawn by our own code, for every reader, with nothing that is not in the data."""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import Decimal

import pytest
from lxml import etree

from plugins.figures import Row
from plugins.plot import BOTTOM, DAYS, DAYS_SHARED, HEIGHT, LEFT, RIGHT, TOP, WIDTH, plot
from plugins.site import Item
from scrapers.briefing import Briefing, Section
from tests.site_data.days import figure


def row(day: int, value: str | None, **fields) -> Row:
    briefing = Briefing(day=date(2024, 1, 1) + timedelta(days=day), title="A day")
    return Row(Item(briefing=briefing, section=Section(headline="H", id="a1")), (figure(value=value, **fields),))


def test_a_day_without_a_figure_is_a_gap():
    made = plot([row(0, "5"), row(10, "7")])
    assert [point.row.number for point in made.points] == ["5", "7"]
    assert made.points[1].x - made.points[0].x > (WIDTH - LEFT - RIGHT) * 0.9


def test_two_numbers_of_one_day_are_two_points():
    made = plot([row(0, "5"), row(1, "6"), row(1, "7")])
    assert len(made.points) == 3
    assert made.points[1].x == made.points[2].x


NO_PLOT = {
    "nothing": [],
    "one day": [row(0, "5"), row(0, "6")],
    "words only": [row(0, None, qualifier="dozens"), row(1, None, qualifier="scores")],
    "one number and a word": [row(0, "5"), row(1, None, qualifier="scores")],
}


@pytest.mark.parametrize("case", NO_PLOT)
def test_fewer_than_two_days_with_numbers_make_no_plot(case):
    assert plot(NO_PLOT[case]) is None


def test_words_are_counted_and_not_drawn():
    made = plot([row(0, "5"), row(1, "5"), row(1, None, qualifier="dozens")])
    assert (len(made.points), made.without) == (2, 1)


@pytest.mark.parametrize("days", [DAYS, DAYS_SHARED])
def test_only_the_last_months_are_drawn(days):
    made = plot([row(0, "5"), row(200, "6"), row(200 + days - 1, "7")], days)
    assert [point.row.number for point in made.points] == ["6", "7"]


VALUES = {
    "zero": ["0", "0"],
    "small": ["1", "2"],
    "ninety-nine": ["1", "99"],
    "tenths": ["0.1", "0.5"],
    "a hundred and a million": ["3", "1000000"],
    "a power of ten": ["1", "1000"],
    "very many": ["1", "999999999999999"],
    "zero and many": ["0", "99999"],
    "the same": ["45500", "45500"],
}


@pytest.mark.parametrize("case", VALUES)
def test_every_point_and_every_step_stands_inside_the_plot(case):
    made = plot([row(n, value) for n, value in enumerate(VALUES[case])])
    heights = [point.y for point in made.points] + [tick.at for tick in made.up]
    assert all(TOP <= at <= HEIGHT - BOTTOM for at in heights)
    assert all(LEFT <= point.x <= WIDTH - RIGHT for point in made.points)
    assert 2 <= len(made.up) <= 7
    assert len({tick.text for tick in made.up}) == len(made.up)
    assert all(len(tick.text) <= 6 for tick in made.up)


def test_a_larger_number_stands_higher_also_between_far_apart_ones():
    for values in (["1", "2", "3"], ["1", "50", "9000"]):
        made = plot([row(n, value) for n, value in enumerate(values)])
        assert [point.y for point in made.points] == sorted((point.y for point in made.points), reverse=True)
        assert made.factor == (10 if values[-1] == "9000" else None)


def test_a_straight_scale_begins_at_zero():
    made = plot([row(0, "90"), row(1, "95")])
    assert (made.up[0].text, made.up[0].at) == ("0", HEIGHT - BOTTOM)


def test_a_range_reaches_to_its_upper_end_and_a_bound_is_hollow():
    made = plot([row(0, "30", upper="40"), row(1, "30", qualifier="at least")])
    assert made.points[0].top < made.points[0].y
    assert [point.open for point in made.points] == [False, True]
    assert Decimal(made.up[-1].text) >= 40


# --- on the page


@pytest.fixture(scope="module")
def drawings(site):
    page = site.text("figures/killed/index.html")
    return [etree.fromstring(svg) for svg in re.findall(r"<svg.*?</svg>", page, re.DOTALL)]


def test_daily_numbers_and_running_totals_are_never_in_one_plot(site, drawings):
    captions = [tag.get_text() for tag in site.page("figures/killed/").find_all("figcaption")]
    # the daily number stands on one day only, so it has no plot
    assert captions == [
        "Killed, The quiet war: events, and numbers without a period",
        "Killed, The quiet war: running totals",
    ]
    assert [len(svg.findall(".//circle")) for svg in drawings] == [2, 2]


def test_a_plot_is_well_formed_and_holds_no_script_and_no_style(drawings):
    assert len(drawings) == 2
    for svg in drawings:
        names = {etree.QName(node).localname for node in svg.iter()}
        assert names == {"svg", "desc", "path", "text", "a", "title", "circle"}
        for node in svg.iter():
            assert not [
                name
                for name in node.attrib
                if name.startswith("on") or name == "style" or (name == "href" and node.tag != "a")
            ]


def test_each_point_leads_to_its_development_and_says_in_words_what_it_is(site, drawings):
    links = drawings[0].findall(".//a")
    assert [link.get("href") for link in links] == ["../../2024/12/28/#ccc333", "../../2024/12/29/#aaa111"]
    assert links[1].find("title").text == "29 December 2024: 12. Ferry port at Selm hit"
    described = drawings[0].get("aria-describedby")
    assert drawings[0].find("desc").get("id") == described
    assert "2 figures from 28 December 2024 to 29 December 2024" in drawings[0].find("desc").text
