"""Which pieces are the page's and not the article's? Cut by shape (where a piece stands, links) and by wording."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bs4.element import Tag

from scrapers.extract import wording
from scrapers.extract.pieces import Piece, width
from scrapers.extract.title import plain

#: Words in a class, an id or a data-testid that name what is not the article.
NAMED = re.compile(
    r"(?:^|[\s_-])(?:"
    r"related|recirc\w*|recommend\w*|promo\w*|newsletter\w*|sign-?up|subscri\w*|share|sharing|social\w*|share-?(?:bar|tools|buttons?)|"
    r"comments?|disqus|teasers?|most-?(?:read|popular|viewed)|trending|popular|sidebar|footer|breadcrumbs?|tags?-?(?:list|s)?|topics?-?list|"
    r"author-?(?:bio|box|info|card|profile)|bio|byline|bylines|captions?|credits?|copyright|adverts?|advertis\w*|ads?|ad-?\w*|advert|sponsor\w*|outbrain|taboola|"
    r"cookie\w*|consent\w*|gdpr|gallery|slideshow|carousel|donat\w*|read-?(?:more|next|also)|more-?(?:on|from|stories|links|news)|also-?read|"
    r"navigation|menu|toolbar|tools|modal|popup|pop-up|overlay|banner|print-?only|visually-?hidden|sr-?only|screen-?reader\w*|hidden|skip-?link|"
    r"widget|embed-?card|info-?box-?promo|app-?(?:promo|download)|cta|callout-?newsletter|feedback|rating|read-?time|reading-?time|"
    r"timestamp|dateline-?date|publish-?date|pub-?date|post-?date|meta-?data|entry-?meta|article-?meta|kicker|eyebrow|label|badge|flag|"
    r"next-?(?:article|story|post)|prev(?:ious)?-?(?:article|story|post)|see-?also|links?-?list|linklist|collection|latest|whatsapp|"
    r"audio-?player|player|video-?(?:player|caption)|disclaimer|correction-?policy|seo-?links|keywords|topics|tags|schlagworte|"
    r"notification|alert-?signup|login|register|registration|piano|offer|leserbrief|"
    r"recommendation|similar|further|readmore|inline-?(?:related|promo|newsletter)|storylink|story-?links?"
    r")(?:$|[\s_-])",
    re.I,
)
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
#: Elements that hold an article only where most of its prose stands in them.
BESIDE = frozenset(("nav", "footer", "aside", "form", "figure", "figcaption", "dialog", "label"))
#: A named or beside-standing element with more than this share of the page's prose is the article after all.
TOO_MUCH = 0.35


def mark_beside(root: Tag, pieces: Sequence[Piece], *, weak: bool) -> None:
    """Marks the pieces that stand in elements beside an article: by what they are, and if `weak` by their names too.

    Names are trusted only within the container: on whole pages they mark the article as often as not ("paywall").
    """
    total = sum(piece.weight for piece in pieces if not piece.why) or 1.0
    verdict: dict[int, str | None] = {}
    holds: dict[int, float] = {}
    suspects: dict[int, list[Piece]] = {}
    for piece in pieces:
        tag: Tag | None = piece.tag
        while tag is not None and tag is not root:
            key = id(tag)
            if key not in verdict:
                verdict[key] = _beside(tag, weak=weak)
            if verdict[key]:
                holds[key] = holds.get(key, 0.0) + (0.0 if piece.why else piece.weight)
                suspects.setdefault(key, []).append(piece)
            tag = tag.parent
    for key, inner in suspects.items():
        if holds[key] <= TOO_MUCH * total or STRONG.search(verdict[key] or ""):
            for piece in inner:
                piece.why = piece.why or verdict[key]


#: What these names hold is never the article, however much it is.
STRONG = re.compile(
    r"named (?:cookie\w*|consent\w*|gdpr|onetrust\w*|ot-\w+|pc-policy\S*|comments?|disqus|sp_message\S*|usercentrics)",
    re.I,
)
_STRONG_NAME = re.compile(
    r"(?:^|[\s_-])(?:cookie\w*|consent\w*|gdpr|onetrust\w*|ot-\w+|pc-policy\S*|comments?|comment-?list|disqus|sp_message\S*|usercentrics)(?:$|[\s_-])",
    re.I,
)


def _beside(tag: Tag, *, weak: bool) -> str | None:
    name = tag.name
    if name in BESIDE:
        return name
    if tag.get("hidden") is not None and tag.get("hidden") != "until-found":
        return "hidden"
    if name in ("body", "html", "main", "article"):
        return None
    named = " ".join(str(value) for key in ("class", "id", "data-testid", "data-component") if (value := tag.get(key)))
    if not named:
        return None
    match = (NAMED if weak else _STRONG_NAME).search(_CAMEL.sub("-", named))
    return f"named {match.group().strip(' _-').lower()}" if match else None


#: Longer lines are prose whatever they begin with.
LINE = 220


def cut(pieces: Sequence[Piece], *, title: str | None) -> None:
    """Marks, among the pieces of the container, what is not the article's text."""
    wanted = plain(title or "")
    seen: set[str] = set()
    for piece in pieces:
        if piece.why:
            continue
        key = plain(piece.text)
        if not key:
            piece.why = "no words"
        elif piece.kind == "caption":
            piece.why = "caption"
        elif piece.inside_link and piece.kind != "h":
            piece.why = "card"
        elif key == wanted:
            piece.why = "title"
        elif piece.kind == "cell" and not piece.weight:
            piece.why = "table"
        elif piece.link_share > 0.75:
            piece.why = "link only"
        elif len(key) > 40 and key in seen:
            piece.why = "repeated"
        elif width(piece.text) <= LINE:
            if wording.READ_ALSO.match(piece.text) and (
                piece.linked or piece.length < 40 or piece.text.rstrip().endswith(":")
            ):
                piece.why = "read also"
            elif wording.SERVICE.match(piece.text) and not (piece.weight > 120 and not piece.linked):
                piece.why = "service"
            elif wording.CREDIT.match(piece.text) and not piece.kind == "h":
                piece.why = "credit"
        if len(key) > 40:
            seen.add(key)
    _cut_end(pieces)
    _cut_start(pieces)
    _cut_headings(pieces)


