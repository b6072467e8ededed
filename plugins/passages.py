"""Passages and rows: what stands in a section's prose beside an editor's own words, and how each is shown.

A passage is a publisher's words, so it is text wherever it goes: escaped in HTML, and in plain text between quotation
marks. `plugins.markup` puts the pieces together and cleans them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from plugins.letters import agrees, stretches, told_by_letters
from plugins.letters import direction as direction_of
from plugins.vocabulary import label_words
from plugins.words import language_name, say, voice
from scrapers.languages import LANGUAGES
from scrapers.passage import OPINION, Passage, blocks
from scrapers.text import shortened

#: Of a passage's outlet and labels in plain text; longer ones are made up.
_BEHIND = 120
_ROW = re.compile(
    r"- (?P<label>[A-Z][^:*_`\[\]()<>]{0,60}): (?P<values>\S.*\b(?:by|the words of) \[(?:\\.|[^\[\]\\])+\]\(https?://[^()\s]+\).*)"
)
# What a text may begin and end with so that it needs no marks around it.
_ENCLOSED = re.compile(r"“[^“”]*”|\"[^\"]*\"|«[^«»]*»|„[^„“”]*[“”]")
_MARKS = '“”„"«»'
_INNER = str.maketrans({"“": "‘", "”": "’", "„": "‚", '"': "'", "«": "‹", "»": "›"})


@dataclass(frozen=True)
class Row:
    """Data in a fixed form: `Killed: at least 180 (…, by [The Paper](…))`."""

    label: str
    #: Markdown, one line.
    values: str


@dataclass(frozen=True)
class Rows:
    """Rows that stand together: a list of them and of nothing else."""

    rows: tuple[Row, ...]


Piece = Passage | Rows | str


def pieces(prose: str) -> Iterator[Piece]:
    """The prose in its order: passages, rows of data, and the Markdown between them."""
    for block in blocks(prose):
        if isinstance(block, Passage):
            yield block
        else:
            yield from _with_rows(block)


def _with_rows(text: str) -> Iterator[Rows | str]:
    """Markdown in which each list of rows stands by itself; a list that holds anything else is an editor's."""
    held: list[str] = []
    lines = text.split("\n")
    at = 0
    while at < len(lines):
        end = at
        while end < len(lines) and lines[end].startswith("- "):
            end += 1
        rows = tuple(Row(match["label"], match["values"]) for line in lines[at:end] if (match := _ROW.fullmatch(line)))
        if rows and len(rows) == end - at and not (end < len(lines) and lines[end].startswith((" ", "\t"))):
            if any(line.strip() for line in held):
                yield "\n".join(held).strip("\n")
            held = []
            yield Rows(rows)
        else:
            held += lines[at : max(end, at + 1)]
        at = max(end, at + 1)
    if any(line.strip() for line in held):
        yield "\n".join(held).strip("\n")


def lead(prose: str) -> Piece:
    """What stands for all of it where there is room for little: its first passage or the editor's words before that."""
    found = list(pieces(prose))
    return next((piece for piece in found if not isinstance(piece, Rows)), found[0] if found else "")


def first_line(text: str) -> str:
    """The first sentence of Markdown: it is written one sentence a line."""
    return next((line.strip() for line in text.split("\n") if line.strip()), "")


# --- a passage as HTML and as plain text


def direction(passage: Passage) -> str:
    """Where its lines begin; of a language that is not told the words decide."""
    language = passage.language or told_by_letters(passage.text)
    return direction_of(language) if language else "auto"


def in_other_letters(text: str) -> str:
    """HTML text, escaped, with what in it is not in Latin letters in its language."""
    return "".join(
        f'<span lang="{tag}">{piece}</span>' if tag and not _own(piece, tag) else piece
        for piece, tag in stretches(text)
    )


def _own(text: str, tag: str) -> bool:
    """Whether letters are those of the site's own language."""
    own = voice().language
    return tag == own or (tag.startswith("und-") and agrees(text, own))


def remarks(passage: Passage) -> tuple[str, ...]:
    """What stands behind the outlet's name, in the site's language."""
    if voice().language == "en":
        return passage.remarks
    spoken = passage.language if passage.language != voice().language else None
    language = language_name(spoken) if spoken in LANGUAGES else None
    return tuple(
        filter(
            None,
            (
                label_words(passage.label) if passage.label else None,
                say(OPINION) if passage.opinion else None,
                say("in %(language)s", language=language) if language else None,
            ),
        )
    )


def as_html(passage: Passage) -> str:
    """A quotation of a publication. Only its words are in its language: the line below them is the site's."""
    said = "".join(f' <span class="label">{escape(remark)}</span>' for remark in remarks(passage))
    url, source = escape(passage.url), in_other_letters(escape(passage.source))
    return (
        f'<blockquote class="passage"><p{_spoken(passage)}>{escape(passage.text)}</p>'
        f'<footer>— <cite dir="auto"><a href="{url}">{source}</a></cite>{said}</footer></blockquote>'
    )


# rss2email would set a quotation in type of one width.
QUOTE_STYLE = "font:inherit;margin:12px 0;padding:0 0 0 12px;border-left:3px solid #8a8478"
WORDS_STYLE = "margin:0"
BY_STYLE = "margin:2px 0 0;font-size:14px;color:#5b5750"


def as_mail(passage: Passage, address: str, limit: int | None = None) -> str:
    """The same for mail programs, which know no `footer` and no stylesheet; `address` is where its outlet leads.

    Every quotation of a mail gets `QUOTE_STYLE`, an editor's too.
    """
    said = "".join(f" [{escape(remark)}]" for remark in remarks(passage))
    words = passage.text if limit is None else shortened(passage.text, limit)
    source = in_other_letters(escape(passage.source))
    return (
        f'<blockquote><p style="{WORDS_STYLE}"{_spoken(passage)}>{escape(words)}</p>'
        f'<p style="{BY_STYLE}">— <a href="{escape(address)}">{source}</a>{said}</p></blockquote>'
    )


def as_text(passage: Passage, limit: int | None = None) -> str:
    """`“Three were hurt.” — Example Wire (state media, RU)`: where nothing else can show that it is a quotation.

    With a limit its words are cut and never who wrote them.
    """
    told = remarks(passage)
    said = f" ({'; '.join(told)})" if told else ""
    behind = shortened(f" — {passage.source}{said}", _BEHIND)
    words = passage.text if limit is None else shortened(passage.text, max(1, limit - len(behind) - 2))
    return f"{in_marks(words)}{behind}"


def in_marks(words: str) -> str:
    """Words between quotation marks, never between two pairs: those that quote somebody become the inner ones."""
    if _ENCLOSED.fullmatch(words):
        return words
    inner = words.translate(_INNER) if words.startswith(tuple(_MARKS)) or words.endswith(tuple(_MARKS)) else words
    return f"“{inner}”"


def _spoken(passage: Passage) -> str:
    tag = passage.language or told_by_letters(passage.text) or ("en" if voice().language != "en" else None)
    language = f' lang="{escape(tag)}"' if tag else ""
    return f'{language} dir="{direction(passage)}"'
