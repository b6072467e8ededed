"""Is this the article that was asked for? Judged between a page and its reading, and once more for a source's night.

A wall, a soft 404, a log-in page, a front page: each is well-formed prose, and which words it uses differs by make,
language and year. What none of them does is tell what the article's headline, summary or address tells; and a wall
stands in the same words on every page of its source.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from scrapers.extract.likeness import STEM
from scrapers.model import Entry, Reading
from scrapers.outcome import Result
from scrapers.stems import english_stem, frequencies, stems_of

#: How the reasons given here begin.
NOT_THE_ARTICLE = "not the article"
#: A word that a tenth of all news articles has tells nothing of one of them ("people", "time").
COMMON = 0.1
#: A word of fewer letters tells nothing either, unless it is in capitals.
LETTERS = 4
#: A headline of which a page tells less than this, under another title, is not the page's.
OTHER_TITLE = 0.5
#: On so many pages of a source's night the same paragraph tells of the site.
PAGES = 3
#: Shorter paragraphs are repeated by chance ("No casualties were reported."). Characters.
PARAGRAPH = 50
#: Words remembered at a time: a night has fewer.
WORDS = 200_000

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
#: Scripts without blanks, or whose words change by what is glued to them: two letters at a time.
_PAIR = re.compile(r"(?=([\u3400-\u9fff\u30a0-\u30ff\uac00-\ud7af]{2}))")
_STOP = stems_of("en")


class _Telling(dict[str, str]):
    """A word as it stands to what is left of it, each worked out once; "" for a word that tells nothing."""

    def __missing__(self, word: str) -> str:
        bare = word.casefold().replace("’", "'").split("'")[0]
        told = len(word) >= LETTERS or (word.isupper() and len(word) > 1)
        if len(self) > WORDS:
            self.clear()
        self[word] = found = (
            bare[:STEM] if told and _STOP[bare] and frequencies().get(english_stem(bare), 0.0) < COMMON else ""
        )
        return found


_TELLING = _Telling()


def telling(text: str) -> frozenset[str]:
    """The words of a text that tell what it is about, cut to `STEM` letters; numbers are none."""
    found = {_TELLING[word] for word in _WORD.findall(text)}
    found.discard("")
    return frozenset(found if text.isascii() else found.union(_PAIR.findall(text)))


def in_address(url: str) -> frozenset[str]:
    """The telling words of an address's last part, where it is made of words: `/2026/11/30/shelling-at-tolmet-port`."""
    try:
        path = unquote(urlsplit(url).path)
    except ValueError:
        return frozenset()
    last = next((part for part in reversed(path.split("/")) if re.search(r"[^\W\d_]+[-_+ ][^\W\d_]+", part)), "")
    return telling(re.sub(r"\.\w{2,5}$", "", last).replace("_", " ").replace("-", " "))


def addressed(reading: Reading) -> Reading:
    """A page read by itself: no text where neither title nor text tells anything of its address's words.

    The words of an address are a headline's, in Latin letters; of a page in others they tell nothing. A page that is
    dated is an article of some kind, whatever its address.
    """
    slug = in_address(reading.url)
    if (
        reading.result is not Result.OK
        or reading.published
        or len(slug) < 2
        or not all(map(_latin, (reading.text, " ".join(slug))))
    ):
        return reading
    if slug & (telling(reading.text) | telling(reading.title or "")):
        return reading
    return _none(reading, f"{NOT_THE_ARTICLE}: nothing of what its address says")


def _latin(text: str) -> bool:
    letters = [each for each in text[:2000] if each.isalpha()]
    return sum(each < "\u0250" for each in letters) > 0.9 * len(letters)


# --- a source's night --------------------------------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A page that was read for an entry of a feed."""

    source: str
    entry: Entry
    #: Where the page came from, after redirects.
    final_url: str
    reading: Reading


def judged(asked: Sequence[Asked]) -> list[Reading]:
    """The readings of a night's pages, in their order: what is not its entry's article is no text and says why."""
    expected = [_expected(each.entry) for each in asked]
    furniture = _furniture(asked, expected)
    arrived = Counter((each.source, each.final_url) for each in asked if each.final_url != each.entry.url)
    found = []
    for each, words in zip(asked, expected, strict=True):
        reading = each.reading
        if reading.result is Result.OK:
            why = (
                _elsewhere(each, arrived[each.source, each.final_url])
                or _wall(each, furniture)
                or _strange(each, words)
            )
            reading = _none(reading, why) if why else reading
        found.append(reading)
    return found


