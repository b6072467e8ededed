"""Tables, lists, numbered headings and drop caps inside an article are its text; what only looks like them is not."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from scrapers.extract.page import read_page

LEDE = (
    "The relief office of the river provinces published its count of the week on Monday, and it is the highest so far."
)
MORE = (
    "Its head, Ana Kesti, said that two districts had sent no figures, because nobody could reach their villages yet."
)
LAST = (
    "The next count is to come out on the first Monday of December, when the roads to the upper valley are open again."
)
NAV = "<nav><a href='/a'>World</a> <a href='/b'>Politics</a> <a href='/c'>Weather</a> <a href='/d'>Sport</a></nav>"
FOOT = "<footer><p>© 2026 River Post. All rights reserved.</p></footer>"

ROWS = [("District", "Killed", "Wounded"), ("Tolmet", "12", "30"), ("Ferrow", "4", "17"), ("Upper Veld", "9", "22"),
        ("Ostrel", "none", "3"), ("Harwick port", "21", "48")]  # fmt: skip
WINNERS = ["Best reporting from the field: Mira Holt, River Post", "Best picture: Jon Sorel for “The ferry waits”",
           "Best account of a court: Ilse Brandt, Lower Town Courier", "Best podcast: Nine Bridges, Radio Veld",
           "Newcomer of the year: Amir Farah, The Landing", "Lifetime award: Ida Nilsen, Harbour Ledger",
           "Best map: the cartographers of the Delta Review", "Best letter from readers: Otto Weiss of Elsted"]  # fmt: skip
STEPS = [("1. What happened?", "Shells hit the grain port of Tolmet on three nights in a row, and its northern quay is shut."),
         ("2. Who fired?", "Both commands say that the other one did; pictures of the craters point to the eastern bank."),
         ("3. What comes next?", "Talks go on in Ostrel on Wednesday, two diplomats said, without a truce to begin with.")]  # fmt: skip


def table(rows: list[tuple[str, ...]], *, head: bool = True, cell: str = "td", inner: str = "{}") -> str:
    lines = []
    for number, row in enumerate(rows):
        name = "th" if head and number == 0 else cell
        lines.append("<tr>" + "".join(f"<{name}>{inner.format(each)}</{name}>" for each in row) + "</tr>")
    return "<table><tbody>" + "".join(lines) + "</tbody></table>"


def items(texts: list[str], kind: str = "ul") -> str:
    return f"<{kind}>" + "".join(f"<li>{text}</li>" for text in texts) + f"</{kind}>"


ALL_ROWS = [cell for row in ROWS for cell in row]
#: What stands in the article between its paragraphs, and which of its words must be read.
INSIDE: dict[str, tuple[str, list[str]]] = {
    "a table": (table(ROWS), ALL_ROWS),
    "a table in a figure of its own": (f"<div class='table-wrap'><h3>The count</h3>{table(ROWS)}</div>", ALL_ROWS),
    "a table of paragraphs": (table(ROWS, inner="<p>{}</p>"), ALL_ROWS),
    "a table without a head": (table(ROWS[1:], head=False), [cell for row in ROWS[1:] for cell in row]),
    "a table with its row heads marked": (
        "<table><thead><tr><th>District</th><th>Killed</th></tr></thead><tbody>"
        + "".join(f"<tr><th scope='row'>{row[0]}</th><td>{row[1]}</td></tr>" for row in ROWS[1:]) + "</tbody></table>",
        [cell for row in ROWS[1:] for cell in row[:2]]),
    "a list": (items(WINNERS), WINNERS),
    "a numbered list": (items(WINNERS, "ol"), WINNERS),
    "a nested list": (
        items([f"Tolmet{items(['12 killed in the port', '30 wounded on the quay'])}",
               f"Ferrow{items(['4 killed near the school', '17 wounded in the market'])}"]),
        ["Tolmet", "12 killed in the port", "30 wounded on the quay", "Ferrow", "4 killed near the school"]),
    "a definition list": (
        "<dl>" + "".join(f"<dt>{row[0]}</dt><dd>{row[1]} killed and {row[2]} wounded</dd>" for row in ROWS[1:]) + "</dl>",
        [row[0] for row in ROWS[1:]] + [f"{row[1]} killed and {row[2]} wounded" for row in ROWS[1:]]),
    "numbered headings": (
        "".join(f"<h2>{head}</h2><p>{text}</p>" for head, text in STEPS), [each for step in STEPS for each in step]),
}  # fmt: skip
#: What stands there and is not the article's.
OUTSIDE = {
    "a table of other stories": table(
        [("Today", "Yesterday")] + [(f"<a href='/s/{n}'>Ferry runs again after storm {n}</a>",
                                     f"<a href='/t/{n}'>Bakers raise the price of rye {n}</a>") for n in range(4)]),
    "a list of other stories": items([f"<a href='/s/{n}'>Ferry runs again after storm {n}</a>" for n in range(5)]),
    "a calendar in a table": table([("Mo", "Tu", "We"), *(tuple(f"<a href='/d/{n + k}'>{n + k}</a>" for k in range(3)) for n in (1, 4, 7))]),
}  # fmt: skip


def read(middle: str, *, alone: bool = False) -> str:
    text = middle if alone else f"<p>{LEDE}</p><p>{MORE}</p>{middle}<p>{LAST}</p>"
    page = (
        f"<html lang='en'><head><title>The count of the week | River Post</title></head><body>{NAV}<main><article>"
        f"<h1>The count of the week</h1><div class='text'>{text}</div></article></main>{FOOT}</body></html>"
    )
    return read_page(page.encode(), url="https://river.example/n/1").text


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text))


@pytest.mark.parametrize("kind", INSIDE)
def test_its_words_are_read_in_their_order_between_the_paragraphs(kind: str) -> None:
    markup, wanted = INSIDE[kind]
    text = read(markup)
    told = words(" ".join(wanted))
    missed = told - words(text)
    assert missed.total() <= 0.1 * told.total(), missed
    assert text.index(MORE) < text.index(wanted[0]) < text.index(LAST)


@pytest.mark.parametrize("kind", OUTSIDE)
def test_what_leads_elsewhere_is_not_its_text(kind: str) -> None:
    assert read(OUTSIDE[kind]) == "\n".join((LEDE, MORE, LAST))


def test_a_row_is_a_line_of_its_own_with_its_cells_apart() -> None:
    text = read(INSIDE["a table"][0])
    assert "\nTolmet | 12 | 30\nFerrow | 4 | 17\n" in text


@pytest.mark.parametrize("kind", ["a list", "a numbered list", "a table", "a definition list"])
def test_an_article_that_is_nothing_else_is_read(kind: str) -> None:
    markup, wanted = INSIDE[kind]
    policy = "<section><p>Comments are moderated. Please read our policy before you write, and keep to the subject of it.</p></section>"
    text = read(markup + policy, alone=True)
    told = words(" ".join(wanted))
    assert (told - words(text)).total() <= 0.1 * told.total()


def test_a_table_that_lays_a_page_out_is_read_as_the_page_that_it_is() -> None:
    page = (
        "<html><head><title>Count</title></head><body><table><tr><td width=120><a href='/a'>Home</a><br><a href='/b'>News</a>"
        f"</td><td><h1>The count of the week</h1><p>{LEDE}</p><p>{MORE}</p><p>{LAST}</p></td><td>Weather<br>Rain</td></tr>"
        "</table></body></html>"
    )
    assert read_page(page.encode(), url="https://river.example/n/1").text == "\n".join((LEDE, MORE, LAST))


@pytest.mark.parametrize(
    "cap",
    ["<span class='dropcap'>{}</span>", "<span>{}</span>", "<b>{}</b>", "<span class='x'><span>{}</span></span>",
     "<big>{}</big>", "<i class=cap>{}</i>"],
)  # fmt: skip
def test_a_drop_cap_is_the_first_letter_of_its_word(cap: str) -> None:
    text = read(
        f"<p>{cap.format('T')}he river fell by a hand in the night, and the lower landing could be used again.</p>"
    )
    assert "The river fell by a hand" in text
