"""The types that flow: source, feed, entry, reading, article, development.

One type a noun, frozen, tuples inside; what is not known is None. Times are aware and in UTC unless a field says
otherwise. What a server was asked and answered stands in `scrapers.outcome`, a day's briefing in `scrapers.briefing`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from scrapers.outcome import Result

if TYPE_CHECKING:
    from bs4 import BeautifulSoup


# --- sources -----------------------------------------------------------------------------------------------------


class Rights(StrEnum):
    """How much of a source's words may be shown; the build enforces it. Ordered: the first is the strictest."""

    LINK = "link"  # headline, outlet, time, link; a speaker's own words up to 15 words
    PREVIEW = "preview"  # also one passage of what the publisher offers beside its link: feed summary, page description
    EXCERPT = "excerpt"  # also one passage from anywhere in the article
    FULL = "full"  # public domain, CC, OGL, written consent


def strictest(*classes: Rights) -> Rights:
    """The class that holds where several apply: wire copy inside a local feed keeps the wire's."""
    order = list(Rights)
    return min(classes, key=order.index)


class Affiliation(StrEnum):
    """Who stands behind a source. The same words for every country."""

    INDEPENDENT = "independent"
    PUBLIC = "public broadcaster"
    STATE_FUNDED = "state-funded"
    STATE = "state media"
    GOVERNMENT = "government"
    PARTY = "party to the conflict"  # an armed group, movement or alliance that speaks for itself
    NGO = "non-profit"
    IGO = "international organisation"
    AGENCY = "news agency"
    UNKNOWN = "unknown"


class FeedKind(StrEnum):
    """What is found at a feed's address."""

    FEED = "feed"  # RSS of any version, Atom or JSON Feed: told apart by reading
    LISTING = "listing"  # an HTML page that lists articles; needs selectors
    SITEMAP = "sitemap"  # a news sitemap
    WORDPRESS = "wordpress"  # /wp-json/wp/v2/posts
    TELEGRAM = "telegram"  # the public preview of a channel, t.me/s/NAME


@dataclass(frozen=True, kw_only=True)
class Feed:
    """One address of a source that lists its entries."""

    url: str
    kind: FeedKind = FeedKind.FEED

    #: CSS selectors, for `FeedKind.LISTING` only: one entry, and inside it the link, the headline, the time.
    item: str | None = None
    link: str = "a[href]"
    headline: str | None = None
    time: str | None = None


@dataclass(frozen=True, kw_only=True)
class Profile:
    """What a source's pages need over the generic reading: CSS selectors, and a function where the site is odd.

    Every field is optional. Where a profile finds nothing, the generic reading serves and the report says so.
    """

    container: str | None = None
    drop: tuple[str, ...] = ()
    standfirst: str | None = None
    byline: Callable[[BeautifulSoup], str | None] | str | None = None


@dataclass(frozen=True, kw_only=True)
class Credit:
    """The line that a source's licence asks for wherever the source's words stand."""

    source: str
    words: str
    #: Where the words lead; http or https.
    url: str | None = None

    @property
    def names_source(self) -> bool:
        """Whether the words say themselves whose line it is."""
        return self.source.casefold() in self.words.casefold()