def _expected(entry: Entry) -> frozenset[str]:
    return telling(entry.headline) | telling(entry.summary) | in_address(entry.url)


def _furniture(asked: Sequence[Asked], expected: Sequence[frozenset[str]]) -> dict[tuple[str, str], int]:
    """The paragraphs that stand on several pages of a source and fit few of their entries, and on how many they stand.

    What an outlet says again in each report of one war fits most of them. A page in two feeds is one.
    """
    pages: dict[tuple[str, str], dict[str, bool]] = {}
    for each, words in zip(asked, expected, strict=True):
        for block in each.reading.blocks:
            if len(block.text) >= PARAGRAPH:
                fits = bool(words & telling(block.text))
                pages.setdefault((each.source, block.text), {})[each.entry.headline] = fits
    return {key: len(those) for key, those in pages.items() if len(those) >= max(PAGES, 2 * sum(those.values()) + 1)}


def _wall(each: Asked, furniture: dict[tuple[str, str], int]) -> str:
    """Does every paragraph of the page stand on others of its source that tell of other things?"""
    prose = [block for block in each.reading.blocks if len(block.text) >= PARAGRAPH]
    pages = [furniture.get((each.source, block.text), 0) for block in prose]
    return f"{NOT_THE_ARTICLE}: the same text on {max(pages)} pages of the source" if pages and all(pages) else ""


def led_away(asked: str, final: str) -> str:
    """Why the page that an address led to is none of an article, whatever it says; "" where it may be one."""
    try:
        path, back = urlsplit(asked).path, unquote(urlsplit(final).query)
    except ValueError:
        return ""
    if asked == final or not _parts(asked):
        return ""
    if not _parts(final):
        return f"{NOT_THE_ARTICLE}: its address leads to the site's front"
    # "/login?next=/2026/11/30/port": a gate knows where its visitor wanted to go.
    if re.search(rf"=(?:https?://[^/&]+)?{re.escape(unquote(path))}/?(?:[?#&]|$)", back):
        return f"{NOT_THE_ARTICLE}: its address leads to a gate"
    return ""


def _elsewhere(each: Asked, arrived: int) -> str:
    """Was the reader led to a page of lists, or to one where other articles' readers are led too?"""
    if each.final_url == each.entry.url:
        return ""
    if why := led_away(each.entry.url, each.final_url):
        return why
    expected = telling(each.entry.headline) | in_address(each.entry.url)
    if expected & telling(each.reading.title or ""):
        return ""
    asked, final = _parts(each.entry.url), _parts(each.final_url)
    if len(final) < len(asked) and final == asked[: len(final)]:
        return f"{NOT_THE_ARTICLE}: its address leads to a page above it"
    if len(final) == 1 and len(asked) > 1 and not re.search(r"\d|-", final[0]):
        return f"{NOT_THE_ARTICLE}: its address leads to the site's front"
    if arrived > 1:
        return f"{NOT_THE_ARTICLE}: {arrived} addresses lead to this page"
    return ""


def _parts(url: str) -> list[str]:
    try:
        return [part for part in urlsplit(url).path.split("/") if part]
    except ValueError:
        return []


def _strange(each: Asked, expected: frozenset[str]) -> str:
    """Does the text tell nothing of the entry, or too little under another title?"""
    title, told = each.reading.title, telling(each.reading.text)
    if not expected:
        return ""
    if not expected & told:
        return f"{NOT_THE_ARTICLE}: nothing of what the entry says"
    headline = telling(each.entry.headline)
    if (
        title
        and len(headline) >= 2
        and not expected & telling(title)
        and len(headline & told) < OTHER_TITLE * len(headline)
    ):
        return f"{NOT_THE_ARTICLE}: another title, and little of what the entry says"
    return ""


def _none(reading: Reading, why: str) -> Reading:
    """Nothing of a page that is not the article is told, nor taken as a hint of it; its robots rules still hold."""
    return Reading(
        url=reading.url, snippet=reading.snippet, withheld=reading.withheld, result=Result.NO_TEXT, detail=why
    )
