"""What stands in the feed of weeks: an item a week that is over, by conflict; never of one that may still run."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from plugins import dating
from plugins.channels import Channel, Newsroom, Post, fitting, headline, summary
from plugins.weeks import SHOWN, Week, Weeks
from plugins.wording import count, day_span
from plugins.words import say

NAME = "weeks"
WEEKS = 13


def weeks_channels(newsroom: Newsroom, weeks: Weeks) -> Iterator[Channel]:
    """The feed of weeks; none while no week is over."""
    if weeks.over:
        yield Channel(
            name=NAME,
            title=say("%(site)s: weeks", site=newsroom.site.settings.name),
            subtitle=say("What a week told that was new, by conflict"),
            page="weeks/",
            id=newsroom.tag(date(2024, 1, 1), "feed", NAME),
            posts=tuple(_post(newsroom, week) for week in weeks.over[:WEEKS]),
        )


def _post(newsroom: Newsroom, week: Week) -> Post:
    # It comes with the first briefing after the week: services mail what is newer than the mail before.
    published = dating.published(week.after or week.briefings[0])
    told = [item for conflict in week.conflicts for item in conflict.shown()]
    corrected = [
        when for item in told for _, when in dating.correction_times(item.briefing, item.section) if when > published
    ]
    span = day_span(week.monday, week.sunday)
    by_conflict = [f"{conflict.topic.name}: {len(conflict.items)}" for conflict in week.conflicts]
    return Post(
        id=newsroom.tag(week.monday, "week"),
        url=newsroom.url(week.path),
        title=headline(say("Week %(number)s: %(span)s", number=week.number, span=span)),
        summary=summary("; ".join(by_conflict) or say("No development of a conflict in %(days)s.", days=_days(week))),
        html=_html(newsroom, week),
        published=published,
        updated=max(corrected, default=published),
        categories=newsroom.categories("topics", (each.topic for each in week.conflicts)),
    )


def _days(week: Week) -> str:
    return say("%(days)s with a briefing", days=count(len(week.briefings), "day"))


def _html(newsroom: Newsroom, week: Week) -> str:
    """The week as its page has it; where too long without rows of data, then with fewer headlines of each conflict."""
    return fitting(
        newsroom.html("week", week=week, rows=rows, shown=shown)
        for rows, shown in ((True, SHOWN), (False, SHOWN), (False, 10), (False, 5), (False, 2), (False, 0))
    )
