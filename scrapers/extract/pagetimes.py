"""Which `<time>` of a page is its own, and which a related story's?"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from lxml import html

#: Prose between the headline and a time, in characters, from which on the time is no line of the page's head.
PROSE = 400
#: So many elements up, a heading that is a link makes it a teaser's.
NEAREST = 3
#: What holds other stories: elements, and words of a class or an id.
ELSEWHERE = ("aside", "nav", "footer")
_OTHERS = re.compile(
    r"(?:^|[\s_-])(?:related|recommend\w*|more|also|latest|popular|trending|teasers?|cards?|sidebar|promo|most|next|"
    r"comments?|feed|list)(?=$|[\s_-])",
    re.IGNORECASE,
)
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


@dataclass(frozen=True)
class PageTimes:
    """Times as they are written in `datetime`."""

    near: tuple[str, ...] = ()  # between the headline and the text
    elsewhere: tuple[str, ...] = ()  # in nothing that tells of other stories
    updated: tuple[str, ...] = ()
    related: tuple[str, ...] = ()  # of other stories


def times_of(root: html.HtmlElement) -> PageTimes:
    """Reads the tree before it is pruned."""
    near: list[str] = []
    far: list[str] = []
    updated: list[str] = []
    related: list[str] = []
    own: frozenset[html.HtmlElement] = frozenset()
    prose = 0
    for element in root.iter("h1", "time", "abbr", "span", "div", "p", "meta"):
        if element.tag == "h1":
            if not own:
                own, far, near = frozenset(element.iterancestors()), near, []
                prose = 0
            continue
        if element.tag == "p":
            prose += len(element.text_content())
        prop = (element.get("itemprop") or "").lower()
        if element.tag != "time" and "date" not in prop:
            continue
        value = element.get("datetime") or element.get("content") or (element.get("title") if prop else "") or ""
        if not value.strip():
            continue
        if _of_another(element, own):
            related.append(value.strip())
        elif "modif" in prop or "updat" in (element.get("class") or "").lower():
            updated.append(value.strip())
        else:
            (near if prose < PROSE else far).append(value.strip())
    return PageTimes(tuple(near), tuple(far), tuple(updated), tuple(related))


def _of_another(element: html.HtmlElement, own: Collection[html.HtmlElement]) -> bool:
    """Does it stand in something that tells of other stories? `own` holds the page's headline, and is none."""
    for level, parent in enumerate(element.iterancestors()):
        if parent in own or parent.tag in ("body", "main", "html"):
            return False
        if parent.tag in (*ELSEWHERE, "a", "li") or _OTHERS.search(f"{parent.get('class') or ''} {parent.get('id')}"):
            return True
        if parent.tag == "article" and own:
            return True
        if level < NEAREST and any(_links(each) for each in parent.iter(*_HEADINGS)):
            return True
    return False


def _links(heading: html.HtmlElement) -> bool:
    return next(heading.iter("a"), None) is not None or heading.getparent().tag == "a"