@dataclass(frozen=True, kw_only=True)
class Source:
    """A publisher we read: one file in `scrapers/sources/`, or one line of a subscription list."""

    name: str
    #: Its plain name, where `name` is a feed's title with a desk in it ("NYT > World News"): what readers see.
    shown: str | None = None
    feeds: tuple[Feed, ...]
    homepage: str | None = None
    #: BCP 47; empty for one that does not say (a subscription list): then entry, feed and page are asked.
    language: str = "en"

    affiliation: Affiliation = Affiliation.UNKNOWN
    #: ISO 3166 alpha-2 of the state behind it, or of its home; None if it has none (UN, exile groups).
    country: str | None = None
    #: The conflicts it is a party to, as slugs of `content/topics/`; its word is then a claim of a side.
    party_to: tuple[str, ...] = ()
    #: Sources of one house count as one voice.
    family: str | None = None
    #: Where its reporters are: what makes it a local source. Free words, `sudan`, `middle-east`.
    regions: tuple[str, ...] = ()

    rights: Rights = Rights.PREVIEW
    rights_why: str = (
        "what its feed and page head offer to be shown beside a link; it has not refused by robots or licence words"
    )
    #: Characters that a passage of it may have at most; None where it asks for no less than its class gives.
    quote_limit: int | None = None
    #: The line its licence asks for ("Contains public sector information licensed under OGL 3.0"), shown wherever the
    #: source is cited. An address at its end makes a link of it. None where naming and linking the source is enough.
    credit: str | None = None

    profile: Profile = Profile()
    #: An invented outlet of the built-in sample night: every page made from it says so.
    sample: bool = False

    @property
    def plain_name(self) -> str:
        """What readers see it called."""
        return self.shown or self.name

    @property
    def label(self) -> str | None:
        """What a reader must know beside the name ("state media, RU"); None for what needs no label."""
        if self.affiliation in UNLABELLED:
            return None
        return f"{self.affiliation}, {self.country}" if self.country else str(self.affiliation)

    @property
    def credit_line(self) -> Credit | None:
        """`credit` as it is shown: its words, and the address they lead to."""
        if not self.credit:
            return None
        words, _, last = self.credit.rpartition(" ")
        if words and last.startswith(("https://", "http://")):
            return Credit(source=self.name, words=words, url=last)
        return Credit(source=self.name, words=self.credit)


UNLABELLED = frozenset(
    {Affiliation.INDEPENDENT, Affiliation.UNKNOWN, Affiliation.AGENCY, Affiliation.NGO, Affiliation.PUBLIC}
)


# --- reading -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True)
class Preview:
    """A text that the publisher offers to be shown beside its link."""

    text: str
    #: "feed summary", "standfirst", "og:description", "twitter:description", "description" or "json-ld".
    place: str


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One item of a feed, cleaned to plain text."""

    #: Its lasting identity in the feed (RSS guid, Atom id); the address where the feed gives none.
    guid: str
    #: Absolute, http or https, as the publisher writes it but for trackers (`cited_url`).
    url: str
    headline: str
    #: The publisher's own summary, plain text; empty if none.
    summary: str = ""
    #: The same as it may be quoted: its paragraphs apart by newlines, links to other pages gone.
    previews: tuple[Preview, ...] = ()
    #: The text where the feed carries all of it (content:encoded), or a summary of several paragraphs; plain, with
    #: paragraphs apart by newlines. Else empty.
    text: str = ""
    published: datetime | None = None
    updated: datetime | None = None
    authors: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    language: str | None = None
    #: Other entries of its feed lead to the same page: a list, a live page, a site that is one page and many routes.
    shares_page: bool = False


@dataclass(frozen=True, kw_only=True)
class FeedReading:
    """What a feed's bytes said."""

    entries: tuple[Entry, ...]
    result: Result = Result.OK
    detail: str = ""
    title: str | None = None
    language: str | None = None


@dataclass(frozen=True, kw_only=True)
class Dateline:
    """Where, for whom and when a text was written, as its first words say: `KYIV, March 5 (Reuters) —`."""

    place: str | None = None
    agency: str | None = None
    date: date | None = None
    #: As it was written, with the dash; empty where it stood in a line of its own.
    written: str = field(default="", compare=False)
    #: Index of the block it was cut from.
    block: int = field(default=0, compare=False)


@dataclass(frozen=True, kw_only=True)
class Origin:
    """Who made a text that somebody else carries."""

    name: str  # "AFP", "The Kyiv Independent"
    url: str | None = None
    #: What told us: "dateline", "byline", "source link", "canonical", "copyright", "text".
    evidence: str


@dataclass(frozen=True, kw_only=True)
class Block:
    """A piece of a body in its order. `kind` is "p", "h", "li" or "quote"."""

    kind: str
    text: str


