"""Which pieces are the page's and not the article's? Cut by shape (where a piece stands, links) and by wording."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from bs4.element import Tag

from scrapers.extract import wording
from scrapers.extract.byline import is_byline
from scrapers.extract.initials import are_initials
from scrapers.extract.islands import Places, cut_boxes, cut_lists, cut_teasers
from scrapers.extract.pieces import PROSE, Piece, width
from scrapers.extract.ticker import is_stamp
from scrapers.extract.title import plain

#: Words in a class or a data-testid that name what is not the article. Whole words: `promo` is not `promoted`.
NAMED = re.compile(
    r"(?:^|[\s_-])(?:"
    r"related|recirc\w*|recommend(?:ed|ations?)?|promos?|promo-?\w+|newsletters?|sign-?up|subscri(?:be|"
    r"ption)|share|sharing|socials?|"
    r"comments?|disqus|teasers?|most-?(?:read|popular|viewed)|trending|popular|sidebar|footer|breadcrumbs?|"
    r"tag-?list|tags|topics?-?list|"
    r"author-?(?:bio|box|info|card|profile)|bio|bylines?|captions?|credits?|copyright|adverts?|"
    r"advertisements?|ads|ad-?(?:slot|unit|label|wrapper|container|box|block|banner|text|notice)|"
    r"sponsor(?:ed)?|outbrain|taboola|"
    r"cookies?|consent|gdpr|gallery|slideshow|carousel|donat(?:e|ion|ions)|read-?(?:more|next|also)|"
    r"more-?(?:on|from|stories|links|news)|also-?read|"
    r"navigation|menu|toolbar|modal|popup|pop-up|overlay|banner|print-?only|skip-?link|"
    r"app-?(?:promo|download)|cta|feedback|rating|read-?time|reading-?time|"
    r"timestamp|publish-?date|pub-?date|post-?date|meta-?data|entry-?meta|article-?meta|post-?meta|kicker|"
    r"eyebrow|badge|"
    r"next-?(?:article|story|post)|prev(?:ious)?-?(?:article|story|post)|see-?also|links?-?list|linklist|"
    r"latest|whatsapp|"
    r"audio-?player|video-?(?:player|caption)|disclaimer|seo-?links|keywords|schlagworte|"
    r"twitter-tweet|instagram-media|tiktok-embed|fb-post|notification|login|register|registration|piano|"
    r"infobox|info-?box|"
    r"storylink|line-?clamp(?:-\d)?|story-?links?|readmore|inline-?(?:related|promo|newsletter)|pull-?quote"
    r")(?:$|[\s_-])",
    re.I,
)
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
#: Elements that hold an article only where most of its prose stands in them.
BESIDE = frozenset(("nav", "footer", "aside", "form", "figure", "figcaption", "dialog", "label"))
#: A named or beside-standing element with more than this share of the page's prose is the article after all.
TOO_MUCH = 0.35


def mark_beside(root: Tag, pieces: Sequence[Piece], *, weak: bool, head: Piece | None = None) -> None:
    """Marks the pieces that stand in elements beside an article: by what they are, and if `weak` by their names too.

    Names are trusted only within the container: on whole pages they mark the article as often as not ("paywall"). What
    holds the page's own headline, `head`, is beside nothing, whatever its name ("comments-enabled").
    """
    total = sum(piece.weight for piece in pieces if not piece.why) or 1.0
    verdict: dict[int, str | None] = {id(tag): None for tag in (head.tag.parents if head is not None else ())}
    # Counted by name, not by element: a body in ten parts of one name holds a tenth of the prose in each.
    holds: dict[str, float] = {}
    suspects: dict[str, list[Piece]] = {}
    for piece in pieces:
        tag: Tag | None = piece.tag
        names: set[str] = set()
        while tag is not None and tag is not root:
            key = id(tag)
            if key not in verdict:
                verdict[key] = _beside(tag, weak=weak)
            if name := verdict[key]:
                names.add(name)
            tag = tag.parent
        for name in names:
            holds[name] = holds.get(name, 0.0) + (0.0 if piece.why else piece.weight)
            suspects.setdefault(name, []).append(piece)
    for name, inner in suspects.items():
        # A teaser is one paragraph; what has several whole ones in one place is an article in an element so named.
        solid = sum(piece.weight > 120 and piece.link_share < 0.2 and not piece.why for piece in inner)
        if "comment" in name or "disqus" in name:
            solid = 0  # readers write whole paragraphs, and more of them than the article has
        limit = (
            (COMMENTS if head is None else 1.0 - PROSE / total)
            if "comment" in name
            else SURE_LIMIT
            if SURE.search(name)
            else TOO_MUCH
            if solid < 3 or not weak
            else 0.1
        )
        if holds[name] <= limit * total:
            for piece in inner:
                piece.why = piece.why or name


#: These say plainly what they are.
SURE = re.compile(
    (
        r"caption|credit|byline|share|social|newsletter|sign-?up|comment|related|recommend|cookie|consent|"
        r"twitter|pull-?quote|footer"
    ),
    re.I,
)
SURE_LIMIT = 0.6
#: Comments may be longer than the article; beyond this share the element's name misleads, where no headline stands
#: outside it.
COMMENTS = 0.85

#: What these names hold is hardly ever the article, also on a whole page.
_STRONG_NAME = re.compile(
    (
        r"(?:^|[\s_-])(?:cookie\w*|consent\w*|gdpr|onetrust\w*|ot-\w+|pc-policy\S*|comments?|comment-?list|"
        r"disqus|sp_message\S*|usercentrics|footer|site-footer)(?:$|[\s_-])"
    ),
    re.I,
)


def _beside(tag: Tag, *, weak: bool) -> str | None:
    name = tag.name
    if name in BESIDE:
        return name
    if str(tag.get("itemtype") or "").endswith(("/Comment", "/UserComments")) or tag.get("itemprop") == "comment":
        return "marked as comment"
    if name in ("body", "html", "main", "article"):
        return None
    pattern = NAMED if weak else _STRONG_NAME
    for key in ("class", "id", "data-testid", "data-component"):
        for word in str(tag.get(key) or "").split():
            # Longer ones are headlines turned into ids, and utility classes.
            if len(word) < 50 and word.count("-") < 5 and (match := pattern.search(_CAMEL.sub("-", word))):
                return f"named {match.group().strip(' _-').lower()}"
    return None


def intro(root: Tag, pieces: Sequence[Piece], own: Sequence[Piece], *, head: Piece | None) -> list[Piece]:
    """Paragraphs and list items between the headline and the container: an opening that was set apart."""
    first = next((piece.order for piece in own if not piece.why), 0)
    top = max(
        (each.order for each in pieces if each.order < first and each.level == 1 and each.kind == "h"), default=None
    )
    if top is None:
        return []
    between = [piece for piece in pieces if top < piece.order < first]
    mark_beside(root, between, weak=True, head=head)
    if any(wording.GENERATED.search(piece.text) for piece in between):
        return []  # a machine's summary of the article
    return [
        piece
        for piece in between
        if not piece.why
        and not piece.inside_link
        and piece.link_share < 0.3
        and (piece.weight or (piece.kind == "li" and width(piece.text) >= 40))
        and _ENDED.search(piece.text)
        and not wording.SERVICE.match(piece.text)
        and not wording.CREDIT.match(piece.text)
    ]


#: Longer lines are prose whatever they begin with.
LINE = 220


def cut(holder: Tag, pieces: Sequence[Piece], *, title: str | None) -> None:
    """Marks, among the pieces of the container, what is not the article's text."""
    wanted = plain(title or "")
    places = Places(holder, pieces)
    seen: set[tuple[str, bool]] = set()  # a heading may repeat its bullet
    for piece in pieces:
        key = plain(piece.text)
        if not piece.why:
            piece.why = _unfit(piece, key, wanted, seen, home=places.at_home(piece))
        if len(key) > 40 and not piece.why:
            seen.add((key, piece.kind == "li"))
    _cut_pull_quotes(places, pieces)
    _cut_feet(pieces, wanted)
    _restore_items(pieces)
    cut_lists(pieces)
    cut_teasers(places, pieces)
    cut_boxes(places, pieces)
    _cut_end(places, pieces)
    _cut_behind_initials(places, pieces)
    _cut_start(pieces)
    _restore_headings(places, pieces)
    _cut_headings(pieces)


