"""What makes an entry of what a feed holds? The same rules for every kind of feed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from html import unescape

from scrapers.addresses import absolute_url, host
from scrapers.extract.feedtext import paragraphs, snippet
from scrapers.extract.repeats import once
from scrapers.extract.trackers import Noise, noise
from scrapers.model import Entry, Preview
from scrapers.outcome import Result
from scrapers.text import fit, line, shortened

#: A headline made of a text's first words has at most this many characters.
HEADLINE = 110
#: A title longer than this is a text in the wrong place: of 27,918 headlines in the stored nights the longest has 271.
LONGEST_HEADLINE = 400
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
    left_out: Counter[str] = Counter()
    found: list[Entry] = []
    for draft in drafts:
        entry = _entry(draft)
        if isinstance(entry, str):
            left_out[entry] += 1
        else:
            found.append(entry)
    sites = noise((entry.url, entry.headline) for entry in found)
    entries = once([_cut(entry, sites) for entry in found])
    if len(entries) < len(found):
        left_out["doubled"] = len(found) - len(entries)
    return entries, tuple(f"{count} {what}" for what, count in sorted(left_out.items()))


def _cut(entry: Entry, sites: Mapping[str, Noise]) -> Entry:
    """With the address as it is cited; of a GUID that is an address of the same site the same goes."""
    site = sites[host(entry.url)]
    guid = site.cut(entry.guid) if "://" in entry.guid and host(entry.guid) == host(entry.url) else entry.guid
    return replace(entry, url=site.cut(entry.url), guid=guid)


def _entry(draft: Draft) -> Entry | str:
    """The entry, or why there is none."""
    url = absolute_url(_schemed(fit(draft.link).strip()), draft.base) if draft.link else None
    if url is None:
        return "without an address" if not draft.link else "with an address that is no http or https"
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
