"""Which developments does a round-up tell, each with its own text?

Three shapes: a key list with sections (bullet and section paired by likeness), headings with sections, and a list
whose items are the developments. An article with sub-headings is none of them: that takes the page's own word for it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from urllib.parse import urljoin

from scrapers.extract.likeness import covered, likeness, words
from scrapers.extract.pieces import Piece, framed, width
from scrapers.model import Part

#: A line that announces the list of what follows.
KEY_LINE = re.compile(
    r"(?:here(?:'|’)?s? (?:is|are|what)|these are|(?:the )?(?:key|main|top|major|latest|other|today'?s?|"
    r"recent|important)\s+(?:\w+ )?(?:developments?|events?|points?|takeaways|stories|headlines|news|"
    r"updates|moments|facts|items)|"
    r"what (?:we know|you need to know|to know|happened)|at a glance|in (?:brief|short|this (?:briefing|"
    r"edition|digest|round-?up))|(?:in )?summary|highlights|today(?:'|’)?s (?:briefing|digest|top)|things "
    r"to know|"
    r"(?:das )?wichtigste|die (?:wichtigsten|neuesten|aktuellen)|(?:im |kurz )überblick|in kürze|"
    r"kurz(?:fassung|meldungen)|zusammenfassung|"
    r"(?:les )?(?:points? (?:clés|essentiels)|principaux|faits marquants|à retenir|ce qu'il faut|"
    r"l'essentiel)|(?:las? |los )?(?:claves|puntos clave|principales|lo más|lo último)|"
    r"(?:i |le )?(?:punti chiave|principali|notizie principali)|(?:os )?(?:principais|destaques|pontos)|"
    r"belangrijkste|najważniejsze|hlavní události|önemli gelişmeler|"
    r"главн\w+|основн\w+|коротко|головн\w+|основні|أبرز|أهم|主な|主要|要闻|핵심|주요)",
    re.IGNORECASE,
)
#: A title that says the page is a round-up.
ROUNDUP = re.compile(
    r"\blatest(?: developments| news| updates)?\b.{0,3}(?::|$)|:\s*(?:the )?latest\b|latest developments|"
    r"what we know|what happened|what to know|at a glance|key (?:events|developments|moments|points)|"
    r"\bround-?up\b|\bin brief\b|news briefs?|\bday \d{1,4}\b|"
    r"daily (?:brief|digest|report|update|summary|news)|(?:morning|evening|weekly|nightly|daily|news|"
    r"global|conflict|war) (?:brief(?:ing)?|digest|wrap|roundup|round-up|summary|bulletin|recap|update)|"
    r"week in (?:review|brief)|this week in|the week|\bdigest\b|\brecap\b|things to know|takeaways|"
    r"situation report|sitrep|flash update|headlines|"
    r"(?:im|lage im|nacht im|tag im) überblick|kurzmeldungen|nachrichtenüberblick|das wichtigste|die lage|"
    r"was (?:in der nacht )?passiert|kurz notiert|meldungen des tages|"
    r"ce que l'on sait|le point sur|l'essentiel|en bref|résumé|lo que sabemos|lo último|resumen|en breve|"
    r"claves del día|il punto|in breve|cosa sappiamo|resumo|destaques|overzicht|podsumowanie|przegląd|"
    r"přehled|souhrn|günün özeti|"
    r"главное|итоги|дайджест|обзор|сводка|що відомо|головне|підсумки|зведення|أبرز (?:ال)?(?:أحداث|تطورات)|"
    r"ملخص|まとめ|早报|要闻|简报|브리핑|요약",
    re.IGNORECASE,
)
#: Bullet and section are one development from here on (words shared, by the shorter's).
PAIR = 0.5
#: A paragraph tells a bullet from here on (bullet's words found in it).
TELLS = 0.5
#: A list item of this width is a development with its own text.
ITEM = 70
_BULLET = re.compile(r"^\s*(?:[•●▪■◆▶►‣·*✔️]|[-–—]\s)\s*(?=\S)")
#: "Thursday, July 18", "Donnerstag, 18. 7.", "18 July 2024"
_DAY = re.compile(
    r"(?:[^\W\d_]{3,12},?\s+)?(?:[^\W\d_]{3,10}\.?\s+)?\d{1,2}\.?(?:\s?\d{1,2}\.?|"
    r"\s+[^\W\d_]{3,10})?(?:,?\s*\d{4})?"
)
_NUMBER = re.compile(r"^\(?\d{1,2}[.)]\s+")
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"'”’»]?\s+(?=[\"'“‘«]?[^\W\d_a-z])|(?<=[。！？])")


@dataclass
class _Section:
    heading: str
    anchor: str | None = None
    pieces: list[Piece] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    order: int = 0


def key_line(piece: Piece) -> bool:
    """Does the piece announce a list of developments?"""
    return (
        piece.length <= 200
        and bool(KEY_LINE.search(piece.text))
        and (piece.text.rstrip().endswith((":", "：")) or piece.kind == "h" or piece.bold > 0.6 * piece.length)
    )


def parts(pieces: Sequence[Piece], *, title: str | None, url: str) -> tuple[Part, ...]:
    """The developments of a round-up, in the page's order; empty for any other article."""
    pieces = [piece for piece in pieces if piece.text]
    found = _key_list(pieces)
    if found is not None:
        start, end, keyed = found
        bullets = pieces[start:end]
        made = _paired(bullets, pieces[:start], pieces[end:], keyed=keyed or _says(title), url=url)
        if made:
            return made
    if not _says(title) and not any(key_line(piece) for piece in pieces[:4]):
        return ()
    return _by_heading(pieces, url=url) or _by_item(pieces, url=url) or _by_lead(pieces, url=url)