def _unfit(piece: Piece, key: str, wanted: str, seen: set[tuple[str, bool]], *, home: bool) -> str | None:
    if not key:
        return "no words"
    if piece.kind == "caption":
        return "caption"
    if piece.inside_link and piece.kind != "h":
        return "card"
    if key == wanted or (piece.kind == "h" and piece.level == 1):
        return "title"
    if piece.kind == "cell" and not piece.weight:
        return "table"
    if piece.link_share > 0.75:
        return "link only"
    if len(key) > 40 and (key, piece.kind == "li") in seen:
        return "repeated"
    if _PICTURED.search(piece.text) and piece.length < 400:
        return "caption"
    if piece.length < 300 and wording.ANYWHERE.search(piece.text):
        return "service"
    if width(piece.text) > LINE:
        return None
    if (led := wording.READ_ALSO.match(piece.text)) and (
        piece.linked
        or piece.length < 40
        or piece.text.rstrip().endswith(":")
        or (led.group().rstrip().endswith(":") and not _ENDED.search(piece.text))
    ):
        return "read also"
    if _ARROW.match(piece.text) and (piece.linked or piece.length < 120):
        return "read also"
    if wording.SERVICE.match(piece.text) and not (piece.weight > 120 and not piece.linked):
        return "service"
    if wording.CREDIT.match(piece.text) and piece.kind != "h":
        return "credit"
    if not piece.weight and piece.kind in ("p", "li") and (is_byline(piece.text) or is_stamp(piece)):
        return "byline"
    if not home and CAPTION.search(piece.text):
        return "caption"
    if not home and piece.kind == "p" and not piece.weight and not _ENDED.search(piece.text):
        return "label"
    return None


