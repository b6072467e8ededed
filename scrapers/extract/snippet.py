"""How much of a page may be shown, by its publisher's own words for machines?

Obeyed page by page: the `robots` and `googlebot` meta and the `X-Robots-Tag` header (`nosnippet`, `max-snippet`,
`noarchive`, `unavailable_after`), `tdm-reservation` (header and meta), and `data-nosnippet` on elements. `noindex` and
`none` are about search indexes; they say nothing of a quotation beside a link and set no limit.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from lxml import html

from scrapers.model import SnippetRule
from scrapers.text import line
from scrapers.withheld import FEW

#: Whose rules are obeyed: everybody's, the search engine's by whose name publishers speak of snippets, and ours.
METAS = ("robots", "googlebot", "googlebot-news", "nightdesk")
AGENTS = frozenset((*METAS, "*"))
ROBOTS_HEADER, RESERVATION = "x-robots-tag", "tdm-reservation"

#: Words that a rule consists of: where one follows a name and a colon, the name is an agent's.
_WORDS = (
    r"(?:all|none|index|noindex|follow|nofollow|nosnippet|noarchive|nocache|noimageindex|notranslate|noodp|noydir|"
    r"nositelinkssearchbox|indexifembedded|noai|noimageai|max-[a-z-]+|unavailable_after)(?![\w-])"
)
_GAP = re.compile(r"[\s,;]+")
_AGENT = re.compile(rf"([\w*./-]++)\s*:\s*(?={_WORDS})")
#: A date holds commas, colons and blanks: it ends where another rule begins.
_UNTIL = re.compile(rf"unavailable_after\s*[:=]\s*(.*?)(?=\s*[,;]\s*(?:[\w*./-]+\s*:\s*)?{_WORDS}|$)", re.DOTALL)
_MOST = re.compile(r"max-snippet\s*[:=]\s*([+-]?[0-9]{1,9})(?![\w.])")
_TOKEN = re.compile(r"[^\s,;]+")
#: What is longer is no rule that somebody wrote.
_LONGEST = 4000  # characters


def snippet_of(meta: Mapping[str, Sequence[str]], headers: Iterable[tuple[str, str]] = ()) -> SnippetRule:
    """The strictest of what a page's metas (lower-case names) and its server's headers say. Never raises.

    `unavailable_after` allows nothing from the beginning: what is quoted stands on a page of ours for years, and the
    publisher does not want it shown for so long. `noarchive` is kept in `said` and sets no limit: no copy of a page is
    ever published.
    """
    pairs = [(name.strip().lower(), value) for name, value in headers]
    pairs += [(name, value) for name in (ROBOTS_HEADER, RESERVATION) for value in meta.get(name, ())]
    rules = [_rule(value[:_LONGEST]) for name in METAS for value in meta.get(name, ())]
    rules += [_rule(value[:_LONGEST]) for name, value in pairs if name == ROBOTS_HEADER]
    # A header that was sent twice may come joined with a comma.
    reserved = [part for name, value in pairs if name == RESERVATION for part in value[:_LONGEST].split(",")]
    if any(part.strip(" \t\"'") == "1" for part in reserved):
        rules.append(SnippetRule(limit=0, said=(f"{RESERVATION}:1",)))
    return strictest_rule(*rules)


def strictest_rule(*rules: SnippetRule) -> SnippetRule:
    """What holds where several rules apply."""
    limits = [rule.limit for rule in rules if rule.limit is not None]
    said = dict.fromkeys(word for rule in rules for word in rule.said)
    return SnippetRule(limit=min(limits, default=None), said=tuple(said))


def _rule(value: str) -> SnippetRule:
    """What one meta or header says to those whom it means."""
    text = value.strip().lower()
    limits: list[int] = []
    said: list[str] = []
    meant, at = True, 0
    while at < len(text):
        if gap := _GAP.match(text, at):
            at = gap.end()
            continue
        if (agent := _AGENT.match(text, at)) and not agent[1].startswith(("max-", "unavailable_after")):
            meant, at = agent[1] in AGENTS, agent.end()
            continue
        found = _UNTIL.match(text, at) or _MOST.match(text, at) or _TOKEN.match(text, at)
        assert found is not None  # what is no gap is a token
        at = found.end()
        if meant:
            limit, word = _read(found)
            limits += [] if limit is None else [limit]
            said += [] if word is None else [word]
    return SnippetRule(limit=min(limits, default=None), said=tuple(dict.fromkeys(said)))


def _read(found: re.Match[str]) -> tuple[int | None, str | None]:
    """The limit that a directive sets, and how it is told; None for what says nothing of a snippet."""
    if found.re is _UNTIL:
        return 0, line(f"unavailable_after:{found[1]}")
    if found.re is _MOST:
        most = int(found[1])
        return (most, f"max-snippet:{most}") if most >= 0 else (None, None)  # -1: no limit
    return {"nosnippet": (0, "nosnippet"), "noarchive": (None, "noarchive")}.get(found[0], (None, None))


# --- parts of a page ---------------------------------------------------------------------------------------------

#: What no reader sees, or presses.
_UNREAD = frozenset("script style noscript template button select textarea option svg".split())
_INLINE = frozenset(
    "a abbr b bdi bdo big cite code del dfn em font i ins kbd mark q s samp small span strong sub sup time tt u var "
    "wbr img".split()
)


def withheld(root: html.HtmlElement) -> str:
    """The text of the elements marked `data-nosnippet`, its paragraphs a line each. The tree is not yet pruned."""
    marked: set[html.HtmlElement] = set(root.xpath("//*[@data-nosnippet]"))
    lines: dict[str, None] = {}
    for element in root.iter() if marked else ():
        if element in marked and not any(above in marked for above in element.iterancestors()):
            own = _lines(element)
            lines.update(dict.fromkeys(each for each in own if len(own) == 1 or len(each.split()) >= FEW))
    return "\n".join(lines)


def _lines(element: html.HtmlElement) -> list[str]:
    pieces: list[str] = []
    stack: list[tuple[html.HtmlElement, bool]] = [(element, True)]
    while stack:
        node, entering = stack.pop()
        inline = node.tag in _INLINE
        if entering:
            pieces.append("" if inline else "\n")
            if node.tag not in _UNREAD and isinstance(node.tag, str):
                pieces.append(" ".join((node.text or "").split("\n")))
                stack.append((node, False))
                stack.extend((child, True) for child in reversed(node))
                continue
        pieces.append("" if inline else "\n")
        if node is not element:
            pieces.append(" ".join((node.tail or "").split("\n")))
    return [text for part in "".join(pieces).split("\n") if (text := line(part))]
