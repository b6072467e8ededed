"""What a child process is asked to read: one feed or one page. Light to import, so that it starts fast."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from scrapers.extract.feed import read_feed
from scrapers.extract.page import read_page
from scrapers.model import Feed, FeedReading, Profile, Reading
from scrapers.outcome import Response


@dataclass(frozen=True, kw_only=True)
class FeedJob:
    """A feed's bytes to be read."""

    response: Response
    feed: Feed
    now: datetime


@dataclass(frozen=True, kw_only=True)
class PageJob:
    """A page's bytes to be read."""

    response: Response
    profile: Profile | None


def read(job: FeedJob | PageJob) -> FeedReading | Reading:
    """What the bytes say."""
    url, kind = job.response.final_url, job.response.header("content-type")
    if isinstance(job, FeedJob):
        return read_feed(job.response.body, job.feed, url=url, content_type=kind, now=job.now)
    return read_page(job.response.body, url=url, content_type=kind, profile=job.profile)