_ARROW = re.compile(r"(?:>>|»|►|➤|→|▶|▸|👉|➡)\s*")
#: A bracket at the end that says who took the picture: a caption wherever it stands.
_PICTURED = re.compile(
    r"\((?:(?:image|photo|picture|foto|bild|pic|file)s?(?: (?:credit|by))?|AP Photo|REUTERS|Getty "
    r"Images)\s?[:/][^()]{0,80}\)\.?$|"
    r"\((?:Photo|Image|Picture|Foto) (?:by|courtesy) [^()]{2,80}\)$",
    re.I,
)
_ENDED = re.compile(r"[.!?…:;,。！？」』][\"'”’»)]*$")
#: How a line ends that tells who took the picture.
CAPTION = re.compile(
    r"(?:\((?:image|photo|picture|foto|bild|credit|pic|file|ap|afp|reuters|getty|video)\b[^)]{0,60}\)|[©ⓒ][^.]{0,60}|"
    r"\b(?:foto|photo|bild|image|credit|picture|fotos|quelle|video|pics?)s?\s?[:/]\s?[^.]{2,60}|"
    r"\b(?:AP Photo|Getty Images|Shutterstock|AFP|Reuters|imago|picture alliance|EPA|dpa)\b[^.]{0,30})$",
    re.I,
)


def _restore_items(pieces: Sequence[Piece]) -> None:
    """A list is the article's or it is not: one item that sounds like a notice among others that do not is none."""
    lists: dict[int, list[Piece]] = {}
    for piece in pieces:
        if piece.kind == "li" and piece.tag.parent is not None:
            lists.setdefault(id(piece.tag.parent), []).append(piece)
    for items in lists.values():
        cut_ = [piece for piece in items if piece.why]
        if len(items) >= 5 * len(cut_) and all(
            piece.why in ("service", "credit", "byline", "caption") for piece in cut_
        ):
            for piece in cut_:
                piece.why = None


