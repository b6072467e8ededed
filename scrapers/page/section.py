"""One development as a section of the briefing: headline, fields, passages of publishers, rows of data, citations."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from scrapers.briefing import Citation, Section, link, quoted_heading
from scrapers.facts.speakers import Aliases
from scrapers.model import Article, Development, PastDevelopment, Topic
from scrapers.page.change import change_of
from scrapers.page.data_rows import Tells, figure_rows, given_in, speaker_rows
from scrapers.page.excerpt import excerpt
from scrapers.page.heading import as_heading
from scrapers.page.mistakable import is_mistakable
from scrapers.page.novelty import Tonight
from scrapers.page.rights import HEADLINE
from scrapers.page.spelling import NO_SPELLING, Spelling
from scrapers.page.subjects import subjects_of
from scrapers.passage import written
from scrapers.places.gazetteer import state_of
from scrapers.places.gazetteer import written as written_place
from scrapers.text import line, shortened

#: A headline stands in a heading, where brackets would make a link.
_BRACKETS = str.maketrans("[]", "()")


#: With this many passages no speaker's few words are needed beside them.
ENOUGH = 2


def section_of(
    development: Development,
    *,
    topics: Sequence[Topic],
    past: Mapping[str, PastDevelopment],
    aliases: Aliases,
    tonight: Tonight,
    spelling: Spelling = NO_SPELLING,
    tells: Tells = lambda _, __: True,
) -> Section:
    """The section, its citations in the order of the development's articles."""
    copies = dict(development.copies)
    named = {topic.slug: topic.name for topic in topics}
    quoted = excerpt(development, tonight=tonight, aliases=aliases)
    told = [passage.text for passage in quoted]
    given = given_in(development, aliases=aliases, tonight=tonight, tells=tells)
    rows = figure_rows(development, given, told)
    if len(quoted) < ENOUGH:
        rows += speaker_rows(development, aliases=aliases, tonight=tonight, told=[development.headline, *told])
    return Section(
        headline=headline_of(development, spelling),
        id=development.id,
        topics=tuple(
            named[slug] for slug in (development.conflict, *subjects_of(development, topics)) if slug in named
        ),
        place="; ".join(map(written_place, development.whereabouts.places)) or None,
        about=tuple(state_of(code).name for code in development.whereabouts.about),
        kind=development.kind,
        follows=development.follows,
        related=development.related,
        change=change_of(development, past, aliases=aliases, tonight=tonight, quoted=quoted, given=given),
        prose="\n\n".join([*map(written, quoted), *(["\n".join(rows)] if rows else [])]),
        citations=tuple(citation_of(article, development, copies) for article in development.articles),
    )


def headline_of(development: Development, spelling: Spelling = NO_SPELLING) -> str:
    """Its headline as one Markdown-safe line, as a heading (`as_heading`) and without a mark left over at its end.

    In marks and with its outlet's name where it could be taken for the desk's word.
    """
    shown = re.sub(r"\s*\{#[^}]*\}?", "", line(development.headline))
    shown = _closed(as_heading(re.sub(r"[\s,:;–—-]+$", "", shown), spelling))
    shown = line(shortened(shown, HEADLINE)).translate(_BRACKETS)
    if not shown:
        return "Without a headline"
    whose = [a for a in development.articles if a.headline == development.headline] or development.articles
    if not whose or not is_mistakable(shown, spelling, english=whose[0].in_english):
        return shown
    outlet = _plain(whose[0].source.name).translate(_BRACKETS)
    return quoted_heading(shortened(shown, HEADLINE - len(quoted_heading("", outlet))), outlet)


#: Words before a bracket that does not end, at least.
FEWEST = 3
_PAIRS = (("(", ")"), ("[", "]"), ("“", "”"), ("«", "»"))


def _closed(headline: str) -> str:
    """Without a bracket that begins and does not end; a quotation that does not end is one to the headline's end."""
    for opens, closes in _PAIRS:
        at = headline.rfind(opens)
        if headline.count(opens) > headline.count(closes):
            if opens not in "([":
                headline += closes
            elif len(headline[:at].split()) >= FEWEST:
                headline = headline[:at].rstrip(" ,:;–—-")
            else:
                headline = headline[:at] + headline[at + 1 :]
        elif headline.count(closes) > headline.count(opens):
            headline = headline.replace(closes, "", 1)
    if headline.count('"') % 2:
        last = re.search(r'(?:^|\s)"(?=\w)[^"]*$', headline)
        headline = f'{headline}"' if last else headline.replace('"', "")
    opened, closed = len(re.findall(r"(?:^|\s)[‘']\w", headline)), len(re.findall(r"\S[’'](?=\W|$)", headline))
    if opened > closed:
        last = re.search(r"(?:^|\s)([‘'])(?!(?:em|til|tis|n)\b)(?=[^\W\d])[^‘’']*(?:[’'](?=\w)[^‘’']*)*$", headline)
        end = "’" if last and last[1] == "‘" else "'"
        headline = f"{headline}{end}" if last else re.sub(r"(^|\s)[‘'](?=\w)", r"\1", headline)
    return headline


def citation_of(article: Article, development: Development, copies: dict[str, str]) -> Citation:
    """The citation of an article; of a copy it names whose text it is."""
    origin = article.origin.name if article.origin else None
    if origin is None and (of := copies.get(article.id)):
        first = next((other for other in development.articles if other.id == of), None)
        origin = (first.origin.name if first.origin else first.source.name) if first else None
    return Citation(
        headline=line(shortened(article.headline, HEADLINE)),
        url=link(article.url),
        source=_plain(article.source.name),
        origin=_plain(origin) if origin and origin != article.source.name else None,
        label=article.source.label,
        published=article.published,
    )


def _plain(name: str) -> str:
    """An outlet's name as it may stand in a citation, whose own signs are ` via ` and ` · `."""
    return re.sub(r"\s+(?:via|·)\s+", " / ", line(name)) or "unnamed"