def _says(title: str | None) -> bool:
    return bool(title and ROUNDUP.search(title))


def _is_item(piece: Piece) -> bool:
    return piece.kind == "li" or bool(_BULLET.match(piece.text) and not framed(piece.text))


def _key_list(pieces: Sequence[Piece]) -> tuple[int, int, bool] | None:
    """(first, one after the last, announced) of the list of bullets near the top."""
    for index, piece in enumerate(pieces[:12]):
        if not _is_item(piece):
            continue
        end = index
        while end < len(pieces) and _is_item(pieces[end]):
            end += 1
        if end - index >= 2 and all(width(each.text) < 320 for each in pieces[index:end]):
            return index, end, index > 0 and key_line(pieces[index - 1])
        return None
    return None


def _paired(
    bullets: Sequence[Piece], above: Sequence[Piece], rest: Sequence[Piece], *, keyed: bool, url: str
) -> tuple[Part, ...]:
    del above
    said = [_bare(piece.text) for piece in bullets]
    keys = [words(text) for text in said]
    sections, opening = _sections(rest, keys, [piece.target for piece in bullets])
    match: dict[int, _Section] = {}
    by_anchor = {section.anchor: section for section in sections if section.anchor}
    used: set[int] = set()
    for index, piece in enumerate(bullets):
        if piece.target and piece.target in by_anchor:
            match[index] = by_anchor[piece.target]
            used.add(id(by_anchor[piece.target]))
    ranked = sorted(
        (
            (likeness(keys[index], words(section.heading)), -index, index, section)
            for index in range(len(bullets))
            for section in sections
        ),
        key=lambda each: each[:2],
        reverse=True,
    )
    for worth, _, index, section in ranked:
        if worth >= PAIR and index not in match and id(section) not in used:
            match[index] = section
            used.add(id(section))
    if not keyed and len(match) < 2:
        return ()
    told: dict[int, list[Piece]] = {}
    if opening:
        _give_opening(opening, keys, match, told)
    long = [piece for piece in bullets if width(piece.text) >= ITEM]
    if not match and not told and len(long) >= 2:
        return ()  # no list of what follows: the items are the developments
    made: list[Part] = []
    for index, piece in enumerate(bullets):
        paired = match.get(index)
        pieces = [*told.get(index, ()), *(paired.pieces if paired else ())]
        text = "\n".join(each.text for each in pieces)
        links = [*piece.links, *(paired.links if paired else ()), *(link for each in pieces for link in each.links)]
        anchor = (paired.anchor if paired else None) or piece.target
        made.append(Part(title=said[index], text=text or said[index], anchor=anchor, links=_links(links, url)))
    if match:
        made += [_part(section, url) for section in sections if id(section) not in used and section.pieces]
    return tuple(made)


