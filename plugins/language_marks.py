"""In which language is what stands on a page, where that is not the site's own, and how is it marked?

A briefing's file says it of passages alone. Of a headline the wire log knows it (of its article), else the source's
file, else the letters; a heading is in the language of the citation whose headline it is, and one that an editor wrote
is in the site's. The mark is a `span` with `lang`: only the foreign words change the voice of a screen reader, not what
the site says beside them. It has no `dir`, for `dir="auto"` around it does not look into what has one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from plugins.figures import Row
from plugins.ledger_files import Ledger
from plugins.letters import agrees, direction, stretches, told_by_letters
from plugins.site import Item
from plugins.stories import Story
from plugins.vocabulary import capital, labelled
from plugins.wording import change_in_words, change_label, change_words, description
from scrapers.briefing import INNER, Briefing, Citation, Section, nothing_new
from scrapers.languages import LANGUAGES
from scrapers.text import primary_language, shortened

_LETTERS = re.compile(r"[^\W\d_]")
#: The letters of the scripts that run to the left, with their forms of presentation (UAX 9, classes R and AL).
_TO_THE_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
_DIRECTIONS = re.compile(r' dir="auto"(?=[^<>]*>)|</?bdi>')


@dataclass(frozen=True)
class Spoken:
    """What is known of the languages of a site's headlines."""

    #: The site's own, BCP 47.
    own: str = "en"
    #: By a source's name.
    of_sources: Mapping[str, str] = field(default_factory=dict)
    #: By an article's address.
    of_articles: Mapping[str, str] = field(default_factory=dict)

    def of_text(self, text: str, said: str | None = None) -> str | None:
        """The language of a text of which `said` is told, BCP 47; None where it is the site's own, or nothing tells."""
        language = primary_language(said) if said else ""
        told = language if language in LANGUAGES and agrees(text, language) else told_by_letters(text)
        if told is None and not agrees(text, self.own):
            told = "en"  # Latin letters where the site has none: nearly always the night's own English, or a name
        if told is None or told == primary_language(self.own):
            return None
        return None if told.startswith("und-") and agrees(text, self.own) else told

    def of_citation(self, citation: Citation, section: Section | None = None) -> str | None:
        """Of a citation's headline; a passage of the same article says it too."""
        passages = section.passages if section else ()
        quoted = next((each.language for each in passages if each.url == citation.url and each.language), None)
        said = quoted or self.of_articles.get(citation.url) or self.of_sources.get(citation.source) or "en"
        return self.of_text(citation.headline, said)

    def of_section(self, section: Section) -> str | None:
        """Of a development's heading."""
        whose = next(
            (
                c
                for c in section.citations
                if section.headline == c.headline or section.bare == c.headline.translate(INNER)
            ),
            None,
        )
        return self.of_citation(whose, section) if whose else self.of_text(section.bare)

    def marked(self, text: str, language: str | None) -> Markup:
        """A text in its language; one of the site's own with the names in it that are in other letters."""
        if language is not None:
            return self._span(text, language)
        if text.isascii():
            return escape(text)
        pieces = ((piece, self.of_text(piece) if tag else None) for piece, tag in stretches(text))
        return Markup("").join(self._span(piece, tag) if tag else escape(piece) for piece, tag in pieces)

    def _span(self, text: str, language: str) -> Markup:
        return Markup('<span lang="{}">{}</span>').format(language, text)

    def summary(self, briefing: Briefing, text: str) -> Markup:
        """A day's description (`wording.description`), the headlines in it each in its language."""
        made, rest = Markup(""), text
        for section in () if briefing.summary else briefing.developments:
            words = section.headline.rstrip(" .,;:…")
            told = words if rest.startswith(words) else rest if words.startswith(rest.rstrip("…")) else ""
            if told:
                made += self.marked(told, self.of_section(section))
                rest = rest[len(told) :]
                if rest.startswith("; "):
                    made, rest = made + "; ", rest[2:]
            if not rest:
                break
        return made + self.marked(rest, None)


def spoken(own: str, of_sources: Mapping[str, str], ledger: Ledger) -> Spoken:
    """What source files and wire log tell of languages."""
    of_articles = {
        url: seen.language for of_day in ledger.seen.values() for url, seen in of_day.items() if seen.language
    }
    return Spoken(own, of_sources, of_articles)


