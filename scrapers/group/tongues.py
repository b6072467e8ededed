"""Which development told in English is told by articles in another language?

Words do not carry over from one language to another, names do: Słowiańsk, Slowjansk and Словʼянськ are one town. A name
is compared by its consonants, so that spelling and endings hardly count. Articles of one language were grouped before;
here such a group joins the English one of the same conflict with which it shares the rarest names and numbers. When in
doubt it stays apart: a development told twice does less harm than two made one.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache
from itertools import pairwise

from scrapers.group.relevance import commonest
from scrapers.model import Article, Topic

#: Characters of a text that are looked at for names: the beginning says what happened.
READ = 420
#: Hours between the nearest articles of two groups, at most.
APART = timedelta(hours=36)
#: Points from which two groups are one: each shared name counts by how rare it is tonight, a shared number `NUMBER`.
#: Chosen by reading what joins on the sixteen nights of April 2023 (Polish beside English).
JOINED, NUMBER = 5.3, 2.0
#: A name in more than this share of tonight's English articles joins nothing; one that stands in a headline on both
#: sides, and is in no more than `HEADED` of them, must be among what is shared.
COMMON, HEADED = 0.10, 0.05
#: By how much the best must lead the second best.
LEAD = 1.2

_CYRILLIC = dict(
    zip(
        "абвгдежзийклмнопрстуфхцчшщыэюяіїєґ",
        "a b v g d e zh z i i k l m n o p r s t u f kh ts ch sh sh i e u a i i e g".split(),
        strict=True,
    )
)
_LETTERS = {"ł": "l", "ø": "o", "ß": "ss", "đ": "d", "ı": "i"}
#: How sounds are written, longest first, and one letter for each.
_SOUNDS = (
    ("szcz", "s"), ("shch", "s"), ("tsch", "s"), ("dsch", "g"), ("sch", "s"), ("tch", "s"), ("cz", "s"), ("sz", "s"),
    ("sh", "s"), ("rz", "s"), ("zh", "s"), ("ch", "k"), ("kh", "k"), ("gh", "g"), ("dj", "g"), ("dż", "g"), ("ph", "f"),
    ("th", "t"), ("ck", "k"), ("qu", "k"), ("ts", "s"), ("tz", "s"), ("x", "ks"), ("w", "v"), ("q", "k"), ("c", "k"),
    ("z", "s"), ("j", ""), ("y", ""), ("h", ""),
)  # fmt: skip
_RUN = re.compile(r"[^\W\d_a-zà-öø-ÿąćęłńóśźżа-яіїєґ][\w’'ʼ-]*(?: [^\W\d_a-zà-öø-ÿąćęłńóśźżа-яіїєґ][\w’'ʼ-]+)*")
_DIGITS = re.compile(r"(?<![\w.,:])\d{1,3}(?:[ .,]\d{3})+(?!\w)|(?<![\w.,:])\d{1,4}(?![\w:]|[.,]\d)")


@lru_cache(maxsize=20_000)
def skeleton(name: str) -> str:
    """A name's consonants by their sound, the same in most spellings; "" where fewer than three are left."""
    low = "".join(_CYRILLIC.get(letter) or _LETTERS.get(letter) or letter for letter in name.lower())
    low = "".join(letter for letter in unicodedata.normalize("NFKD", low) if letter.isascii() and letter.isalpha())
    for written, sound in _SOUNDS:
        low = low.replace(written, sound)
    bare = re.sub(r"(.)\1+", r"\1", re.sub(r"[aeiou]", "", low))
    return bare if len(bare) >= 3 else ""


@dataclass(frozen=True)
class _Told:
    """What a group is known by across languages."""

    #: Names, each a run of capitalised words as skeletons: `Władimir Putin` is one name.
    names: frozenset[tuple[str, ...]]
    #: Words of names that stand in a third of the headlines or more.
    headed: frozenset[str]
    numbers: frozenset[str]


def _names(text: str) -> Iterable[tuple[str, ...]]:
    for run in _RUN.findall(text):
        found = tuple(bare for word in re.split(r"[ -]", run) if (bare := skeleton(re.sub(r"['’]s$", "", word))))
        if found:
            yield found