def _give_opening(
    opening: Sequence[Piece], keys: Sequence[frozenset[str]], match: dict[int, _Section], told: dict[int, list[Piece]]
) -> None:
    """Paragraphs without a heading go to the bullet they tell: as one run, or one by one if there are no sections."""
    free = [index for index in range(len(keys)) if index not in match]
    if not free:
        return
    if match:
        whole = words(" ".join(piece.text for piece in opening))
        best = max(free, key=lambda index: (covered(keys[index], whole), -index))
        if covered(keys[best], whole) >= TELLS or best == 0:
            told[best] = list(opening)
        return
    current: int | None = None
    for piece in opening:
        told_words = words(piece.text)
        best = max(free, key=lambda index: (covered(keys[index], told_words), -index))
        worth = covered(keys[best], told_words)
        if worth >= TELLS and (current is None or worth > covered(keys[current], told_words)) and best not in told:
            current = best
        if current is not None:
            told.setdefault(current, []).append(piece)


def _sections(
    pieces: Sequence[Piece], keys: Sequence[frozenset[str]], targets: Sequence[str | None]
) -> tuple[list[_Section], list[Piece]]:
    """The sections below the list, and the paragraphs before the first heading."""
    wanted = {target for target in targets if target}
    alike: dict[int, float] = {}
    for piece in pieces:
        if _heading(piece) or (piece.kind == "p" and width(piece.text) < 200):
            own = words(_bare(piece.text))
            # a paragraph that tells a bullet has its words too, and more
            near = [key for key in keys if piece.kind == "h" or len(own) <= 1.6 * len(key)]
            alike[piece.order] = max((likeness(key, own) for key in near), default=0.0)
    paired_levels = [
        piece.level
        for piece in pieces
        if _heading(piece) and (alike.get(piece.order, 0.0) >= PAIR or (piece.anchor and piece.anchor in wanted))
    ]
    level = min((each for each in paired_levels), default=None)
    if level is None:
        levels = [piece.level for piece in pieces if piece.kind == "h"]
        level = min((each for each in levels if levels.count(each) >= 2), default=min(levels, default=0))
    sections: list[_Section] = []
    opening: list[Piece] = []
    for piece in pieces:
        # A heading may be a plain paragraph that repeats its bullet.
        plain = (
            piece.kind == "p"
            and alike.get(piece.order, 0.0) >= 0.8
            and piece.text[-1:] not in ".!?…"
            and not piece.linked > 0.9 * piece.length
        )
        marks = _heading(piece) and (piece.level <= level or piece.level == 0 or alike.get(piece.order, 0.0) >= PAIR)
        if marks or plain:
            sections.append(
                _Section(
                    _bare(framed(piece.text) or piece.text), piece.anchor, links=list(piece.links), order=piece.order
                )
            )
        elif sections:
            sections[-1].pieces.append(piece)
        else:
            opening.append(piece)
    return sections, opening


def _heading(piece: Piece) -> bool:
    if piece.kind == "h":
        return True
    # a paragraph all in bold
    return piece.kind == "p" and piece.length <= 200 and len(piece.lead) >= 0.9 * piece.length and piece.length >= 3


