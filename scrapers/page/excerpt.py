"""Excerpt: which passages of which outlets stand under a heading, so that a reader learns the most beyond it?

Of what the publishers offer to be shown beside their links zero to three whole sentences are chosen, word for word,
each of another independent origin. What matters, by a prototype graded on 200 sections of 23 nights: a generous
length, that the passage is of the heading's thing, and supply; the weights below hardly do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import sqrt

from scrapers.addresses import short_hash
from scrapers.briefing import link
from scrapers.facts.about import is_state, likeness
from scrapers.facts.claims import claims
from scrapers.facts.othertime import is_background
from scrapers.facts.rows import day_of
from scrapers.facts.sentences import sentence_spans
from scrapers.facts.speakers import Aliases
from scrapers.group.copies import voice_of
from scrapers.model import Article, Development, Rights
from scrapers.page.novelty import Told, Tonight
from scrapers.page.overtaken import is_overtaken
from scrapers.page.rights import PAIR, limit_of
from scrapers.page.stands_alone import line_key, stands_alone
from scrapers.passage import Passage
from scrapers.teaser import is_feature, is_question, is_running, is_tease, is_view
from scrapers.text import CELLS, line, primary_language
from scrapers.withheld import is_withheld

#: Passages of a development at most: three to read, a fourth added .013 to what readers are told.
MOST = 3
#: What each part of a passage's worth counts, and why.
WEIGHTS: Mapping[str, float] = {
    "centre": 1.0,  # likeness to all that the development's articles say: the middle of the matter, no side story
    "own": 0.3,  # it is of the article whose headline is the heading: it is of the matter by construction
    "new": 0.3,  # what it tells beside heading and chosen passages, a term the more the more outlets have it
    "names": 0.06,  # each new name or number: who, where, how many
    "alike": -0.5,  # likeness to a chosen passage
    "side": 0.5,  # a side of the conflict speaks that no chosen passage has, where another one has spoken
    "past": -0.4,  # it tells of another day, another year or the story so far
}
#: Scale of "new": natural logarithms of rarity that make 1.
SCALE = 60.0
#: Of the heading's thing: likeness of title and passage to the heading (tried .1 to .25 on twelve nights), to the
#: heading with the text of its own article, and terms rarer than this that another outlet of the development shares.
OF_IT, OF_ITS_ARTICLE, RARE, SHARED = 0.15, 0.2, 3.0, 2
#: Characters of an article that show what it is about.
BEGINNING = 400
#: What the first passage, and each further one, must tell that is new, in the same logarithms.
FIRST, FURTHER = 5.0, 12.0
#: Share of a further passage that must be new: else it says again what stands there.
HALF = 0.4
#: Characters below which a sentence tells nothing.
SHORTEST = 40
#: Sentences of a paragraph, and paragraphs of a text, that are asked: what follows is detail, or of something else.
SENTENCES, PARAGRAPHS = 2, 3
#: Characters of a paragraph that are read.
READ = 1500


@dataclass(frozen=True)
class Candidate:
    """A passage that may be quoted."""

    article: Article
    text: str
    #: Of the article whose headline is the development's heading.
    own: bool


def excerpt(
    development: Development, *, tonight: Tonight, aliases: Aliases, earlier: Sequence[str] = ()
) -> tuple[Passage, ...]:
    """The passages of a development, the most telling first.

    `earlier` is what other parts of the section tell already, beside the heading.
    """
    candidates = list(_candidates(development, tonight))
    chosen: list[Candidate] = []
    centre = _centre(development, tonight)
    outlets = _outlets(development, tonight)
    sides: list[frozenset[str]] = []
    while len(chosen) < MOST:
        voices = {voice_of(each.article) for each in chosen}
        told: list[Told] = [(development.headline, development.language), *((text, None) for text in earlier)]
        told += [(each.text, each.article.language) for each in chosen]
        best: tuple[float, str, str] | None = None
        pick: Candidate | None = None
        for each in candidates:
            answers = _is_another_side(_sides(each, aliases), sides)
            if voice_of(each.article) in voices or not _tells(
                each, told, tonight, further=bool(chosen) and not answers
            ):
                continue
            worth = _worth(each, told, chosen, sides, centre, outlets, tonight, aliases)
            key = (worth, each.article.id, each.text)
            if best is None or key > best:
                best, pick = key, each
        if pick is None:
            break
        chosen.append(pick)
        sides.append(_sides(pick, aliases))
    # whatever brought it here: first the middle of the matter
    heading = tonight.weights(development.headline, development.language)
    weights = {each.text: tonight.weights(each.text, each.article.language) for each in chosen}
    near = {text: likeness(words, centre) + likeness(words, heading) for text, words in weights.items()}
    return tuple(_passage(each) for each in sorted(chosen, key=lambda each: (-near[each.text], each.text)))


def _passage(candidate: Candidate) -> Passage:
    article = candidate.article
    language = primary_language(article.language)
    return Passage(
        text=candidate.text,
        source=article.source.plain_name,
        url=link(article.url),
        label=article.source.label,
        opinion=is_view(article.headline, article.url),
        language=None if language == "en" else language,
    )


# --- what may be quoted ------------------------------------------------------------------------------------------


def _candidates(development: Development, tonight: Tonight) -> Iterator[Candidate]:
    copies = {copy for copy, _ in development.copies}
    shared = _shared(development, tonight)
    for article in development.articles:
        own = article.headline == development.headline
        if article.id in copies or not _may_speak(article, own, tonight):
            continue
        if primary_language(article.language) != "en" and any(a.in_english for a in development.articles) and not own:
            continue
        for text in offered(article, own=own):
            if own or (
                belongs(article, text, development, tonight, shared) and not is_overtaken(article, text, development)
            ):
                yield Candidate(article, text, own)


def _may_speak(article: Article, own: bool, tonight: Tonight) -> bool:
    """Is the article one report, and of the outlet's newsroom?"""
    headline = article.headline
    if tonight.holds_several(article.url) or is_running(headline):
        return False
    if own:
        return True
    return not (is_question(headline) or is_tease(headline) or is_feature(headline) or is_view(headline, article.url))


