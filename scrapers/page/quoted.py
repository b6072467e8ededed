"""Quoted: which stretches of a briefing's prose stand in quotation marks, whichever marks these are?

For the gate: what could be somebody's words counts as such. A mark that is never closed is one to the end of its
paragraph, or of its item in a list; only a single one is none then: `‘` and `'` are apostrophes too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

_PARAGRAPH = re.compile(r"[^\n]+(?:\n(?![ \t]*(?:\n|$))[^\n]*)*")
_ITEM = re.compile(r"\n[ \t]*(?:[-*+]|\d+[.)])[ \t]")
#: What stands before a word and belongs to what comes; and what may be either's.
_BEFORE, _EITHERS = "([{—–-/“„‟«»‹›‘‚", "\"'*_"
_BEHIND = ",;:.!?)]}"
#: `‘em`, `'90s`: a letter is left out.
_LEFT_OUT = re.compile(r"(?:em|tis|twas|til|cause|n|s|\d0s)\b", re.I)
#: The harbour of the `rebels’ camp`: whose it is, or the end of a quotation.
_PLURAL = re.compile(r"[sS].[ \t\n][a-z]", re.DOTALL)


@dataclass(frozen=True, slots=True)
class _Mark:
    """A quotation mark, or an apostrophe, and what stands on either side of it; a blank where nothing does."""

    text: str
    at: int
    sign: str
    before: str
    after: str

    @property
    def in_a_word(self) -> bool:
        return self.before.isalnum() and self.after.isalnum()

    @property
    def behind_a_word(self) -> bool:
        """Right behind a word or its full stop, as a mark that closes is."""
        if self.before in _EITHERS:
            return not self.after.isalnum()
        return not self.before.isspace() and self.before not in _BEFORE

    @property
    def before_a_word(self) -> bool:
        """Right before what is quoted, as a mark that opens is."""
        goes_on = self.after not in _BEHIND or self.text.startswith("..", self.at + 1)
        return goes_on and not self.after.isspace() and not self.behind_a_word


#: 1 where a mark opens a quotation beside those that are open, -1 where it closes one, 0 where it does neither.
_Turn = Callable[[_Mark, Sequence[_Mark]], int]


def quoted(text: str) -> Iterator[tuple[int, int]]:
    """(start, end) of what stands between marks, in order; of quotations inside one another the outermost."""
    for paragraph in _PARAGRAPH.finditer(text):
        last = -1
        spans = (span for signs, turn in _FAMILIES for span in _spans(signs, turn, text, *paragraph.span()))
        for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
            if end > last:
                yield start, end
                last = end


def _spans(signs: re.Pattern[str], turn: _Turn, text: str, begin: int, stop: int) -> Iterator[tuple[int, int]]:
    """What stands between marks of one family, whatever other marks stand there too."""
    at = begin
    while at < stop:
        opened: list[_Mark] = []
        for mark in _marks(signs, text, at, stop):
            turned = turn(mark, opened)
            if turned > 0:
                opened.append(mark)
            elif turned < 0 and opened:
                start = opened.pop().at + 1
                if not opened:
                    yield start, mark.at
        if not opened:
            return
        at = opened[0].at + 1
        if signs is not _SINGLE:
            item = _ITEM.search(text, at, stop)
            yield at, item.start() if item else stop
            at = item.start() if item else stop


def _marks(signs: re.Pattern[str], text: str, begin: int, stop: int) -> Iterator[_Mark]:
    for found in signs.finditer(text, begin, stop):
        at = found.start()
        yield _Mark(text, at, found[0], text[at - 1 : at] or " ", text[at + 1 : at + 2] or " ")


def _double(mark: _Mark, opened: Sequence[_Mark]) -> int:
    signs = {each.sign for each in opened}
    if mark.sign == '"' and mark.before.isspace() and mark.after.isspace():  # alone between blanks
        return -1 if '"' in signs else 1
    if mark.sign in '”"':
        return 1 if mark.before_a_word else -1
    closes = mark.sign == "“" and mark.behind_a_word and ("„" in signs or not mark.after.isalnum())
    return -1 if closes else 1


def _angled(mark: _Mark, opened: Sequence[_Mark]) -> int:
    """`« … »`, and `» … «`."""
    right = mark.sign in "»›"
    if not opened:
        return int(mark.before_a_word if right else not mark.behind_a_word)
    if opened[-1].sign in "»›":
        return -1 if mark.behind_a_word else 1
    return -1 if right else 1


def _cornered(mark: _Mark, opened: Sequence[_Mark]) -> int:
    return 1 if mark.sign in "「『" else -1


def _single(mark: _Mark, opened: Sequence[_Mark]) -> int:
    if mark.in_a_word:
        return 0
    if opened and not mark.after.isalnum() and (mark.sign != "‘" or opened[-1].sign == "‚"):
        return 0 if _is_of_the_many(mark, opened[-1]) else -1
    return int(mark.sign != "’" and mark.before_a_word and not _LEFT_OUT.match(mark.text, mark.at + 1))


def _is_of_the_many(mark: _Mark, opened: _Mark) -> bool:
    """`rebels’ camp`, and a mark that closes follows: the quotation goes on to that."""
    if not _PLURAL.match(mark.text, mark.at - 1):
        return False
    if (mark.sign == "'") != (opened.sign == "'"):
        return True
    paragraph = _PARAGRAPH.match(mark.text, mark.at)
    following = _marks(_SINGLE, mark.text, mark.at + 1, paragraph.end() if paragraph else mark.at)
    return next((each.behind_a_word for each in following if not each.in_a_word), False)


_SINGLE = re.compile("[‘’‚']")
_FAMILIES: tuple[tuple[re.Pattern[str], _Turn], ...] = (
    (re.compile('[“”„‟"]'), _double),
    (re.compile("[«»]"), _angled),
    (re.compile("[‹›]"), _angled),
    (re.compile("[「」]"), _cornered),
    (re.compile("[『』]"), _cornered),
    (_SINGLE, _single),
)
