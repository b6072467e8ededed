"""What makes an entry of what a feed holds? The same rules for every kind of feed."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from html import unescape

from scrapers.addresses import absolute_url, canonical_url
from scrapers.extract.feedtext import paragraphs, snippet
from scrapers.model import Entry, Preview
from scrapers.outcome import Result
from scrapers.text import fit, line, shortened

#: A headline made of a text's first words has at most this many characters.
HEADLINE = 110
#: A title longer than this is a text in the wrong place: of 27,918 headlines in the stored nights the longest has 271.
LONGEST_HEADLINE = 400
#: One GUID for this many addresses is a fault of the feed's maker, and no identity.
SHARED_GUID = 3
_LONGEST_SUMMARY = 5000  # characters; what is longer is a text, not a summary


class NotAFeed(Exception):
    """There is no reading; `result` says what it is instead."""

    def __init__(self, result: Result, detail: str) -> None:
        super().__init__(detail)
        self.result, self.detail = result, detail


@dataclass(frozen=True, kw_only=True)
class Draft:
    """An entry as its feed has it: markup and all."""

    link: str | None
    base: str
    guid: str | None = None
    title: str | None = None
    summary: str | None = None
    #: Already plain, paragraphs apart by newlines.
    text: str = ""
    published: datetime | None = None
    updated: datetime | None = None
    authors: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    language: str | None = None


@dataclass(frozen=True, kw_only=True)
class Found:
    """What a reader of one kind of feed found."""

    drafts: Sequence[Draft]
    title: str | None = None
    language: str | None = None
    result: Result = Result.OK
    detail: str = ""
    #: Does this feed give dates? A listing need not.
    dated: bool = True


def gathered(drafts: Sequence[Draft]) -> tuple[tuple[Entry, ...], tuple[str, ...]]:
    """The entries that can be cited, each once; and notes on what was left out."""
    entries: list[Entry] = []
    left_out: Counter[str] = Counter()
    for draft in drafts:
        entry = _entry(draft)
        if isinstance(entry, str):
            left_out[entry] += 1
        else:
            entries.append(entry)
    addresses: dict[str, set[str]] = defaultdict(set)
    for entry in entries:
        addresses[entry.guid].add(entry.url)
    seen: set[str] = set()
    once: list[Entry] = []
    for entry in entries:
        own = len(addresses[entry.guid]) < SHARED_GUID
        keys = {f"u {entry.url}"} | ({f"g {entry.guid}"} if own else set())
        if keys & seen:
            left_out["doubled"] += 1
            continue
        seen |= keys
        once.append(entry if own else replace(entry, guid=entry.url))
    return tuple(once), tuple(f"{count} {what}" for what, count in sorted(left_out.items()))


def _entry(draft: Draft) -> Entry | str:
    """The entry, or why there is none."""
    link = absolute_url(_schemed(fit(draft.link).strip()), draft.base) if draft.link else None
    if link is None:
        return "without an address" if not draft.link else "with an address that is no http or https"
    url = canonical_url(link)
    title = shortened(snippet(draft.title or ""), LONGEST_HEADLINE)
    summary = snippet(draft.summary or "")
    headline = title or shortened(summary or line(draft.text.partition("\n")[0]), HEADLINE)
    if not headline:
        return "without a headline"
    return Entry(
        guid=line(draft.guid or "") or url,
        url=url,
        headline=headline,
        summary=shortened(summary, _LONGEST_SUMMARY),
        previews=previews_of(draft.summary or ""),
        text=draft.text or _parted(draft.summary or ""),
        published=draft.published,
        updated=draft.updated,
        authors=tuple(dict.fromkeys(name for name in map(snippet, draft.authors) if name)),
        categories=tuple(dict.fromkeys(name for name in map(snippet, draft.categories) if name)),
        language=draft.language,
    )


#: What makes a paragraph of a summary, also where its markup is escaped twice; and a paragraph that only leads on.
_BLOCK = re.compile(r"(?:<|&lt;)(?:p|br|div|li|h\d)\b", re.IGNORECASE)
_LEADS_ON = re.compile(r"(?:continue reading|read (?:more|on|the full)|the post)\b", re.IGNORECASE)


#: A paragraph or list item that is all link: another page of the outlet's.
_LINK_ONLY = re.compile(
    r"<(p|li)\b[^>]*>\s*(?:<(?:strong|em|b|i)>\s*)*<a\b[^>]*>(?:(?!</a>).)*</a>\s*(?:</(?:strong|em|b|i)>\s*)*</\1>",
    re.IGNORECASE | re.DOTALL,
)


def previews_of(summary: str) -> tuple[Preview, ...]:
    """What a feed offers of an entry in its summary: plain, paragraphs apart by newlines, links to other pages gone."""
    markup = unescape(summary) if "<" not in summary else summary
    markup = _LINK_ONLY.sub(" ", markup[:_LONGEST_SUMMARY])
    text = _parted(markup) or snippet(markup)
    return (Preview(text=text, place="feed summary"),) if text else ()


def _parted(summary: str) -> str:
    """A summary of several paragraphs with them apart: a standfirst is no part of the sentence below it. Else ""."""
    if not _BLOCK.search(summary):
        return ""
    if "<" not in summary:
        summary = unescape(summary)
    parts = [part for part in paragraphs(summary[:_LONGEST_SUMMARY]).split("\n") if not _LEADS_ON.match(part)]
    return "\n".join(parts) if len(parts) > 1 else ""


def _schemed(link: str) -> str:
    """`www.a.example/1` is an address whose scheme was left out, not a file beside the feed."""
    return f"https://{link}" if re.match(r"www\.[\w-]+\.\w", link) else link