def _cut_end(places: Places, pieces: Sequence[Piece]) -> None:
    """After a heading like "More from us" other stories stand, until the text resumes where it stood before."""
    before, cutting = 0.0, False
    last: Piece | None = None  # a sub-heading right before the text resumes
    for piece in pieces:
        titled = piece.kind == "h" or (piece.length <= 40 and (piece.bold >= 0.6 * piece.length or not piece.weight))
        titled = titled and piece.kind != "caption" and piece.length <= 70 and before > 0.1 * places.total
        if titled and wording.END.match(piece.text):
            cutting, last = True, None
            piece.why = piece.why or "heading of other stories"
            continue
        if (
            cutting
            and piece.weight > 60
            and piece.link_share < 0.3
            and piece.kind in ("p", "quote")
            and places.at_home(piece)
        ):
            cutting = False
            if last is not None:
                last.why = None
        if cutting:
            last = piece if piece.kind == "h" and not piece.why and not piece.linked and places.at_home(piece) else None
            piece.why = piece.why or "other stories"
        elif not piece.why:
            before += piece.weight


def _cut_pull_quotes(places: Places, pieces: Sequence[Piece]) -> None:
    """Sentences that a page lifts out of the text and shows once more, large."""
    told = "\n".join(plain(piece.text) for piece in pieces if not piece.why and piece.kind == "p" and piece.weight)
    for piece in pieces:
        if piece.why or not (piece.kind == "quote" or (piece.kind == "p" and not places.at_home(piece))):
            continue
        key = plain(piece.text)
        if 30 < len(key) < 300 and told.count(key) > (piece.kind == "p" and piece.weight > 0):
            piece.why = "repeated"


def _cut_feet(pieces: Sequence[Piece], wanted: str) -> None:
    """Cards that lost their box: a headline, a description, and the name of this very page below them."""
    if len(wanted) < 20:
        return
    for index, piece in enumerate(pieces):
        key = plain(piece.text)
        if piece.why is None and len(key) > len(wanted) + 20 and key.endswith(wanted) and index > 2:
            piece.why = "card"  # all in one paragraph
        if piece.why != "title" or piece.kind == "h" or index < 3:
            continue
        description, headline = pieces[index - 1], pieces[index - 2]
        linked = headline.why in ("link only", "card", "read also") or headline.link_share > 0.5
        if description.length <= 400 and (linked or not _ENDED.search(headline.text)) and headline.length <= 200:
            for each in (description, headline):
                each.why = each.why or "card"


def _cut_behind_initials(places: Places, pieces: Sequence[Piece]) -> None:
    """Behind the desk's initials, `del/ec/cw/gv`, an agency's text is over."""
    before = 0.0
    for index, piece in enumerate(pieces):
        if "/" in piece.text and piece.length <= 30 and are_initials(piece.text) and before > 0.3 * places.total:
            for each in pieces[index:]:
                each.why = each.why or "behind the initials"
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
        following = [each for each in pieces[index + 1 : first + 1] if not each.why]
        # a list that opens the article, or a sub-heading right above its first paragraph
        if piece.kind == "li" and width(piece.text) > 25:
            continue
        if (
            piece.kind == "h"
            and piece.level > 1
            and all(each.kind in ("li", "h") or each is pieces[first] for each in following)
        ):
            continue
        if piece.text[-1] in ":：" and following and following[0].kind in ("li", "h"):
            continue  # what announces the list
        if width(piece.text) >= 45 and piece.text[-1] in '.!?”"。':
            continue
        piece.why = "above the text"


def _restore_headings(places: Places, pieces: Sequence[Piece]) -> None:
    """Headings that lead to a whole story stay where the page tells the story below them: sections of a round-up."""
    found = []
    for piece, below in pairwise(pieces):
        linked = piece.kind == "h" and piece.level > 1 and piece.why == "link only"
        if linked and places.at_home(piece) and below.why is None and below.weight and places.at_home(below):
            found.append(piece)
    if len(found) >= 2:
        for piece in found:
            piece.why = None


def _cut_headings(pieces: Sequence[Piece]) -> None:
    """A heading stands for the text below it: one with nothing below it before the next of its level is gone."""
    below: Piece | None = None
    for piece in reversed(pieces):
        if piece.why:
            continue
        if piece.kind == "h" and (below is None or (below.kind == "h" and below.level <= piece.level)):
            piece.why = "heading without text"
        else:
            below = piece
