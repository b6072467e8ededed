"""What stands in the feed of figures: one item a day, its figures as a plain table that survives mail."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from plugins import dating
from plugins.channels import Channel, Newsroom, Post, fitting, headline, summary
from plugins.figures import Row, by_item
from plugins.routes import day_path
from plugins.site import Item
from plugins.wording import count, day_long
from plugins.words import say
from scrapers.briefing import Briefing

NAME = "figures"
DAYS = 30


def figures_channels(newsroom: Newsroom) -> Iterator[Channel]:
    """The feed of figures; none while no day has any."""
    data = newsroom.data
    days = [day for day in data.site.days if data.rows(day)][:DAYS]
    if days:
        yield Channel(
            name=NAME,
            title=say("%(site)s: figures", site=data.site.settings.name),
            subtitle=say("The numbers of the day, and who gives them"),
            page="figures/",
            id=newsroom.tag(date(2024, 1, 1), "feed", NAME),
            posts=tuple(_post(newsroom, day) for day in days),
        )


def _post(newsroom: Newsroom, briefing: Briefing) -> Post:
    told = newsroom.data.rows(briefing)
    return Post(
        id=newsroom.tag(briefing.day, "figures"),
        url=newsroom.url(f"{day_path(briefing.day)}figures/"),
        title=headline(f"{count(len(told), 'figure')}: {day_long(briefing.day)}"),
        summary=summary("; ".join(_said(row) for row in newsroom.data.first_rows(briefing))),
        html=fitting(
            newsroom.html("figures", briefing=briefing, told=told[:shown], more=max(0, len(told) - shown))
            for shown in (120, 60, 30, 15, 5)
        ),
        published=dating.published(briefing),
        # Only a correction to a development whose figures stand here is seen here.
        updated=max(
            (when for item, _ in by_item(told) for when in _corrected(item)), default=dating.published(briefing)
        ),
    )


def _said(row: Row) -> str:
    """`Killed: civilians, Kherson – at least 26`."""
    return f"{row.what} – {row.number}"


def _corrected(item: Item) -> list[datetime]:
    return [when for _, when in dating.correction_times(item.briefing, item.section)]