def offered(article: Article, *, own: bool) -> Iterator[str]:
    """Every passage of an article that its right lets stand, each once; `own`: its headline is the heading."""
    limit = limit_of(article)
    given: set[str] = set()
    for paragraph, alone in _paragraphs(article, PARAGRAPHS) if limit else ():
        for passage in _passages(paragraph, article, limit, own=own, alone=alone):
            if passage not in given and not is_withheld(passage, article.withheld):
                given.add(passage)
                yield passage


def _paragraphs(article: Article, most: int | None = None) -> Iterator[tuple[str, bool]]:
    """What of an article its class lets be quoted from, a paragraph each, as one line; of each text at `most` so many.

    With it, whether it is all that its publisher offers at its place.
    """
    for preview in article.previews:
        paragraphs = preview.text.split("\n")
        yield from ((line(paragraph), len(paragraphs) == 1) for paragraph in paragraphs[:most])
    if article.rights in (Rights.EXCERPT, Rights.FULL):
        paragraphs = [paragraph for paragraph in article.text.split("\n") if CELLS not in paragraph]
        yield from ((line(paragraph), False) for paragraph in paragraphs[:most])


def offered_digests(article: Article) -> tuple[str, ...]:
    """The digests of all sentences that an editor may quote of an article, and of any two in a row.

    From anywhere in what may be quoted; a label or a dateline before the first may stand with it or not.
    """
    if not limit_of(article):
        return ()
    found: dict[str, None] = {}
    for paragraph, _ in _paragraphs(article):
        for text in dict.fromkeys((paragraph, paragraph[_after_label(paragraph) :])):
            spans = [(0, 0), *sentence_spans(text)]
            for (first, _), (start, end) in pairwise(spans):
                found |= dict.fromkeys((quotation_digest(text[start:end]), quotation_digest(text[first:end])))
    return tuple(found)


def quotation_digest(text: str) -> str:
    """By which words are known again, whatever their marks."""
    return short_hash(line_key(text))