# --- what templates call


@pass_context
def headline(
    context: Context,
    told: Section | Citation | Item | Story,
    limit: int | None = None,
    section: Section | None = None,
) -> Markup:
    """`{{ section|headline }}`: the headline of a development, a citation, an item or a story, in its language.

    With a limit it is cut at that many characters; of a citation `section` is the development that cites it.
    """
    known: Spoken = context["spoken"]
    if isinstance(told, Citation):
        text, language = told.headline, known.of_citation(told, section)
    else:
        item = told.newest if isinstance(told, Story) else told
        about = item.section if isinstance(item, Item) else item
        text, language = about.headline, known.of_section(about)
        if language is not None and about.bare != text:  # the name behind the words is the site's
            before, words, after = (text if limit is None else shortened(text, limit)).partition(about.bare)
            return (
                escape(before) + known.marked(words, language) + known.marked(after, None) if words else escape(before)
            )
    return known.marked(text if limit is None else shortened(text, limit), language)


@pass_context
def foreign(context: Context, text: str) -> Markup:
    """`{{ outlet.source|foreign }}`: a text of the site's, with what in it is in other letters in its language."""
    known: Spoken = context["spoken"]
    return known.marked(text, known.of_text(text))


@pass_context
def data_words(context: Context, text: str) -> Markup:
    """`{{ speaker|data_words }}`: words of the ledger, which is English whatever the site speaks."""
    known: Spoken = context["spoken"]
    if primary_language(known.own) == "en" or not _LETTERS.search(text):
        return known.marked(text, known.of_text(text))
    return known.marked(text, told_by_letters(text) or "en")


@pass_context
def change(context: Context, section: Section, limit: int | None = None) -> Markup:
    """`{{ section|change }}`: a whole change line, with a capital; what of it has no fixed form is in English."""
    whole = capital(change_in_words(section))
    known: Spoken = context["spoken"]
    if primary_language(known.own) == "en" or nothing_new(section):
        return foreign(context, whole if limit is None else shortened(whole, limit))
    words = change_words(section) or section.change or ""
    told = data_words(context, words if limit is None else shortened(words, limit))
    return told if words == section.change else escape(labelled(change_label(section))) + " " + told


@pass_context
def english_block(context: Context, html: Markup) -> Markup:
    """`{{ text|prose_in_mail(here)|english_block }}`: the night's English as a block in its language."""
    return Markup('<div lang="en">{}</div>').format(html) if in_english(context) else html


@pass_context
def what(context: Context, row: Row, limit: int | None = None) -> Markup:
    """`{{ row|what }}`: what a figure counts, the metric in the site's words and the rest in the ledger's."""
    known: Spoken = context["spoken"]
    if primary_language(known.own) == "en":
        return foreign(context, row.what if limit is None else shortened(row.what, limit))
    rest = shortened(", ".join(filter(None, (row.who, row.place))), limit or 200)
    if not rest:
        return escape(capital(row.words))
    return escape(labelled(capital(row.words))) + " " + data_words(context, rest)


@pass_context
def in_english(context: Context) -> Markup:
    """`<div{{ in_english() }}>`: the attribute, around what the night writes in English; nothing on an English site."""
    known: Spoken = context["spoken"]
    return Markup("") if primary_language(known.own) == "en" else Markup(' lang="en"')


@pass_context
def in_short(context: Context, briefing: Briefing, limit: int = 200) -> Markup:
    """`{{ day|in_short }}`: a day's description in so many characters, where markup may stand."""
    known: Spoken = context["spoken"]
    return known.summary(briefing, description(briefing, limit))


def without_directions(html: Markup) -> Markup:
    """`{{ body|without_directions }}`: a page without `dir="auto"` and `<bdi>`, where no letter on it runs to the left.

    There they say nothing, and they stand on every headline, place and outlet.
    """
    return html if _TO_THE_LEFT.search(html) else Markup(_DIRECTIONS.sub("", html))


@pass_context
def lang(context: Context, text: str) -> Markup:
    """`<option{{ value|lang }}>`: the attribute, for an element that can hold no other."""
    known: Spoken = context["spoken"]
    language = known.of_text(text)
    return Markup(' lang="{}" dir="{}"').format(language, direction(language)) if language else Markup("")
