"""What does a source's profile change in the reading of its pages?

Selectors over the generic path: a container, elements to drop, the standfirst, the byline. A selector that finds
nothing, or that is none, leaves its place to the generic path and makes the profile broken.
"""

from __future__ import annotations

from collections.abc import Sequence

from bs4 import BeautifulSoup
from bs4.element import Tag
from soupsieve import SelectorSyntaxError

from scrapers.extract import markup
from scrapers.extract.body import Body, body_of
from scrapers.extract.byline import split_names
from scrapers.extract.pieces import pieces_of
from scrapers.model import Profile


def body(text: str, profile: Profile, *, title: str | None, descriptions: Sequence[str]) -> tuple[Body | None, bool]:
    """(the body as the profile has it, is the profile broken); None where its container is not on the page."""
    soup = _soup(text)
    if soup is None:
        return None, True
    for selector in profile.drop:
        for element in _all(soup, selector):
            element.decompose()
    page = soup.body or soup
    holder: Tag | None = None
    broken = False
    if profile.container:
        matches = [match for match in _all(soup, profile.container) if not match.decomposed]
        if not matches:
            return None, True
        holder = _joined(soup, matches)
    summary = None
    every = pieces_of(page)
    if profile.standfirst:
        for element in _all(soup, profile.standfirst)[:1]:
            summary = next(
                (
                    piece
                    for piece in every
                    if piece.tag is element
                    or element in piece.tag.parents
                    or (piece.tag in element.parents and piece.text in " ".join(element.get_text(" ").split()))
                ),
                None,
            )
        broken = summary is None
        if summary is not None:
            summary.summary = True
    return body_of(page, every, title=title, descriptions=descriptions, holder=holder, summary=summary), broken


def people(text: str, profile: Profile) -> list[str] | None:
    """The names the profile's byline gives; None where it has none or finds nothing."""
    if profile.byline is None:
        return None
    root = markup.parsed(text)
    if root is None:
        return None
    soup = BeautifulSoup(markup.serialised(root), "lxml")
    if isinstance(profile.byline, str):
        names = [name for element in _all(soup, profile.byline) for name in split_names(element.get_text(" "))]
        return names or None
    found = profile.byline(soup)
    return split_names(found) if found else None


def _soup(text: str) -> BeautifulSoup | None:
    root = markup.parsed(text)
    if root is None:
        return None
    markup.prune(root, menus=False, attributes=True)
    return markup.soup_of(root)


def _all(soup: BeautifulSoup, selector: str) -> list[Tag]:
    try:
        return list(soup.select(selector))
    except SelectorSyntaxError:
        return []


def _joined(soup: BeautifulSoup, matches: list[Tag]) -> Tag:
    """One element that holds all the matches, in their order: a body may be split."""
    outer = [match for match in matches if not any(other in match.parents for other in matches if other is not match)]
    if len(outer) == 1:
        return outer[0]
    holder = soup.new_tag("div")
    outer[0].insert_before(holder)
    for match in outer:
        holder.append(match.extract())
    return holder
