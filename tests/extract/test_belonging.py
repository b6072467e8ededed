"""Another text is never told as an article's: walls, soft 404, front pages, galleries, comments, in the makes of `makes`.

No word list is behind it, so what holds for one make and language is asked of every other.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import pytest

from scrapers.extract.belonging import NOT_THE_ARTICLE, PAGES, Asked, in_address, judged, led_away, telling
from scrapers.extract.page import read_page
from scrapers.model import Entry
from scrapers.outcome import Result
from tests.extract import makes
from tests.extract.makes import COMMENTS, GALLERIES, SOFT_404, WALLS, Told, article, page, paragraphs, whole

FRONT = "https://ledger.example/"


@dataclass(frozen=True)
class Case:
    """A page of the night, what it is, and whether its article's text stands on it."""

    kind: str
    told: Told
    body: str
    final_url: str
    has_article: bool


def case(kind: str, told: Told, body: str, *, final_url: str = "", has_article: bool = False) -> Case:
    return Case(kind, told, body, final_url or told.url, has_article)


def cases() -> Iterator[Case]:
    for number in range(60):
        yield case("good", article(number), whole(article(number)), has_article=True)
    others = iter(range(60))
    for kind, make in (WALLS | SOFT_404).items():
        told = article(next(others))
        yield case(kind, told, make(told))
    for _ in range(2):
        told = article(next(others))
        yield case("front page", told, makes.front([article(n) for n in range(60)]), final_url=FRONT)
    for kind in GALLERIES:
        told = article(next(others))
        yield case(f"pictures as {kind}", told, makes.with_gallery(told, kind), has_article=True)
    for kind in COMMENTS:
        told = article(next(others))
        yield case(f"comments as {kind}", told, makes.with_comments(told, kind), has_article=True)


def asked(case: Case, source: str = "Ledger") -> Asked:
    told = case.told
    return Asked(
        source=source,
        entry=Entry(url=told.url, guid=told.url, headline=told.headline, summary=told.summary),
        final_url=case.final_url,
        reading=read_page(case.body.encode(), url=case.final_url),
    )


CASES = list(cases())
READ = [asked(each) for each in CASES]


def right(case: Case, read: Asked) -> bool:
    (found,) = judged([read])
    return found.text == "\n".join(case.told.paragraphs) if case.has_article else not found.text


def test_of_a_night_of_pages_none_is_told_that_is_another_and_none_is_lost() -> None:
    for each, found in zip(CASES, judged(READ), strict=True):
        if each.has_article:
            assert found.text == "\n".join(each.told.paragraphs), each.kind
        else:
            assert (found.result, found.text) == (Result.NO_TEXT, ""), each.kind
            assert found.detail, each.kind


@pytest.mark.parametrize("at", range(60, len(CASES)), ids=[each.kind for each in CASES[60:]])
def test_each_is_told_apart_by_itself_too(at: int) -> None:
    """A source may have a single page tonight."""
    assert right(CASES[at], READ[at])