def _told(group: Sequence[Article], war: frozenset[str]) -> _Told:
    names: Counter[tuple[str, ...]] = Counter()
    headed: Counter[str] = Counter()
    numbers: Counter[str] = Counter()
    for article in group:
        head, below = article.headline, (article.summary or article.text)[:READ]
        for run in {*_names(head), *_names(below)}:
            bare = tuple(word for word in run if word not in war)
            if bare:
                names[bare] += 1
        headed.update({word for run in _names(head) for word in run if word not in war})
        numbers.update({re.sub(r"\D", "", number) for number in _DIGITS.findall(f"{head}\n{below}")})
    # what one of many articles names in passing is not what the development is known by
    least = max(1, len(group) // 4)
    return _Told(
        frozenset(name for name, times in names.items() if times >= least),
        frozenset(word for word, times in headed.items() if 3 * times >= len(group)),
        frozenset(n for n, times in numbers.items() if times >= least and int(n) > 2 and not 1900 <= int(n) <= 2100),
    )


def joined(
    groups: Sequence[Sequence[Article]],
    conflicts: Mapping[str, str | None],
    topics: Sequence[Topic] = (),
) -> list[int]:
    """For each group the number of the group it belongs to: its own, or that of an English one.

    `conflicts` by article id. The names by which `topics` call a war, and their hints ("Moscow?"), join nothing.
    """
    english = [any(article.in_english for article in group) for group in groups]
    if all(english) or not any(english):
        return list(range(len(groups)))
    war = frozenset(
        bare
        for topic in topics
        if topic.kind == "conflict"
        for name in (topic.name, *topic.aliases, *(word for word in topic.keywords if word.endswith("?")))
        for word in re.split(r"[ -]", name.rstrip("*?"))
        if (bare := skeleton(word))
    )
    told = [_told(group, war) for group in groups]
    spread = Counter(
        word
        for at, group in enumerate(groups)
        if english[at]
        for article in group
        for word in {word for run in _names(f"{article.headline}\n{article.summary[:READ]}") for word in run}
    )
    size = sum(len(group) for at, group in enumerate(groups) if english[at])
    # a name in a headline must be shared, so only groups with a name that begins alike are looked at
    heads: dict[str, set[int]] = defaultdict(set)
    for at in range(len(groups)):
        if english[at]:
            for word in told[at].headed:
                heads[word[:3]].add(at)
    home = list(range(len(groups)))
    conflict = [commonest(conflicts.get(article.id) for article in group) for group in groups]
    for at, group in enumerate(groups):
        if english[at]:
            continue
        alike = {other for word in told[at].headed for other in heads.get(word[:3], ())}
        near = sorted(
            (-_points(told[at], told[other], spread, size), other)
            for other in alike
            if conflict[at] and conflict[at] == conflict[other] and _together(group, groups[other])
        )[:2]
        if near and -near[0][0] >= JOINED and (len(near) == 1 or near[0][0] <= LEAD * near[1][0]):
            home[at] = near[0][1]
    return home


def shared_names(one: Article, other: Article) -> list[str]:
    """The names at the beginning of one article that the other has too, in any spelling, as the first writes them."""
    held = {word for run in _names(f"{other.headline}\n{(other.summary or other.text)[:READ]}") for word in run}
    text = f"{one.headline}\n{(one.summary or one.text)[:READ]}"
    words = dict.fromkeys(word for run in _RUN.findall(text) for word in re.split(r"[ -]", run))
    return [word for word in words if (bare := skeleton(word)) and _mate(bare, held)]


def _points(one: _Told, other: _Told, spread: Mapping[str, int], size: int) -> float:
    """How much two groups share; 0 unless a name that both have in a headline is among it."""
    words = {word for run in other.names for word in run}
    mates = {
        mate for run in one.names for word in run if (mate := _mate(word, words)) and spread[mate] <= COMMON * size
    }
    headed = {mate for word in one.headed if (mate := _mate(word, other.headed))}
    if not any(word in mates and spread[word] <= max(2.0, HEADED * size) for word in headed):
        return 0.0
    # a forename and a surname are one name, by whatever part it is told here or there
    parts = {frozenset(run) for names in (one.names, other.names) for run in names if len(run) > 1}
    counted: list[str] = []
    for word in sorted(mates, key=lambda word: (spread[word], word)):
        if not any({word, held} <= run for held in counted for run in parts):
            counted.append(word)
    numbers = one.numbers & other.numbers
    if len(counted) + len(numbers) < 2:
        return 0.0
    return sum(math.log((size + 1) / (spread[word] + 0.5)) for word in counted) + NUMBER * len(numbers)


def _mate(word: str, among: Iterable[str]) -> str | None:
    """The skeleton among others that is the same but for an ending."""
    if word in (held := among if isinstance(among, (set, frozenset, dict)) else set(among)):
        return word
    near = [
        other
        for other in held
        if min(len(word), len(other)) >= 4
        and abs(len(word) - len(other)) <= 2
        and (word.startswith(other) or other.startswith(word))
    ]
    return min(near) if near else None


def _together(one: Sequence[Article], other: Sequence[Article]) -> bool:
    times = sorted((a.published, at) for at, group in enumerate((one, other)) for a in group if a.published)
    gaps = [later[0] - sooner[0] for sooner, later in pairwise(times) if sooner[1] != later[1]]
    return not gaps or min(gaps) <= APART
