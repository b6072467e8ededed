"""Is a text about armed conflict, its diplomacy, its victims or its law; which conflict, and what happened?

What happened is the act of the headline (`kinds.py`). Whether it is about armed conflict is a soft judgement of three
voices, in log-odds: learned words (`learned.py`), listed words, and what tonight's entries say of the names in it. No
single voice lets in or throws out. The list gives points for words, by class, read beside each other: a word of war is
enough alone; soldiers, blows and diplomacy count in full only beside a place or an armed group of a conflict
(`content/topics/`); sport, films, opinion, everyday crime and figures of speech ("price war") count against.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache

from scrapers.group.kinds import kind_of
from scrapers.group.learned import Names, log_odds, shipped
from scrapers.group.lexicon import Sense, Terms, lexicon, words_of
from scrapers.model import Relevance, Topic

#: Points that put a text on topic; a judgement on the April nights of 2023, where 2.5 lets in much diplomacy
#: without a conflict and 3.5 loses one-line reports from small conflicts.
THRESHOLD = 3.0
#: How much of a term's weight counts where it stands in the headline, the summary, the text.
FIELDS = (1.0, 0.7, 0.35)
#: What each voice counts: the learned weights, the listed words (in points beyond the threshold, bounded), and what
#: tonight's entries say of its names.
LEARNED, LISTED, NAMES, LISTED_MOST = 0.3, 0.6, 0.5, 6.0
#: Log-odds from which an entry goes on: with a war left out at a time, 97 of 100 sentences that people wrote have a
#: report among twice as many entries as the list alone lets in.
LET_IN = -1.75
#: Characters of a text whose summary is empty that are read with the headline.
BEGINNING = 400
#: Words of the body that are read: its beginning tells what it is about, its end what else happened.
TEXT_WORDS = 220
#: What each further term of a class adds, so that a long text does not outweigh a clear headline.
FADE = {"war": (1.0, 0.5, 0.3), "group": (1.0, 0.35), "force": (1.0, 0.5), "harm": (1.0, 0.6, 0.3)}
FADE |= {"state": (1.0, 0.45), "no": (1.0, 0.7, 0.4), "past": (1.0,), "leader": (1.0,)}
#: A name of the war itself (`Donbas!`), a place where there is war and peace (`Colombia`), a hint (`Moscow?`).
NAME, PLACE, HINT = 2.3, 1.6, 1.0
#: What diplomacy, law and politics count for beside a mere place, as long as no arms are told of.
UNARMED = 0.6
#: What remains of a class where no place and no armed group stands beside it.
ALONE = {"war": 0.8, "group": 0.8, "force": 0.6, "harm": 0.3, "state": 0.15}

#: Parts of an address that say what a page is: not news of the kind looked for.
_OFF_PATH = re.compile(
    r"/(?:sport|sports|football|soccer|cricket|rugby|tennis|opinions?|commentisfree|editorials?|letters"
    r"|culture|film|films"
    r"|movies|music|books|television-and-radio|tv-and-radio|tv|stage|artanddesign|arts?|lifeandstyle"
    r"|lifestyle|life|food"
    r"|travel|fashion|style|games?|gaming|entertainment|celebrity|showbiz|tvshowbiz|femail|crosswords?|quiz|horoscopes?"
    r"|gallery|galleries|podcasts?|newsletters?|obituaries|weather|shopping|deals|property|cars|health|science"
    r"|sponsored|advertorial|puzzles?|recipes?|live|in-pictures|cartoons?|blog|blogs|reviews?)(?:/|$)",
    re.I,
)
#: Headlines that are a form, not a report.
_OFF_FORM = re.compile(
    r"^(?:opinion|analysis:? opinion|editorial|letters?|quiz|podcast|newsletter|review|obituary|watch live"
    r"|live)\b\s*[:|–—-]"
    r"|\|\s*(?:opinion|editorial|letters?|cartoon|podcast|review"
    r"|[A-Z][a-zé]+ [A-Z][\w'’-]+(?: and [A-Z][a-z]+ [A-Z]\w+)?)\s*$"
    r"|\b(?:live updates?|live blog|news live|– live|— live|- live|as it happened|liveticker|newsblog|na żywo"
    r"|en direct|en vivo)\b"
    r"|\b(?:what the papers say|first edition|morning mail|morning briefing|evening briefing|your briefing"
    r"|weekend reads"
    r"|week in pictures|in pictures|pictures of the day|photos of the (?:day|week)|test your knowledge|news quiz"
    r"|best (?:films|books|shows)|book review|film review|tv review)\b"
    r"|^(?-i:[A-Z]{3,} [A-Z]{3,}(?: [A-Z]{3,})?):|\bquiz\b|^watch:|^listen:|\bpodcast\b",
    re.I,
)
_OFF_CATEGORIES = frozenset(
    "sport sports football soccer opinion opinions commentisfree editorial letters film movies music books television"
    " culture lifestyle fashion travel food games gaming entertainment celebrity crosswords quiz obituaries"
    " podcast".split()
)
#: Everyday crime and the like weigh less against a text that has a place and plain words of war.
_PARDONED = 0.4


@lru_cache(maxsize=8)
def _gazetteer(topics: tuple[Topic, ...]) -> tuple[Terms[tuple[str, float]], Terms[tuple[str, float]]]:
    """The keywords of the conflicts: those with a capital, and those without."""
    cased: list[tuple[str, tuple[str, float]]] = []
    plain: list[tuple[str, tuple[str, float]]] = []
    for topic in topics:
        if topic.kind != "conflict":
            continue
        for keyword in topic.keywords:
            weight = {"!": NAME, "?": HINT}.get(keyword[-1:], PLACE)
            term = keyword.rstrip("!?")
            value = (topic.slug, weight)
            target = plain if term == term.lower() and term != term.upper() else cased
            target.append((term.replace("-", " "), value))
    return Terms(cased), Terms(plain)


def _split(words: list[str]) -> list[str]:
    """Hyphens apart: `Russia-Ukraine` names two."""
    return " ".join(words).replace("-", " ").split()


def _is_summary(text: str, summary: str) -> bool:
    """Is the text no more than the summary, perhaps with its paragraphs apart?"""
    return len(text) <= len(summary) and summary.startswith(text[:80].partition("\n")[0])


def relevance(
    headline: str,
    summary: str = "",
    text: str = "",
    *,
    topics: Sequence[Topic],
    language: str = "en",
    url: str = "",
    categories: Sequence[str] = (),
    tonight: Names | None = None,
) -> Relevance:
    """What the words speak for. Pure; about 0.2 ms for a headline with its summary.

    `tonight` is what the night's entries say of the names they hold. `on_topic` only lets an entry in, at about twice
    the volume that is told of; its group decides (`developments.group_odds`).
    """
    cased, plain = _gazetteer(tuple(topics))
    words = lexicon(language)
    by_class: dict[str, dict[str, float]] = defaultdict(dict)
    places: dict[str, dict[str, float]] = defaultdict(dict)
    seen_text = "" if _is_summary(text, summary) else text
    for part, share in zip((headline, summary, seen_text), FIELDS, strict=True):
        if not part:
            continue
        # a body's words cost the most and say the least: only its beginning is cut into words
        found = words_of(part if share > FIELDS[2] else part[: TEXT_WORDS * 8])[:TEXT_WORDS]
        low = " ".join(found).lower().split()
        for _, term, sense in words.find(low):
            _count(by_class, term, sense, share)
        names = _split(found)
        hits = cased.find(names)
        hits.extend(plain.find(_split(low)))
        for _, term, (slug, weight) in hits:
            value = weight * share
            if value > places[slug].get(term, 0.0):
                places[slug][term] = value
    conflict, place = _conflict(places)
    points, reasons = _points(by_class, place, conflict)
    off = _form(headline, url, categories)
    for rule, minus in off:
        points -= minus
        reasons.append((rule, -minus))
    listed = LISTED * max(-LISTED_MOST, min(LISTED_MOST, points - THRESHOLD))
    voices = {"listed words": listed}
    if language.startswith("en"):
        below = summary or text[:BEGINNING]
        voices["learned words"] = LEARNED * _learned(headline, below)
        voices["tonight's names"] = NAMES * tonight.log_odds(headline, below) if tonight is not None else 0.0
    else:
        # of a language whose words were not learned the list speaks for both; a place alone says nothing of war
        told = any(by_class.get(group) for group in ("war", "group", "force", "harm", "state"))
        voices["learned words"] = listed * LEARNED / LISTED if told else LEARNED * sum(shipped().start) / 2
    odds = sum(voices.values())
    on_topic = not off and (odds >= LET_IN or points >= THRESHOLD)
    reasons += [(voice, round(value, 2)) for voice, value in voices.items()]
    reasons.sort(key=lambda reason: (-abs(reason[1]), reason[0]))
    return Relevance(
        on_topic=on_topic,
        odds=round(odds, 4),
        conflict=conflict,
        kind=kind_of(headline, language) if on_topic else None,
        reasons=tuple(reasons),
    )


def _learned(headline: str, below: str) -> float:
    """What the learned words say: the mean of both voices, of the headline alone and with what stands below it."""
    texts = [headline, f"{headline}. {below}"] if below else [headline]
    return sum(sum(log_odds(text)) / 2 for text in texts) / len(texts)


def commonest(found: Iterable[str | None]) -> str | None:
    """The conflict or kind that most articles of a group have; of several the first by name, None if none has one."""
    counts = Counter(value for value in found if value)
    return min(counts, key=lambda value: (-counts[value], value)) if counts else None


def _count(by_class: dict[str, dict[str, float]], term: str, sense: Sense, share: float) -> None:
    held = by_class[sense.group]
    held[term] = max(held.get(term, 0.0), sense.weight * share)


def _conflict(places: dict[str, dict[str, float]]) -> tuple[str | None, float]:
    """The conflict whose names weigh most, and how much a place counts."""
    best: tuple[float, str] | None = None
    for slug, terms in places.items():
        values = sorted(terms.values(), reverse=True)
        weight = values[0] + 0.3 * sum(values[1:4])
        if best is None or (weight, slug) > best:
            best = (weight, slug)
    if best is None:
        return None, 0.0
    return best[1], min(best[0], 2.6)


def _faded(group: str, terms: dict[str, float]) -> float:
    return sum(value * fade for value, fade in zip(sorted(terms.values(), reverse=True), FADE[group], strict=False))


def armed_part(sums: dict[str, float]) -> float:
    """How much of it is arms and fighting, in points: war words, armed groups, soldiers."""
    return sums.get("war", 0.0) + 0.8 * sums.get("group", 0.0) + 0.5 * sums.get("force", 0.0)


def armed(verdict: Relevance) -> float:
    """From 0 to 1: how plainly a text tells of arms and fighting, not only of a place where there is war."""
    sums = {name.partition(":")[0]: points for name, points in verdict.reasons}
    points = armed_part(sums) + 0.35 * sums.get("harm", 0.0) + min(0.0, sums.get("no", 0.0))
    # what is told of by the name of a war belongs to it
    points += 1.4 if sums.get("place", 0.0) >= NAME else 0.0
    return max(0.0, min(1.0, points / 4.0))


def _points(
    by_class: dict[str, dict[str, float]], place: float, conflict: str | None
) -> tuple[float, list[tuple[str, float]]]:
    sums = {group: _faded(group, terms) for group, terms in by_class.items()}
    beside = place > 0 or sums.get("group", 0.0) >= 2.0
    reasons: list[tuple[str, float]] = []
    armed = armed_part(sums)
    points = place
    if conflict:
        reasons.append((f"place:{conflict}", round(place, 2)))
    for group in ("war", "group", "force", "harm", "state"):
        if group not in sums:
            continue
        value = sums[group] * (1.0 if beside else ALONE[group])
        if group == "state" and armed < 1.0 and place < NAME * FIELDS[1]:
            value *= UNARMED
        points += value
        top = max(by_class[group], key=lambda term: (by_class[group][term], term))
        reasons.append((f"{group}:{top}", round(value, 2)))
    # an attack on a head of state or government is news of this kind wherever it happens
    if "leader" in sums and any(term in _BLOWS for term in by_class.get("harm", ())):
        points += 2.8
        reasons.append(("attack on a leader", 2.8))
    if "no" in sums:
        named = place >= NAME and (sums.get("state", 0.0) >= 1.5 or sums.get("group", 0.0) >= 1.4)
        strong = (sums.get("war", 0.0) >= 2.8 and beside) or named
        minus = sums["no"] * (_PARDONED if strong else 1.0)
        points -= minus
        top = max(by_class["no"], key=lambda term: (by_class["no"][term], term))
        reasons.append((f"no:{top}", round(-minus, 2)))
    if "past" in sums:
        points -= sums["past"]
        reasons.append(
            (f"past:{max(by_class['past'], key=lambda term: (by_class['past'][term], term))}", -sums["past"])
        )
    return points, reasons


_BLOWS = frozenset(
    (
        "bomb",
        "blast",
        "explosion*",
        "gunfire",
        "shot dead",
        "opened fire",
        "shots fired",
        "thrown at",
        "poison*",
        "grenade",
    )
)


def _form(headline: str, url: str, categories: Sequence[str]) -> list[tuple[str, float]]:
    found: list[tuple[str, float]] = []
    if _OFF_FORM.search(headline):
        found.append(("form of the headline", 6.0))
    path = url.split("//", 1)[-1].partition("/")[2] if url else ""
    if path and _OFF_PATH.search("/" + path.partition("?")[0]):
        found.append(("section in the address", 4.0))
    if any(category.strip().lower() in _OFF_CATEGORIES for category in categories):
        found.append(("category", 4.0))
    return found