@dataclass(frozen=True, kw_only=True)
class Part:
    """One development's own text out of a round-up."""

    title: str
    text: str
    #: Fragment of its own on the page, without '#'; None if there is none.
    anchor: str | None = None
    published: datetime | None = None  # live tickers
    #: Its own links to where it was first told.
    links: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class SnippetRule:
    """What a publisher says, in words for machines, of how much of a page may be shown."""

    #: Characters that may be quoted; 0 for none, None where it sets no limit.
    limit: int | None = None
    #: What was obeyed, as it was written: "nosnippet", "max-snippet:120", "tdm-reservation:1".
    said: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Reading:
    """What a page says, boilerplate gone."""

    url: str
    title: str | None = None
    standfirst: str | None = None
    authors: tuple[str, ...] = ()  # people; the agency is in `origin`
    #: Every name the page signs with, as it stands: agencies and desks among them.
    byline: tuple[str, ...] = ()
    #: With the publisher's own offset.
    published: datetime | None = None
    updated: datetime | None = None
    section: str | None = None
    language: str | None = None
    canonical: str | None = None
    #: Paragraphs apart by newlines, dateline and desk initials cut.
    text: str = ""
    blocks: tuple[Block, ...] = ()
    captions: tuple[str, ...] = ()
    dateline: Dateline | None = None
    origin: Origin | None = None
    #: What the page's head and standfirst offer to be shown beside its link.
    previews: tuple[Preview, ...] = ()
    #: What its head says of how much may be shown; the server's header is not among it.
    snippet: SnippetRule = SnippetRule()
    #: What stands in elements marked `data-nosnippet`, a line each: never quoted.
    withheld: str = ""
    #: The copyright or licence line, read before it was cut.
    rights_line: str | None = None
    #: Paywall stub or teaser: the text is not the article.
    stub: bool = False
    #: A round-up's developments; empty for an ordinary article.
    parts: tuple[Part, ...] = ()
    #: First and last day a round-up says it covers.
    window: tuple[date, date] | None = None
    #: The source's profile found nothing or far too little, and the generic reading served.
    profile_broken: bool = False
    result: Result = Result.OK
    detail: str = ""


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """What was read, when, and its digest."""

    url: str
    time: datetime
    status: int
    sha256: str


@dataclass(frozen=True, kw_only=True)
class Article:
    """One piece by a source, cleaned: of its feed entry, and of its page where that was read."""

    #: Short hash of its identity; lasting.
    id: str
    source: Source
    #: The address that is cited; of a round-up's part with its anchor.
    url: str
    #: Every address (`canonical_url`) and GUID by which it is known again on another night or in another feed.
    keys: tuple[str, ...] = ()
    headline: str
    #: The publisher's own summary (feed) or standfirst (page).
    summary: str = ""
    #: What the publisher offers to be shown beside the link: of its feed and of its page's head.
    previews: tuple[Preview, ...] = ()
    #: The publisher's own word on how much may be shown, of page and server.
    snippet: SnippetRule = SnippetRule()
    #: Marked `data-nosnippet` on the page: never quoted.
    withheld: str = ""
    #: Body, paragraphs apart by newlines; the summary where no page was read. Never published whole.
    text: str = ""
    authors: tuple[str, ...] = ()
    #: When the source says it was published; None if it does not say.
    published: datetime | None = None
    language: str = "en"
    section: str | None = None
    dateline: Dateline | None = None
    origin: Origin | None = None
    #: Source's class times the item's: the stricter.
    rights: Rights = Rights.LINK
    #: Of the page, or of the feed where only that was read.
    evidence: Evidence | None = None

    @property
    def in_english(self) -> bool:
        """Is it in the language of the briefing's own sentences?"""
        return self.language.lower().startswith("en")


# --- places ------------------------------------------------------------------------------------------------------


class Level(StrEnum):
    """How fine a place is."""

    TOWN = "town"
    REGION = "region"
    WATERS = "waters"
    COUNTRY = "country"


@dataclass(frozen=True, kw_only=True)
class Place:
    """A place that news names: of the gazetteer, of the editors' list, or a state."""

    name: str
    level: Level
    #: ISO 3166 alpha-2; None for waters that are nobody's.
    country: str | None
    #: GeoNames id of a town; None for all others and for the editors' own.
    id: int | None = None
    #: GeoNames code of its first-level region, `UA.07`; None where it has none.
    region: str | None = None
    #: ISO 3166-2 of a first-level region; None where it is not known.
    iso: str | None = None
    #: Degrees north and east, rounded to two decimals: of a town; of a region the middle of its towns. None of a state.
    at: tuple[float, float] | None = None
    #: People in it, 0 where nobody says.
    people: int = 0
    capital: bool = False

    @property
    def region_code(self) -> str | None:
        """Of its first-level region, by ISO 3166-2 where that is known."""
        return self.iso or self.region