def _passages(text: str, article: Article, limit: int, *, own: bool, alone: bool) -> Iterator[str]:
    """The first sentences of a text that stand by themselves, and the first two together where both are short."""
    start = _after_label(text)
    whole = sentence_spans(text[start : start + READ])
    if len(text) > start + READ:
        whole = whole[:-1]  # the last one goes on behind what is read
    spans = [(start + a, start + b) for a, b in whole[:SENTENCES]]
    english = primary_language(article.language) == "en"
    is_line = alone and len(spans) == 1 and not _goes_on(text[slice(*spans[0])], article)
    stands = [stands_alone(text[a:b], article.headline, own=own, english=english, line=is_line) for a, b in spans]
    if len(spans) == SENTENCES and stands[0] and spans[1][1] - spans[0][0] <= min(PAIR, limit):
        pair = text[spans[0][0] : spans[1][1]]
        if stands_alone(text[slice(*spans[1])], article.headline, own=own, english=english, leans=True):
            yield pair
    for (a, b), alone in zip(spans, stands, strict=True):
        if alone and SHORTEST <= b - a <= limit:
            yield text[a:b]


def _goes_on(sentence: str, article: Article) -> bool:
    """Does the article, or another text that its publisher offers, have more of it?"""
    texts = (article.text, *(preview.text for preview in article.previews))
    found = (line(paragraph).partition(sentence) for text in texts for paragraph in text.split("\n"))
    return any(held and re.match(r"\W*\w", behind) for _, held, behind in found if not behind.startswith((".", "!")))


#: What stands before the first sentence and is none: a kicker to its bar, a dateline to its dash.
_KICKER = re.compile(
    r"[^.|]{2,40}\s\|\s|(?:Exclusive|EXCLUSIVE|Breaking|BREAKING|Update|Watch|Analysis):\s"
    r"|\([A-Z][\w ./-]{1,30}\)\s[—–-]\s"
)
_DATELINE = re.compile(
    r"(?P<place>[A-ZÀ-Ž][\w’'.-]*,?\s(?:(?:[A-ZÀ-Ž][\w’'.-]*|\d{1,2}),?\s){0,4})"
    r"(?P<agency>\([A-Z][\w ./-]{1,30}\)\s)?[—–]\s"
)
_BEGINS = re.compile(r"[“\"‘'«„]?[A-ZÀ-Ž0-9]")
_DASH = re.compile(r"[—–](?=\s)|\s[—–]")
#: Words of a place that is not written in capitals, at most.
PLACE = 3


def _after_label(text: str) -> int:
    """Where the first sentence of a text begins."""
    if found := _KICKER.match(text):
        return found.end()
    found = _DATELINE.match(text)
    return found.end() if found and _is_dateline(found, text) else 0


def _is_dateline(label: re.Match[str], text: str) -> bool:
    """Does it name an agency, or a place before a sentence? A name before what is said of it in dashes is none."""
    if label["agency"]:
        return True
    _, end = next(iter(sentence_spans(text[label.end() : label.end() + READ])), (0, 0))
    if not _BEGINS.match(text, label.end()) or _DASH.search(text, label.end(), label.end() + end):
        return False
    words = label["place"].split()
    plain = len(words) <= PLACE and not re.search(r"[’']s\b|\d", label["place"])
    return plain or words[0].strip(",").isupper()


# --- of the heading's thing --------------------------------------------------------------------------------------


def belongs(
    article: Article,
    text: str,
    development: Development,
    tonight: Tonight,
    shared: Mapping[str, frozenset[str]] | None = None,
) -> bool:
    """Are headline and passage together of what the heading tells, and does another outlet tell the same?

    `shared` is what each voice speaks of (`_shared`), where it is known already.
    """
    if article.headline == development.headline:
        return True
    shared = _shared(development, tonight) if shared is None else shared
    whole = tonight.weights(f"{article.headline}. {text}", article.language)
    heading = development.headline
    own = " ".join(f"{a.headline}. {a.summary[:BEGINNING]}" for a in development.articles if a.headline == heading)
    if likeness(whole, tonight.weights(heading, development.language)) < OF_IT:
        return False
    if own and likeness(whole, tonight.weights(own, development.language)) < OF_ITS_ARTICLE:
        return False
    if len(shared) < 2:
        return True
    mine = voice_of(article)
    others = frozenset[str]().union(*(words for other, words in shared.items() if other != mine))
    return len({term for term, weight in whole.items() if weight >= RARE and not is_state(term)} & others) >= SHARED


