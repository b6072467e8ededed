"""Which answer did the page of each entry get? Each page is asked for once, by the address its publisher writes."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from scrapers.addresses import address_key, as_once_written, canonical_url, page_of
from scrapers.fetch import Fetcher
from scrapers.outcome import Outcome, Request, Result


def answers_of(
    urls: Iterable[str], fetcher: Fetcher, *, done: Callable[[Outcome], None] | None = None
) -> dict[str, Outcome]:
    """For each address what became of its page.

    A recording of before the publisher's writing was kept holds pages under another: it is asked for that too.
    """
    urls = list(urls)
    pages = list(dict.fromkeys(map(page_of, urls)))
    found = dict(zip(pages, fetcher.fetch([Request(url=page) for page in pages], done=done), strict=True))
    missing = {
        page: once
        for page, outcome in found.items()
        if outcome.result is Result.OFFLINE and (once := as_once_written(page)) != page
    }
    again = fetcher.fetch([Request(url=once) for once in missing.values()]) if missing else []
    found.update(zip(missing, again, strict=True))
    return {url: found[page_of(url)] for url in urls}


def arrived(asked: str, final: str) -> str:
    """The address a page came from; the one that was asked, to the letter, where no redirect led elsewhere."""
    one, other = (address_key(page_of(canonical_url(url))) for url in (asked, final))
    return asked if one == other else final