NAMES = (
    'id="qc-cmp2-container" class="qc-cmp-cleanslate"', 'id="didomi-popup"', 'class="fc-consent-root"',
    'id="truste_overlay"', 'class="cky-modal"', 'id="onetrust-consent-sdk"', 'id="CybotCookiebotDialog"',
    'class="privacy-layer" id="cc"', 'class="BorlabsCookie"', 'class="x-a8f3"', 'class="modal fade show"',
    'class="tp-modal"', 'aria-label="x" class="x-a8f3"',
)  # fmt: skip
TEXTS = {
    "English": makes._CONSENT, "German": makes._GERMAN, "French": makes._FRENCH, "an offer": makes._OFFER,
    "an account": makes._LETTER, "a blocker": makes._BLOCKER,
    "Ukrainian": ["Ми та наші партнери зберігаємо відомості на вашому пристрої, щоб показувати рекламу за вподобаннями.",
                  "Ви можете погодитися або змінити вибір будь-коли у налаштуваннях унизу кожної сторінки нашого сайту."],
    "Japanese": ["当社と提携企業は、お客様に合った広告を表示するため、端末に情報を保存し、これを読み取ることがあります。",
                 "同意するか、下のボタンから設定を変更できます。設定はいつでもページの下部から変更することができます。"],
}  # fmt: skip
PLACES = {
    "above all": "{layer}<main><article><h1>{headline}</h1><div class='body'>{told}</div></article></main>",
    "below all": "<main><article><h1>{headline}</h1><div class='body'>{told}</div></article></main>{layer}",
    "in the article": "<main><article><h1>{headline}</h1>{layer}<div class='body'>{told}</div></article></main>",
    "without elements that mean anything": "<div><div>{layer}</div><div><h1>{headline}</h1><div>{told}</div></div></div>",
}


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("language", TEXTS)
def test_a_layer_beside_an_article_is_never_its_text(language: str, place: str) -> None:
    for name in NAMES:
        for number in (0, 1, 2):  # two to four paragraphs
            told = article(number)
            layer = f"<div {name}><h2>Info</h2>{paragraphs(TEXTS[language])}<button>OK</button></div>"
            body = PLACES[place].format(layer=layer, headline=told.headline, told=paragraphs(told.paragraphs))
            read = read_page(page(body, title=told.headline).encode(), url=told.url)
            assert read.text == "\n".join(told.paragraphs), name


def test_an_article_that_speaks_of_consent_and_advertising_is_one() -> None:
    """What a layer says is news where the headline says so."""
    told = Told(
        "Regulator fines carrier over cookies and consent",
        "",
        ("The regulator fined the carrier because its partners stored cookies on devices before anybody had agreed.",
         "Personal data of two million readers went to advertising partners, and their consent was never asked for."),
        "https://ledger.example/2026/11/30/regulator-fines-carrier-over-cookies",
    )  # fmt: skip
    assert read_page(whole(told).encode(), url=told.url).text == "\n".join(told.paragraphs)


def test_a_wall_that_fits_an_entry_by_a_chance_word_is_known_by_its_other_pages() -> None:
    wall = ["Support the harbour press: each mark pays for a night in which somebody stands on the quay and looks."]
    those = [case("wall", article(n), page(f"<main>{paragraphs(wall)}</main>", title=article(n).headline))
             for n in (14, 20, 25, 31)]  # fmt: skip
    chance = replace(
        those[0],
        told=replace(article(0), headline="Harbour press is shelled", summary="", url="https://ledger.example/n/1"),
    )
    chance = replace(
        chance,
        final_url=chance.told.url,
        body=page(f"<main>{paragraphs(wall)}</main>", title="Harbour press is shelled"),
    )
    alone = judged([asked(chance)])[0]
    among = judged([asked(chance), *map(asked, those)])[0]
    assert alone.text
    assert not among.text
    assert str(len(those) + 1) in among.detail
    elsewhere = judged([asked(chance), *(asked(each, source="Courier") for each in those)])[0]
    assert elsewhere.text, "another outlet's pages say nothing of this one's"


def test_what_an_outlet_says_again_in_every_report_of_one_war_is_kept() -> None:
    background = "Tolmet has been under fire since the river war began in the spring, and half of its people have left."
    pages = []
    for number in range(PAGES + 2):
        told = article(number * len(makes.PLACES))  # other events of one place
        told = (
            replace(told, paragraphs=(*told.paragraphs, background))
            if number
            else replace(told, paragraphs=(background,))
        )
        pages.append(case("good", told, whole(told)))
    assert all(background in found.text for found in judged([asked(each) for each in pages]))