def _shared(development: Development, tonight: Tonight) -> Mapping[str, frozenset[str]]:
    """What each voice of the development speaks of, in headlines and summaries."""
    found: dict[str, frozenset[str]] = {}
    for article in development.articles:
        words = tonight.weights(f"{article.headline}. {article.summary[:600]}", article.language)
        found[voice_of(article)] = found.get(voice_of(article), frozenset()) | frozenset(words)
    return found


# --- what it is worth --------------------------------------------------------------------------------------------


def _tells(candidate: Candidate, told: Sequence[Told], tonight: Tonight, *, further: bool) -> bool:
    """Does it tell enough that is new? Less is enough of the first, and of what a side answers."""
    language = candidate.article.language
    new = sum(tonight.new(candidate.text, told, language).values())
    if not further:
        return new >= FIRST
    return new >= FURTHER and new >= HALF * sum(tonight.weights(candidate.text, language).values())


def _worth(
    candidate: Candidate,
    told: Sequence[Told],
    chosen: Sequence[Candidate],
    sides: Sequence[frozenset[str]],
    centre: Mapping[str, float],
    outlets: Mapping[str, int],
    tonight: Tonight,
    aliases: Aliases,
) -> float:
    language = candidate.article.language
    mine = tonight.weights(candidate.text, language)
    new = tonight.new(candidate.text, told, language)
    names = _names(candidate.text)
    named = sum(1 for term in new if term[:1].isdigit() or is_state(term) or term[:4] in names)
    alike = max((likeness(mine, tonight.weights(each.text, each.article.language)) for each in chosen), default=0.0)
    worth = {
        "centre": likeness(mine, centre),
        "new": sum(weight * sqrt(1 + outlets.get(term, 1)) for term, weight in new.items()) / SCALE,
        "names": named,
        "alike": alike,
        "side": 1.0 if _is_another_side(_sides(candidate, aliases), sides) else 0.0,
        "own": 1.0 if candidate.own else 0.0,
        "past": 1.0
        if candidate.article.in_english and is_background(candidate.text, day_of(candidate.article))
        else 0.0,
    }
    return sum(WEIGHTS[name] * value for name, value in worth.items())


def _names(text: str) -> frozenset[str]:
    """How the words begin that a text writes with a capital inside a sentence."""
    return frozenset(word[:4].lower() for word in re.findall(r"(?<=[a-zß-ÿ,;] )[A-ZÀ-ŽА-ЯІЄЇ]\w+", text))


def _sides(candidate: Candidate, aliases: Aliases) -> frozenset[str]:
    """The sides that speak in a passage."""
    if not candidate.article.in_english:
        return frozenset()
    return frozenset(claim.side for claim in claims(candidate.text, aliases=aliases) if claim.side)


def _is_another_side(mine: frozenset[str], chosen: Sequence[frozenset[str]]) -> bool:
    spoken = frozenset[str]().union(*chosen)
    return bool(mine and spoken and mine - spoken)


def _centre(development: Development, tonight: Tonight) -> Mapping[str, float]:
    """All that the development's articles say, the heading counted twice."""
    found: dict[str, float] = {}
    texts = [(development.headline, development.language)] * 2
    texts += [(f"{article.headline}. {article.summary[:600]}", article.language) for article in development.articles]
    for text, language in texts:
        for term, weight in tonight.weights(text, language).items():
            found[term] = found.get(term, 0.0) + weight
    return found


def _outlets(development: Development, tonight: Tonight) -> Mapping[str, int]:
    """How many voices have a term."""
    found: dict[str, int] = {}
    for words in _shared(development, tonight).values():
        for term in words:
            found[term] = found.get(term, 0) + 1
    return found