@dataclass(frozen=True, kw_only=True)
class Whereabouts:
    """Where something happened, at most two places, and the states it concerns, at most two. Either may be empty."""

    places: tuple[Place, ...] = ()
    about: tuple[str, ...] = ()
    #: All states that the heading names, whose people, capital or place it names.
    named: frozenset[str] = frozenset()


# --- grouping ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True)
class Topic:
    """A subject readers can follow, and a conflict the night looks for: one file in `content/topics/`."""

    slug: str
    name: str
    #: Other names it goes by in a `Topics:` line.
    aliases: tuple[str, ...] = ()
    #: Words and names that make a text belong here; case matters where one has a capital.
    keywords: tuple[str, ...] = ()
    #: "conflict" for a war or armed dispute, "subject" for what cuts across (aid, prisoners, law).
    kind: str = "conflict"
    #: Kinds of event (`group.kinds.KINDS`) whose developments belong to a subject, whatever words their reports use.
    events: tuple[str, ...] = ()
    #: Where a conflict is fought: states by their two letters, and places by name.
    where: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    introduction: str = ""  # Markdown

    @property
    def states(self) -> frozenset[str]:
        """ISO 3166 alpha-2 of the states in which it is fought."""
        return frozenset(code for code in self.where if len(code) == 2 and code.isupper())

    @property
    def home(self) -> str | None:
        """The state whose war it is: the first that the topic lists, None if it lists places alone."""
        return next((code for code in self.where if code in self.states), None)

    def __hash__(self) -> int:
        # what is worked out of a list of topics is kept by it, and asked for with every entry of a night
        return hash(self.slug)


@dataclass(frozen=True, kw_only=True)
class Relevance:
    """Is a text about armed conflict, its diplomacy, its victims or its law; which, and what happened?"""

    #: Whether it is let in: the group that it joins decides whether it is on the page.
    on_topic: bool
    #: Log-odds (natural logarithms) that it is about armed conflict, of all voices together.
    odds: float = 0.0
    #: Slug of the topic of kind "conflict", None if it belongs to none of the list.
    conflict: str | None = None
    #: Kind of event, one of `group.kinds.KINDS`; None where the headline is certain of none, and off topic.
    kind: str | None = None
    #: What spoke for it, for `--explain`: (word or rule, weight).
    reasons: tuple[tuple[str, float], ...] = ()


#: Stems and names with how often they count, those that say most first.
Terms = tuple[tuple[str, int], ...]


@dataclass(frozen=True, kw_only=True)
class Development:
    """One thing that happened, told by one or more articles."""

    #: Short hash of its first article's identity.
    id: str
    #: The most informative one among its articles'.
    headline: str
    #: In the order to be cited: the most telling first. Syndicated copies are among them.
    articles: tuple[Article, ...]
    #: (id of a copy, id of the article it is a copy of)
    copies: tuple[tuple[str, str], ...] = ()
    conflict: str | None = None  # topic slug
    #: Kind of event that its headline tells of, one of `group.kinds.KINDS`; None where it is certain of none.
    kind: str | None = None
    #: What the order comes from; higher is earlier.
    importance: float = 0.0
    #: (name, weighted value): the sum is `importance`.
    weights: tuple[tuple[str, float], ...] = ()
    #: `YYYY-MM-DD#id` of the story's last development before this one.
    follows: str | None = None
    #: Where it follows none: the one of the day before that tells of what is near to it.
    related: str | None = None
    #: The terms that say most of what its articles tell: by them the next days know it again.
    terms: Terms = ()
    #: Where it happened, and which states it concerns; empty before it is placed (`scrapers.places`).
    whereabouts: Whereabouts = Whereabouts()

    @property
    def language(self) -> str:
        """Of its headline."""
        return next((article.language for article in self.articles if article.headline == self.headline), "en")


@dataclass(frozen=True, kw_only=True)
class PastDevelopment:
    """A development of an earlier day, as far as grouping needs it."""

    day: date
    id: str
    headline: str
    #: Headlines of its citations, for likeness.
    texts: tuple[str, ...] = ()
    #: What it told, a sentence each.
    prose: tuple[str, ...] = ()
    #: Names of the outlets it cites.
    sources: tuple[str, ...] = ()
    conflict: str | None = None
    kind: str | None = None
    follows: str | None = None
    #: The terms that say most of what its articles told; () where none were kept.
    terms: Terms = ()
