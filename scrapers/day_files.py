"""The day's files: what earlier nights wrote is read, and tonight's findings are put where they belong.

The briefing is merged, the wire log and the ledgers are appended to; nothing that people wrote is changed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from scrapers import files, journal, ledger, wire
from scrapers.addresses import canonical_url, short_hash
from scrapers.briefing import AHEAD, UNSEEN, Briefing, item_key, link
from scrapers.briefing_file import parse
from scrapers.extract.identity import Claims, of_article
from scrapers.facts.rows import claim_lines, figure_lines
from scrapers.merge import merge
from scrapers.model import Article, Development, PastDevelopment, Terms
from scrapers.page.excerpt import offered_digests
from scrapers.page.rights import overlong, rights_of
from scrapers.plan import Plan
from scrapers.remembered import claim_of

#: How far back a story may have begun.
STORY = 7  # days


def as_cited(plan: Plan, articles: Sequence[Article]) -> list[Article]:
    """The articles; one that this day cites already, under the address that stands there."""
    lines, _ = wire.read_day(plan.content, plan.day)
    held = Claims(claim_of(line, own=True) for line in lines if line.outcome in wire.KNOWN)
    found = [(article, held.same(of_article(article, own=True))) for article in articles]
    return [replace(article, url=line.url) if line else article for article, line in found]


def past_developments(plan: Plan) -> tuple[tuple[PastDevelopment, ...], tuple[str, ...]]:
    """The developments of the last days, from their briefings as the editors left them."""
    past: list[PastDevelopment] = []
    notes: list[str] = []
    conflicts = [topic for topic in plan.topics if topic.kind == "conflict"]
    slugs = {name.casefold(): topic.slug for topic in conflicts for name in (topic.name, *topic.aliases)}
    for ago in range(STORY, 0, -1):
        day = plan.day - timedelta(days=ago)
        path = briefing_path(plan.content, day)
        if not path.exists():
            continue
        briefing, faults = parse(files.read(path), day=day)
        notes += [str(fault.at(str(path))) for fault in faults]
        terms = {
            each.development: each.headline
            for each in wire.read_day(plan.content, day)[0]
            if each.outcome == wire.TERMS
        }
        if briefing.draft:
            continue  # what readers cannot see was not told
        past += [
            PastDevelopment(
                day=day,
                id=section.id or "",
                headline=section.bare,
                texts=tuple(citation.headline for citation in section.citations),
                prose=tuple(section.prose.split("\n")),
                sources=tuple(sorted({citation.source for citation in section.citations})),
                conflict=next((slugs[t.casefold()] for t in section.topics if t.casefold() in slugs), None),
                kind=section.kind,
                follows=section.follows,
                terms=_terms(terms.get(section.id or "", "")),
            )
            for section in briefing.developments
        ]
    return tuple(past), tuple(notes)


def briefing_path(content: Path, day: date) -> Path:
    return content / "briefings" / f"{day:%Y}" / f"{day}.md"


@dataclass(frozen=True, kw_only=True)
class Written:
    """What came of writing a day."""

    #: The changed files, below the content folder.
    files: tuple[str, ...] = ()
    #: Faults of the day's files.
    notes: tuple[str, ...] = ()
    #: How many developments readers see: not what an editor took away or hides.
    developments: int = 0


def write_day(plan: Plan, briefing: Briefing, found: Sequence[Development], articles: Sequence[Article]) -> Written:
    """Merge the briefing into its file and append to the wire log and the ledgers, all of them or none."""
    path = briefing_path(plan.content, plan.day)
    old = files.read(path) if path.exists() else None
    lines, faults = wire.read_day(plan.content, plan.day)
    cited = {line.id: line for line in lines if line.outcome in wire.KNOWN}
    if cited and not (old or "").strip("\ufeff \t\r\n"):
        again = f"remove {wire.wire_path(plan.content, plan.day)} too to have the day made anew"
        return Written(notes=(f"{path}: it was taken away or emptied and stays so; {again}",))
    seen = {link(line.url): line.development for line in cited.values()}
    told = {line.source for line in lines if line.outcome == wire.TOLD}
    homes = _homes(found, cited.values())
    windows = {line.headline for line in lines if line.outcome == wire.WINDOW}
    text = merge(old, briefing, seen, told, homes, windows)
    merged, slips = parse(text, day=plan.day)
    found = _as_they_stand(found, merged, homes)
    # The briefing is the first: whether readers saw a development decides what its absence says.
    changes = {} if text == old else {str(path.relative_to(plan.content)): text}
    slips = (*slips, *overlong(merged, text, rights_of(plan.sources, plan.settings.rights, plan.settings.quote_limit)))
    notes = [*map(str, faults), *(str(slip.at(str(path))) for slip in slips)]
    _added(plan, ledger.FigureLine, figure_lines(found, day=plan.day, aliases=plan.aliases), changes)
    _added(plan, ledger.ClaimLine, claim_lines(found, day=plan.day, aliases=plan.aliases), changes)
    log = [*_wire_lines(found, articles, lines, text), *_told_lines(briefing), *_terms_lines(found)]
    if merged.window and merged.window not in (old or ""):
        log.append(_line_of_ours(short_hash(f"Window: {merged.window}"), "Window", merged.window, wire.WINDOW))
    if (logged := wire.appended(plan.content, plan.day, log)) is not None:
        changes[str(wire.wire_path(plan.content, plan.day).relative_to(plan.content))] = logged
    journal.put(plan.content, changes)
    return Written(files=tuple(changes), notes=tuple(notes), developments=len(merged.developments))


def _homes(found: Sequence[Development], cited: Iterable[wire.WireLine]) -> dict[str, str]:
    """For each development the one that cited most of its articles before on this day; none for a new one.

    By the articles' own keys: parts of one round-up share its address and are still different developments.
    """
    known = Claims(claim_of(line, own=True) for line in cited)
    homes = {}
    for development in found:
        lines = (known.same(of_article(article, own=True)) for article in development.articles)
        votes = Counter(line.development for line in lines if line)
        if votes:
            homes[development.id] = min(votes, key=lambda home: (-votes[home], home))
    return homes


def _as_they_stand(found: Sequence[Development], merged: Briefing, homes: Mapping[str, str]) -> list[Development]:
    """The developments by the ids under which the file now holds them."""
    standing = {section.id for section in merged.sections if section.id}
    return [
        each if each.id in standing or homes.get(each.id) not in standing else replace(each, id=homes[each.id])
        for each in found
    ]


def _added(plan: Plan, kind: type[ledger.Line], lines: Iterable[ledger.Line], changes: dict[str, str]) -> None:
    """Puts the day's file of a kind with tonight's lines among the changes, if they change it."""
    path = plan.content / ledger.path_of(kind, plan.day)
    old = files.read(path) if path.exists() else ""
    new = ledger.added(old, lines, kind)
    if new != old:
        changes[str(path.relative_to(plan.content))] = new


def _wire_lines(
    found: Sequence[Development], articles: Sequence[Article], held: Sequence[wire.WireLine], text: str
) -> list[wire.WireLine]:
    home = {article.id: development.id for development in found for article in development.articles}
    known = Claims(claim_of(line, own=True) for line in held if line.keys)
    lines = []
    for article in sorted(articles, key=lambda a: (a.source.name, a.url, a.id)):
        if article.id not in home:
            outcome = wire.LEFT_OUT
        else:
            outcome = wire.CITED if f"]({link(article.url)})" in text else wire.WITHHELD
        evidence = article.evidence
        line = known.same(of_article(article, own=True))
        lines.append(
            wire.WireLine(
                id=line.id if line else article.id,
                development=home.get(article.id, ""),
                url=article.url,
                canonical=_other_address(article),
                keys=article.keys,
                source=article.source.name,
                headline=article.headline,
                published=ledger.stamp(article.published),
                time=ledger.stamp(evidence.time) if evidence else None,
                status=evidence.status if evidence else None,
                sha256=evidence.sha256 if evidence else None,
                outcome=outcome,
                obeyed=", ".join(article.snippet.said),
                offered=offered_digests(article) if outcome == wire.CITED else (),
                language="" if article.in_english else article.language,
            )
        )
    return lines


def _other_address(article: Article) -> str:
    """Another address that it goes by: on its own site, else where its page says that it was made; else its own."""
    known = (key for key in article.keys if key.startswith("http") and key != canonical_url(article.url))
    made = article.origin.url if article.origin and article.origin.evidence == "canonical" else None
    return next(known, None) or made or article.url


def _told_lines(briefing: Briefing) -> Iterator[wire.WireLine]:
    """A line for each item of the briefing's plain lists: what an editor strikes out is not written again."""
    for item in (*briefing.items(AHEAD), *briefing.items(UNSEEN)):
        yield _line_of_ours(short_hash(item_key(item)), item_key(item), item, wire.TOLD)


def _terms_lines(found: Iterable[Development]) -> Iterator[wire.WireLine]:
    """A line for each development: by its terms the next days know it again. The day's first run gives them."""
    for each in found:
        words = ", ".join(f"{term}:{count}" for term, count in each.terms)
        yield _line_of_ours(short_hash(f"Terms: {each.id}"), "Terms", words, wire.TERMS, each.id)


def _terms(words: str) -> Terms:
    """The terms of a development as its line gives them."""
    pairs = [word.rpartition(":") for word in words.split(", ")]
    return tuple((term, int(count)) for term, _, count in pairs if term and count.isdecimal())


def _line_of_ours(identity: str, about: str, words: str, outcome: str, development: str = "") -> wire.WireLine:
    """A line of the wire log that remembers words of the machine's own, not an article."""
    return wire.WireLine(
        id=identity,
        development=development,
        url="",
        canonical="",
        keys=(),
        source=about,
        headline=words,
        published=None,
        time=None,
        status=None,
        sha256=None,
        outcome=outcome,
    )