def _cut_end(pieces: Sequence[Piece]) -> None:
    """After a heading like "More from us" the article is over, if little prose follows."""
    total = sum(piece.weight for piece in pieces if not piece.why) or 1.0
    before = 0.0
    for index, piece in enumerate(pieces):
        short = piece.length <= 70 and piece.kind in ("h", "p", "li")
        if short and before > 0.5 * total and wording.END.match(piece.text):
            rest = sum(each.weight for each in pieces[index + 1 :] if not each.why)
            if rest < 0.3 * total and (piece.kind == "h" or piece.bold >= 0.6 * piece.length or rest == 0):
                for each in pieces[index:]:
                    each.why = each.why or "after the end"
                return
        if not piece.why:
            before += piece.weight


def _cut_start(pieces: Sequence[Piece]) -> None:
    """Before the first prose stand kicker, byline, date and share bar; the standfirst is looked for elsewhere."""
    first = next((index for index, piece in enumerate(pieces) if piece.weight and not piece.why), None)
    if first is None:
        return
    for index, piece in enumerate(pieces[:first]):
        if piece.why:
            continue
        following = pieces[index + 1 : first + 1]
        # a list that opens the article, or a sub-heading right above its first paragraph
        if piece.kind == "li" and width(piece.text) > 25:
            continue
        if (
            piece.kind == "h"
            and piece.level > 1
            and all(each.kind in ("li", "h") or each is pieces[first] for each in following)
        ):
            continue
        if width(piece.text) >= 45 and piece.text[-1] in '.!?”"。':
            continue
        piece.why = "above the text"


def _cut_headings(pieces: Sequence[Piece]) -> None:
    """A heading stands for the text below it: one with nothing below is gone."""
    needed = False
    for piece in reversed(pieces):
        if piece.why:
            continue
        if piece.kind == "h":
            if not needed:
                piece.why = "heading without text"
        else:
            needed = True
