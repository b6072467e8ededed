"""What a visitor cannot see is never text, whatever hides it and wherever it stands."""

from __future__ import annotations

import pytest

from scrapers.extract.page import read_page
from scrapers.model import Profile

TOLD = [
    "Rain and a broken pump flooded the lower town of Ferrow on Monday night, and forty families spent it in a school.",
    "The mayor, Ilse Brandt, said that the pump had been reported twice in October and that a new one was on its way.",
    "Crews from two neighbouring valleys brought sandbags by noon, and the river had fallen by a hand by the evening.",
    "Insurers said that they would send people on Wednesday, when the road over the pass is to be open again to cars.",
]
HIDDEN = [
    "Create your free account to go on reading and to keep the stories that you like in one place on each device.",
    "By signing up you accept the terms and that we may write to you about offers of ours and of selected partners.",
    "Already have an account? Enter the address that you gave us and we send you a link that opens for ten minutes.",
]
# `@` is what hides the element, and a rule of the page's own style, if there is one
WAYS = {
    "the attribute": ("hidden", ""),
    "the attribute with a value": ('hidden="hidden"', ""),
    "its own style": ('style="display:none"', ""),
    "its own style in other letters": ('style="color: red; DISPLAY : none !important"', ""),
    "its visibility": ('style="visibility: hidden"', ""),
    "a class of the page's style": ('class="layer"', ".layer{display:none}"),
    "a class in a list of selectors": ('class="big layer"', "p{margin:0}\n.box, .layer , #x { display: none; }"),
    "a class with its element": ('class="layer"', "div.layer{visibility:hidden}"),
    "an id": ('id="regwall"', "#regwall { display:none }"),
    "a rule behind a comment": ('class="layer"', "/* .layer{display:block} */ .layer{display:none}"),
    "a rule behind one for paper": ('class="layer"', "@media print{.x{color:red}.y{color:red}} .layer{display:none}"),
    "aria": ('aria-hidden="true"', ""),
    "a dialog": ('role="dialog"', ""),
    "a dialog that alerts": ('role="alertdialog" class="in-front"', ""),
    "a modal layer": ('aria-modal="true"', ""),
    "far to the left": ('style="position:absolute; left:-9999px"', ""),
    "clipped to nothing": ('class="vh"', ".vh{position:absolute!important;clip:rect(1px,1px,1px,1px)}"),
    "a point": ('style="position:absolute;width:1px;height:1px;overflow:hidden"', ""),
    "a name that every framework has": ('class="screen-reader-text"', ""),
}
PLACES = {
    "before the article": "<main>{hidden}<article><h1>Ferrow floods</h1>{told}</article></main>",
    "behind it": "<main><article><h1>Ferrow floods</h1>{told}</article>{hidden}</main>",
    "between its paragraphs": "<main><article><h1>Ferrow floods</h1>{first}{hidden}{rest}</article></main>",
    "among elements without a meaning": "<div><div><h1>Ferrow floods</h1>{first}{rest}</div>{hidden}</div>",
}


def page_of(body: str, style: str = "") -> bytes:
    return f"<html><head><title>Ferrow floods</title><style>{style}</style></head><body>{body}</body></html>".encode()


def paragraphs(texts: list[str]) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def text_of(body: str, style: str = "") -> str:
    return read_page(page_of(body, style), url="https://ledger.example/ferrow").text


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("way", WAYS)
def test_what_nobody_sees_is_no_text(way: str, place: str) -> None:
    attributes, style = WAYS[way]
    hidden = f"<div {attributes}>{paragraphs(HIDDEN)}</div>"
    told = {"told": paragraphs(TOLD), "first": paragraphs(TOLD[:2]), "rest": paragraphs(TOLD[2:])}
    assert text_of(PLACES[place].format(hidden=hidden, **told), style) == "\n".join(TOLD)


SEEN = {
    "found by a search within the page": ('hidden="until-found"', ""),
    "hidden on paper alone": ('class="story"', "@media print { .other{color:red} .story{display:none} }"),
    "hidden in a style for paper": ('class="story"', '</style><style media="print">.story{display:none}'),
    "hidden in a state": ('class="story"', ".story:empty{display:none} .story::before{display:none}"),
    "hidden within something else": ('class="story"', ".no-js .story{display:none} .closed > .story{display:none}"),
    "hidden, and shown by a later rule": ('class="story"', ".story{display:none} .x{margin:0} .story{display:block}"),
    "another class that begins alike": ('class="story-body"', ".story{display:none}"),
    "shown in spite of its class": ('class="story" style="display:block"', ".story{display:none}"),
    "placed, but on the page": ('style="position:absolute;left:-9px;width:100px;height:10px"', ""),
    "pulled a little": ('style="margin-left:-9999px"', ""),
}


@pytest.mark.parametrize("case", SEEN)
def test_what_is_seen_stays(case: str) -> None:
    attributes, style = SEEN[case]
    body = (
        f"<main><article><h1>Ferrow floods</h1><div {attributes}>{paragraphs(TOLD)}</div></article><p>Ledger</p></main>"
    )
    assert TOLD[0] in text_of(body, style)
    assert TOLD[-1] in text_of(body, style)


def test_a_page_that_shows_its_text_by_a_script_keeps_it() -> None:
    body = f"<h1>Ferrow floods</h1><article class='wait'>{paragraphs(TOLD)}</article>"
    assert text_of(body, ".wait{display:none}") == "\n".join(TOLD)


def test_the_part_behind_a_wall_is_not_told_as_the_article() -> None:
    body = f"<article><h1>Ferrow floods</h1>{paragraphs(TOLD[:2])}<div style='display: none'>{paragraphs(TOLD[2:])}</div></article>"
    assert text_of(body) == "\n".join(TOLD[:2])


def test_words_behind_what_goes_stay() -> None:
    first, second = TOLD[0][:60], TOLD[0][60:]
    body = f"<article><h1>Ferrow floods</h1><p>{first}<span class='sr-only'>opens in a new tab</span>{second}</p>{paragraphs(TOLD[1:])}</article>"
    assert text_of(body) == "\n".join(TOLD)


@pytest.mark.parametrize(
    "css",
    [
        "{",
        "}",
        ".x{display:none",
        "@media{",
        "/*",
        "display:none",
        "}}}.layer{display:none}",
        ".a{" * 5000,
        ":none" * 9000,
    ],
)
def test_whatever_a_style_holds_the_page_is_read(css: str) -> None:
    assert TOLD[0] in text_of(f"<article><h1>Ferrow floods</h1>{paragraphs(TOLD)}</article>", css)


def test_a_source_with_a_form_of_its_own_tells_nothing_that_is_hidden_either() -> None:
    body = f"<div class='text'>{paragraphs(TOLD)}<div hidden>{paragraphs(HIDDEN)}</div></div>"
    page = read_page(page_of(body), url="https://ledger.example/ferrow", profile=Profile(container=".text"))
    assert page.text == "\n".join(TOLD)
    assert not page.profile_broken
