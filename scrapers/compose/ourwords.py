"""Our words: which sentences does one article give, each with its outlet named?"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from scrapers.briefing import house, link
from scrapers.compose.copied import COPIED_WORDS, longest_copy
from scrapers.compose.figures import Figure
from scrapers.compose.inbrief import in_brief
from scrapers.compose.mainclause import finite
from scrapers.compose.recast import recast
from scrapers.compose.retold import is_view, retold
from scrapers.compose.rights import EXCERPT
from scrapers.compose.sentences import sentence_at
from scrapers.compose.speakers import Aliases
from scrapers.compose.spelling import Spelling
from scrapers.compose.spoken import STALE
from scrapers.compose.statement import statements
from scrapers.compose.telegraphic import is_telegraphic
from scrapers.model import Article, Development, Rights
from scrapers.text import line, shortened

#: Quotation marks inside a quotation; brackets that Markdown would take for a link.
INNER_MARKS = str.maketrans(
    {"“": "‘", "”": "’", '"': "'", "„": "‚", "«": "‹", "»": "›", "[": "(", "]": ")", "<": "‹", ">": "›"}
)


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence of our own about an article, whole, with the words "[Outlet](address)" where it names its source."""

    text: str
    #: What it counts, if it does.
    figure: Figure | None = None
    #: Where the sentence it is made of says that it was.
    places: tuple[str, ...] = ()
    #: From further down than the article's news.
    deep: bool = False
    #: Who says so, by name.
    speaker: str | None = None
    #: A person of whom nothing is told but the name.
    by_name: bool = False
    #: In his own words.
    quoted: bool = False


#: Sentences of our own that an article gives, the most telling first.
Statements = Callable[[Article], Sequence[Told]]
#: What an article tells beyond those: sentences of our own without their full stop. Not what its headline makes: read
#: beside their articles, one in eight of those was right and told anything.
Retellings = Callable[[Article], Sequence[str]]


def in_our_words(aliases: Aliases) -> Statements:
    """The sentences of our own about an article: what a source of any class allows."""

    known: dict[tuple[str, str], tuple[Told, ...]] = {}

    def told(article: Article) -> tuple[Told, ...]:
        key = article.id, article.headline
        if key not in known:
            known[key] = tuple(
                Told(
                    f"{safe(line(each.text))}, {outlet(article)} reports{', citing others' if each.others else ''}.",
                    each.figure,
                    each.places,
                    each.deep,
                    each.speaker,
                    each.by_name,
                    each.basis == "quote",
                )
                for each in statements(article, aliases=aliases)
            )
        return known[key]

    return told


def in_others_words(aliases: Aliases, spelling: Spelling) -> Retellings:
    """What an article's first sentences tell, where the rules are certain of a sentence."""

    known: dict[tuple[str, str], Sequence[str]] = {}

    def told(article: Article) -> Sequence[str]:
        if not article.in_english or STALE.search(article.headline) or is_view(article.headline):
            return ()
        key = article.id, article.headline
        if key not in known:
            published = article.published.date() if article.published else None
            body = article.text or article.summary
            known[key] = in_brief(body, published=published, aliases=aliases, spelling=spelling)
            begins = article.headline.rstrip(" .,;…")
            rest = body[len(begins) : sentence_at(body, 0)[1]]
            vouched = _SPEAKS.search(begins) or not _SPEAKS.search(rest)
            if not known[key] and body.startswith(begins) and vouched:
                # a part of a round-up: its headline is its first sentence, or the beginning of it
                sentence = retold(article.headline, spelling=spelling, aliases=aliases)
                if sentence and longest_copy(sentence, body) > COPIED_WORDS:
                    sentence = recast(sentence, body, spelling)
                known[key] = (sentence,) if sentence and not is_telegraphic(sentence) else ()
        return known[key]

    return told


#: Who says so may stand where a round-up's headline ends, or what it depends on.
_SPEAKS = re.compile(
    r"\b(?:said|says|say|report\w*|claim\w*|according|announced|tweeted|wrote|told|citing|warn\w*|alleg\w*|insist\w*"
    r"|believ\w*|threaten\w*|charg\w*|den(?:y|ies|ied)|concluded|ruled|established|learned|understood|argu\w*|suggest\w*"
    r"|if|unless|until|once|when|only|but|because|provided)\b|^[’']"
)


def excerpt(article: Article) -> tuple[str, ...]:
    """One quoted passage of the publisher's own summary, where its rights class allows it and it tells something."""
    if article.rights is Rights.LINK or len(article.summary.split()) < 6:
        return ()
    if finite(article.summary.split()) is None and not re.search(r"\d", article.summary):
        return ()  # `Our weekly note on the harbour`
    passage = shortened(line(article.summary), EXCERPT).translate(INNER_MARKS).rstrip(".")
    return (f"“{passage}”, {outlet(article)} writes.",)


def safe(text: str) -> str:
    """Without what Markdown would take for markup."""
    return re.sub(r"([\\\[\]<>*_`])", r"\\\1", text)


def outlet(article: Article) -> str:
    """The outlet as a link to its article, with its label: `[TASS](https://…) (state media, RU)`."""
    name = re.sub(r"([\\\[\]])", r"\\\1", article.source.name)
    label = f" ({article.source.label})" if article.source.label else ""
    via = f"{safe(line(article.origin.name))} via " if article.origin else ""
    return f"{via}[{name}]({link(article.url)}){label}"


def voice(article: Article) -> str:
    """Whose voice it is: the maker's of a copy, else the house's; two outlets of one house are one voice."""
    return house(article.origin.name if article.origin else article.source.family or article.source.name)


def voices_of(development: Development) -> list[Article]:
    """The first article of each independent voice, copies left aside, in the development's order."""
    copies = {copy for copy, _ in development.copies}
    first: dict[str, Article] = {}
    for article in development.articles:
        if article.id not in copies:
            first.setdefault(voice(article), article)
    return list(first.values())