@pytest.mark.parametrize(
    ("final", "title", "held"),
    [
        ("https://ledger.example/", "The news of the river", False),
        ("https://ledger.example/2026/11/", "November", False),
        ("https://m.ledger.example/en", "All news", False),
        ("https://ledger.example/2026/11/30/tolmet-shelling-7", "", True),  # it moved
        ("https://www.ledger.example/a/12345", "", True),
    ],
)
def test_a_page_above_its_address_is_a_list_and_one_beside_it_the_article(final: str, title: str, held: bool) -> None:
    told = article(0)
    body = whole(told).replace(told.headline, title) if title else whole(told)
    (found,) = judged([asked(case("moved", told, body, final_url=final))])
    assert bool(found.text) is held
    assert held or found.detail.startswith(NOT_THE_ARTICLE)


def test_what_is_no_article_gives_nothing_but_its_rules() -> None:
    """Neither a canonical address nor a preview of a wall is the article's; what it forbids still holds."""
    told = article(0)
    wall = page(
        f"<div>{paragraphs(makes._OFFER)}</div>",
        title=told.headline,
        head='<link rel="canonical" href="https://ledger.example/offer"><meta name="robots" content="nosnippet">'
        '<meta property="og:description" content="Read all that our correspondents send from the field.">',
    )
    (found,) = judged([asked(case("wall", told, wall))])
    assert not found.text
    assert (found.canonical, found.previews, found.title) == (None, (), None)
    assert found.snippet.limit == 0


def test_telling_words_know_scripts_and_addresses() -> None:
    assert telling("The people said that it was time") == frozenset()
    assert telling("Nine dead") & telling("nine people are dead") == {"nine", "dead"}
    assert telling("미사일을 발사") & telling("미사일이 떨어졌다")
    assert telling("弾道ミサイル発射") & telling("北朝鮮がミサイルを")
    assert in_address("https://a.example/2026/11/30/shelling-at-tolmet-port-1234.html") == telling(
        "shelling Tolmet port"
    )
    for without in ("https://a.example/", "https://a.example/news/12345", "https://a.example/%FF", "https://[bad/x-y"):
        assert in_address(without) == frozenset()


def test_a_page_in_other_letters_than_its_address_is_not_judged_by_it() -> None:
    text = ["Обстріл зернового порту тривав третю ніч, і два з чотирьох причалів закрили до кінця листопада."] * 1
    body = page(f"<main><h1>Третя ніч обстрілу порту</h1>{paragraphs(text)}</main>", title="Третя ніч обстрілу порту")
    assert read_page(body.encode(), url="https://ledger.example/tretia-nich-obstrilu").text == text[0]


def test_below_a_headline_that_tells_of_nothing_nothing_is_a_stranger() -> None:
    """An edition's headline shares no word with its reports, and its footer none either."""
    reports = [article(n).paragraphs[0] for n in range(0, 60, 7)]
    body = (
        "<header><h1>Our Edition No 412</h1></header><main><div class='all'>" + paragraphs(reports) + "</div></main>"
        "<div class='end'><p>Written, set and printed by the four of us above the chandler's shop at the landing.</p></div>"
    )
    read = read_page(page(body, title="Our Edition No 412").encode(), url="https://ledger.example/412")
    assert all(each in read.text for each in reports)


@pytest.mark.parametrize(
    ("asked", "final", "away"),
    [
        ("https://l.example/2026/11/30/port", "https://l.example/", True),
        ("https://l.example/a", "https://www.l.example", True),
        ("https://l.example/a", "https://l.example/login?next=/a", True),
        ("https://l.example/a", "https://id.l.example/auth?client=7&return=https%3A%2F%2Fl.example%2Fa&x=1", True),
        ("https://l.example/a?id=3", "https://l.example/signin?back=/a?id=3", True),
        ("https://l.example/a", "https://l.example/b?from=/abc", False),
        ("https://l.example/a", "https://l.example/a", False),
        ("http://l.example/a/amp", "https://l.example/a", False),
        ("https://l.example/", "https://l.example/en/", False),
        ("https://l.example/a", "https://[bad", False),
    ],
)
def test_a_front_page_and_a_gate_are_known_by_where_the_way_led(asked: str, final: str, away: bool) -> None:
    assert bool(led_away(asked, final)) is away