def _by_heading(pieces: Sequence[Piece], *, url: str) -> tuple[Part, ...]:
    levels = [piece.level for piece in pieces if _heading(piece)]
    level = next((each for each in sorted(set(levels)) if levels.count(each) >= 2), None)
    if level is None:
        return ()
    sections: list[_Section] = []
    for piece in pieces:
        if _heading(piece) and piece.level <= level:
            if key_line(piece) and not sections and len(piece.text.split()) < 9:
                continue
            sections.append(
                _Section(
                    _bare(framed(piece.text) or piece.text), piece.anchor, links=list(piece.links), order=piece.order
                )
            )
        elif sections:
            sections[-1].pieces.append(piece)
    sections = [section for section in sections if section.pieces]
    if len(sections) < 2 or sum(bool(_DAY.fullmatch(section.heading)) for section in sections) > 0.5 * len(sections):
        return ()  # a ticker's days are no developments
    made: list[Part] = []
    for section in sections:
        items = [piece for piece in section.pieces if _is_item(piece) and width(piece.text) >= ITEM]
        label = len(section.heading.split()) <= 4
        others = sum(piece.weight for piece in section.pieces if not _is_item(piece))
        if label and len(items) >= 2 and others < 0.5 * sum(width(piece.text) for piece in items):
            made.extend(_item(piece, url) for piece in items)  # "Fighting": a list of developments
        else:
            made.append(_part(section, url))
    return tuple(made)


def _by_item(pieces: Sequence[Piece], *, url: str) -> tuple[Part, ...]:
    items = [piece for piece in pieces if _is_item(piece) and width(piece.text) >= ITEM]
    total = sum(width(piece.text) for piece in pieces) or 1.0
    if len(items) >= 3 and sum(width(piece.text) for piece in items) >= 0.5 * total:
        return tuple(_item(piece, url) for piece in items)
    return ()


def _by_lead(pieces: Sequence[Piece], *, url: str) -> tuple[Part, ...]:
    """Paragraphs that each begin with bold words: one development each."""
    led = [piece for piece in pieces if piece.kind == "p" and 15 <= len(piece.lead) < 0.9 * piece.length]
    if len(led) < 3:
        return ()
    sections: list[_Section] = []
    for piece in pieces:
        if piece in led:
            sections.append(_Section(piece.lead.strip(" .:–—-"), piece.anchor, pieces=[piece], order=piece.order))
        elif sections:
            sections[-1].pieces.append(piece)
    return tuple(_part(section, url) for section in sections)


def _part(section: _Section, url: str) -> Part:
    links = [*section.links, *(link for piece in section.pieces for link in piece.links)]
    anchor = section.anchor or next((piece.anchor for piece in section.pieces[:1] if piece.anchor), None)
    return Part(
        title=section.heading,
        text="\n".join(_bare(piece.text) if _is_item(piece) else piece.text for piece in section.pieces),
        anchor=anchor,
        links=_links(links, url),
    )


def _item(piece: Piece, url: str) -> Part:
    text = _bare(piece.text)
    lead = _bare(piece.lead).strip(" .:–—-")
    title = lead if 15 <= len(lead) < len(text) else first_sentence(text)
    return Part(title=title, text=text, anchor=piece.anchor, links=_links(piece.links, url))


def first_sentence(text: str) -> str:
    """A text's first sentence, without its full stop."""
    sentence = _SENTENCE_END.split(text, maxsplit=1)[0].strip()
    return sentence.removesuffix(".") if not sentence.endswith("..") else sentence


def _bare(text: str) -> str:
    return _NUMBER.sub("", _BULLET.sub("", text)).strip()


def _links(links: Sequence[str], url: str) -> tuple[str, ...]:
    """Absolute addresses on the web, each once; the page itself is none."""
    found: list[str] = []
    for link in links:
        try:
            address = urljoin(url, link)
        except ValueError:
            continue
        if address.startswith(("http://", "https://")) and address.split("#")[0] != url.split("#")[0]:
            found.append(address)
    return tuple(dict.fromkeys(found))
