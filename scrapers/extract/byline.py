"""Who wrote it? People; an agency or a desk is not one."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from scrapers.extract import jsonld
from scrapers.extract.metadata import AUTHOR_META, Head
from scrapers.extract.pieces import Piece
from scrapers.extract.title import is_site, plain

_PREFIX = re.compile(
    (
        r"^\s*(?:(?:written |reported |edited |words |story |text )?by|von|par|por|di|da|de|av|af|door|przez|"
        r"autor(?:en|in|a|es|zy|ka)?|text|written|geschrieben von|ein (?:gastbeitrag|kommentar|bericht|"
        r"interview) von|yazan|tekst|teksten)\s*:?\s+"
    ),
    re.I,
)
_SPLIT = re.compile(
    r"\s*(?:[;|•·\n/]|,(?!\s*(?:Jr|Sr|PhD|MD|III?)\b)|\s(?:and|und|et|y|e|og|och|en|i|ve|a|&|with|mit)\s)\s*", re.I
)
_JUNK = re.compile(r"https?://\S+|\S+@\S+|@\w+|\([^)]*\)")
_NO_NAME = re.compile(
    (
        r"\d|\b(?:editors?|staff|desk|redaktion\w*|newsroom|agenc\w+|agentur\w*|correspondents?|reporters?|"
        r"writers?|team|admin\w*|administrator|news|press|media|rédaction|redacción|redazione|redactie|online|"
        r"digital|contributors?|updated|published|ago|min(?:utes)?|hours?|unknown|guest|wire|services?|office|"
        r"nachrichten|zeitung|magazine|magazin|correspondent|bureau|tv|radio|sports?|dpa|afp|reuters|ap|epd|"
        r"kna|sid|apa|upi|ians|tass|ntb|pap|čtk|ctk|aap|ansa|efe|bns|elta)\b|기자|記者|編集|新聞|通信"
    ),
    re.I,
)


def _read_agencies() -> dict[str, str]:
    found: dict[str, str] = {}
    for line in Path(__file__).with_name("agencies.txt").read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            name, _, written = line.partition(": ")
            found.update({each.strip(): name for each in written.split("|")})
    return found


#: As it is written, in lower case: the usual name.
AGENCIES = _read_agencies()


def agency(name: str) -> str | None:
    """The usual name of a news agency, None for anything else."""
    return AGENCIES.get(re.sub(r"\s+", " ", name.strip(" .()").casefold()))


def people(names: list[str], *, sites: set[str]) -> tuple[str, ...]:
    """The people among some names, each once, in their order."""
    kept: dict[str, str] = {}
    for name in names:
        cleaned = " ".join(_JUNK.sub(" ", html.unescape(name)).split()).strip(" ,.;:-–—|")
        cleaned = _PREFIX.sub("", cleaned).strip(" ,.;:-–—|")
        cleaned = re.sub(r"(?<=[\uac00-\ud7af]) ?(?:기자|특파원)$", "", cleaned)
        if not cleaned or len(cleaned) > 60 or agency(cleaned) or _NO_NAME.search(cleaned):
            continue
        key = plain(cleaned)
        if not key or key in sites or (len(key) > 4 and is_site(cleaned, {each for each in sites if len(each) > 5})):
            continue
        if cleaned.isupper() and len(cleaned) > 4 and " " in cleaned:
            cleaned = cleaned.title()
        elif " " in cleaned:  # "Max DELANY"
            cleaned = " ".join(
                word.capitalize() if word.isupper() and len(word) > 3 else word for word in cleaned.split()
            )
        kept.setdefault(key, cleaned)
    return tuple(kept.values())


def from_jsonld(node: dict[str, Any], others: Sequence[dict[str, Any]] = ()) -> list[str]:
    """Names in `author` (and `creator`), organisations among them; `others` are looked up by `@id`."""
    names: list[str] = []
    by_id = {str(each["@id"]): each for each in others if "@id" in each and "name" in each}
    for key in ("author", "creator"):
        value = node.get(key)
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, dict):
                name = each.get("name") or by_id.get(str(each.get("@id")), {}).get("name")
                if isinstance(name, list):
                    names += [jsonld.text(part) for part in name]
                elif isinstance(name, str | dict):
                    names.append(jsonld.text(name))
            elif isinstance(each, str):
                names.append(jsonld.text(each))
        if names:
            break
    return names


def split_names(text: str) -> list[str]:
    """The single names of a byline: "By Ann Roe, Bo Li and Cy Day"."""
    text = _PREFIX.sub("", _JUNK.sub(" ", text))
    return [part.strip() for part in _SPLIT.split(text) if part and part.strip()]


_NAMED = re.compile(r"author|autor|byline|writer|reporter|journalist|redakt[oö]r", re.I)
_NAME = re.compile(
    r"(?:[^\W\d_a-zà-ÿ][\w'’.-]*|[A-Z]\.|de|del|della|da|di|dos|von|van|der|den|ten|ter|al|el|bin|ben|ibn|la|le|zu|du)"
    r"(?: (?:[^\W\d_a-zà-ÿ][\w'’.-]*|[A-Z]\.|de|del|della|da|di|dos|von|van|der|den|ten|ter|al|el|bin|ben|"
    r"ibn|la|le|zu|du)){1,4}$"
)
_DATED = re.compile(r"\b(?:19|20)\d\d\b")
#: Pieces below the headline among which a byline is looked for.
NEAR = 12


def is_byline(line: str) -> bool:
    """Is a line nothing but "By" and names?"""
    return (
        len(line) <= 100
        and bool(_PREFIX.match(line))
        and all(_NAME.match(name) or agency(name) or _NO_NAME.search(name) for name in split_names(line))
        and any(_NAME.match(name) for name in split_names(line))
    )


def title_at(pieces: Sequence[Piece], title: str | None) -> int | None:
    """The index of the headline: the last one that says it, if it stands there twice; None if none does."""
    wanted = plain(title or "")
    tops = [
        index
        for index, piece in enumerate(pieces)
        if (piece.kind == "h" and piece.level == 1) or (wanted and piece.length < 300 and plain(piece.text) == wanted)
    ]
    if not tops:
        return None
    top = tops[0]
    while top + 1 in tops:
        top += 1
    return top


def below_title(pieces: Sequence[Piece], title: str | None) -> list[Piece]:
    """The short lines below the headline."""
    top = title_at(pieces, title)
    if top is None:
        return []
    return [piece for piece in pieces[top + 1 : top + 1 + NEAR] if piece.length <= 120 and piece.kind != "caption"]


def near(pieces: Sequence[Piece], *, title: str | None) -> list[str]:
    """Agencies that stand alone in a line below the headline: "AFP, MANILA", "Reuters"."""
    found = []
    for piece in below_title(pieces, title):
        first = re.split(r"\s*[,|/–—]\s*|\s+-\s+", _PREFIX.sub("", piece.text))[0]
        short = len(first) == 2 and first not in ("AP", "AA")  # "PA", "TT" are initials as often
        if piece.length <= 60 and not short and (name := agency(first)) and (first.isupper() or len(first) > 4):
            found.append(name)
    return found


def on_page(pieces: Sequence[Piece], *, title: str | None) -> list[str]:
    """Names in the lines between the headline and the text that are, or look like, a byline."""
    for piece in below_title(pieces, title):
        signed = bool(_PREFIX.match(piece.text))
        named = any(
            _NAMED.search(str(tag.get("class") or "")) for tag in (piece.tag, piece.tag.parent) if tag is not None
        )
        dated = bool(_DATED.search(piece.text))
        if signed or named or dated:
            names = [
                name
                for part in re.split(r"\s+[|–—-]\s+", piece.text)
                for name in split_names(part)
                if _NAME.match(name)
            ]
            if names and (signed or named or len(names) == 1):
                return names
    return []


def authors(
    head: Head, pieces: Sequence[Piece], *, title: str | None, sites: set[str]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """(people, every name it is signed with) of the byline: JSON-LD first, then meta, then the page."""
    signed: list[str] = []
    for source in (from_jsonld(head.article, head.nodes), head.every(AUTHOR_META)):
        names = [part for name in source if "://" not in name for part in split_names(name)]
        if found := people(names, sites=sites):
            return found, _as_signed(source)
        signed = signed or [name for name in source if "://" not in name]
    names = on_page(pieces, title=title)
    return people(names, sites=sites), _as_signed(
        [name for name in signed if plain(name) not in sites] or signed or names
    )


def _as_signed(names: Sequence[str]) -> tuple[str, ...]:
    cleaned = (" ".join(html.unescape(name).split()).strip(" ,;|") for name in names if "://" not in name)
    return tuple(dict.fromkeys(name for name in cleaned if name and len(name) <= 100))
