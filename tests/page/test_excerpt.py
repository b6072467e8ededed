"""Which passages stand under a heading: of its thing, whole, within their right, each of another voice."""

from __future__ import annotations

import pytest

from scrapers.model import Affiliation, Article, Development, Rights, SnippetRule
from scrapers.page.excerpt import READ, excerpt, offered, offered_digests, quotation_digest
from scrapers.page.rights import PASSAGE
from scrapers.passage import Passage
from tests.page.world import ALIASES, article, development, tonight

HEADING = "Strike on Koravets market kills 12"
OWN = "Rescuers pulled survivors from the Koravets market hall until dusk while the harbour road stayed shut."
OTHER = (
    "Missiles hit the Koravets market hall at noon, and the governor Ana Petrov closed every school of the province."
)


def quoted(*articles: Article, headline: str = HEADING, beside: tuple[Development, ...] = ()) -> tuple[Passage, ...]:
    told = development(*articles, headline=headline)
    return excerpt(told, tonight=tonight(told, *beside), aliases=ALIASES)


def texts(*articles: Article, headline: str = HEADING) -> list[str]:
    return [passage.text for passage in quoted(*articles, headline=headline)]


def test_a_passage_names_its_outlet_and_links_its_article() -> None:
    (passage,) = quoted(article(HEADING, OWN))
    assert (passage.text, passage.source, passage.url) == (OWN, "Example Wire", article(HEADING).url)


def test_each_voice_is_quoted_once() -> None:
    found = quoted(
        article(HEADING, OWN),
        article("Koravets market hit", OTHER, by="The Post"),
        article("Koravets hit", OTHER + " x"),
    )
    assert [passage.source for passage in found].count("Example Wire") == 1
    assert {passage.source for passage in found} == {"Example Wire", "The Post"}


REFUSED = {
    "a wire that sells its words": {"rights": Rights.LINK},
    "nosnippet": {"snippet": SnippetRule(limit=0, said=("nosnippet",))},
    "a limit below the sentence": {"snippet": SnippetRule(limit=50, said=("max-snippet:50",))},
    "marked data-nosnippet": {"withheld": OWN},
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_its_publisher_refuses_is_not_quoted(case: str) -> None:
    assert texts(article(HEADING, OWN, **REFUSED[case])) == []  # type: ignore[arg-type]


def test_a_limit_above_the_sentence_lets_it_stand() -> None:
    assert texts(article(HEADING, OWN, snippet=SnippetRule(limit=len(OWN)))) == [OWN]
    assert texts(article(HEADING, OWN, snippet=SnippetRule(limit=len(OWN) - 1))) == []


def test_a_sentence_is_never_cut() -> None:
    long = f"Rescuers pulled survivors from the Koravets market hall {'and the harbour sheds ' * 12}until dusk."
    assert len(long) > PASSAGE
    assert texts(article(HEADING, long)) == []


def test_class_preview_gives_no_sentence_of_the_body_and_class_excerpt_does() -> None:
    body = f"{HEADING}.\n{OTHER}"
    assert texts(article(HEADING, text=body)) == []
    assert texts(article(HEADING, text=body, rights=Rights.EXCERPT)) == [OTHER]


NO_REPORT = {
    "a question": "Will the strike on the Koravets market bring the governors of the province to the table?",
    "the reader's feelings": "You will not believe what rescuers pulled from the Koravets market hall at dusk.",
    "the writer's": "We saw rescuers pull survivors from the Koravets market hall until dusk on Friday.",
    "a pronoun": "He said rescuers pulled survivors from the Koravets market hall until dusk on Friday.",
    "a conjunction": "But rescuers pulled survivors from the Koravets market hall until dusk on Friday.",
    "a picture": "Rescuers (pictured) pulled survivors from the Koravets market hall until dusk on Friday.",
    "an order": "Find out how rescuers pulled survivors from the Koravets market hall until dusk.",
    "a podcast": "Listen to the podcast on the rescuers who pulled survivors from the Koravets market hall.",
    "broken off": "Rescuers pulled survivors from the Koravets market hall until dusk, and the governor …",
    "cut by its publisher": "Rescuers pulled survivors from the Koravets market hall until dusk as troops loyal to the",
    "cut before what is counted": "Rescuers pulled survivors from the Koravets market hall until dusk and bodies of nine",
    "cut where lines are cut": OWN.rstrip(".") + " and the governor Ana Petrov closed schools",
    "cut behind a sentence": "Rescuers left the hall. The harbour road of the old province stayed closed",
    "cut behind a rank": "Rescuers pulled survivors from the Koravets market hall until dusk as troops loyal to Gen.",
    "marks that do not close": "Rescuers pulled “survivors from the Koravets market hall until dusk on Friday.",
    "a caption": "Rescuers at the Koravets market hall of the province on Aug. 20, 2026.",
    "a columnist": "ANA PETROV: Rescuers pulled survivors from the Koravets market hall until dusk.",
    "the headline again": HEADING + ".",
}


@pytest.mark.parametrize("case", NO_REPORT)
def test_what_is_no_report_that_stands_by_itself_is_not_quoted(case: str) -> None:
    assert texts(article(HEADING, NO_REPORT[case])) == []


STANDS = {
    "a whole line without a full stop": OWN.rstrip("."),
    "a quotation at its end": "Rescuers of the Koravets market hall said until dusk on Friday that it was “a ruin of ashes.”",
    "a bracket at its end": "Rescuers pulled survivors from the Koravets market hall (the oldest one of the province.)",
    "North is no nor": "North Koravets lost its market hall when missiles fell on the harbour road at noon on Friday.",
    "US is no us": "The US envoy to Koravets said missiles had fallen on the market hall at noon on Friday.",
    "World War I": "Shells left from World War I were found below the Koravets market hall by rescuers at dusk.",
    "whole clauses": "Missiles hit the Koravets market at noon, but the rebels of Talvor denied that they had fired them.",
}


@pytest.mark.parametrize("case", STANDS)
def test_what_stands_by_itself_is_quoted(case: str) -> None:
    assert texts(article(HEADING, STANDS[case])) == [STANDS[case]]


def test_a_dateline_and_a_label_before_the_sentence_are_not_quoted() -> None:
    assert texts(article(HEADING, f"KORAVETS, Norvia (XY) — {OWN}")) == [OWN]
    assert texts(article(HEADING, f"THE RIVER FILES | {OWN}")) == [OWN]


#: Beginnings, and what of each is a label before the sentence.
BEGINNINGS = {
    "a place in capitals": ("KORAVETS — ", ""),
    "a place in capitals with its country and day": ("KORAVETS, Norvia, Aug. 21 — ", ""),
    "an agency": ("Koravets, Norvia, March 5 (XY Wire) — ", ""),
    "an agency alone": ("(XY) – ", ""),
    "a place": ("New Koravets — ", ""),
    "a kicker": ("Exclusive: ", ""),
    "what is said of a name": ("", "Ana Petrov – the president of Norvia – said rescuers had left the market hall."),
    "whose it is": ("", "Saturday's Attack — Talvor's worst this year — killed nine people at the market hall."),
    "what is said of an alliance": ("", "NATO – the alliance – said rescuers had left the market hall of Koravets."),
    "what goes on": ("", "Ana Petrov — president of Norvia since May, said rescuers had left the market hall."),
    "four names": ("", "Ana Petrov And Marek — Rescuers of the market hall in Koravets said they had left."),
}


@pytest.mark.parametrize("case", BEGINNINGS)
def test_a_label_is_not_quoted_and_a_sentences_own_beginning_is(case: str) -> None:
    label, sentence = BEGINNINGS[case]
    sentence = sentence or OWN
    assert list(offered(article(HEADING, label + sentence), own=True)) == [sentence]


def test_a_line_that_goes_on_elsewhere_is_cut() -> None:
    cut = OWN[: OWN.index(" while")]
    assert texts(article(HEADING, cut)) == [cut]
    assert texts(article(HEADING, cut, text=f"Missiles fell at noon.\n{OWN}")) == []
    assert texts(article(HEADING, cut, text=f"{cut}.\nMissiles fell at noon.")) == [cut]
    assert texts(article(HEADING, cut, text=f"{cut}\n{OTHER}", rights=Rights.EXCERPT)) == [cut]
    assert cut not in texts(article(HEADING, text=f"{cut}\n{OTHER}", rights=Rights.EXCERPT)), "a heading in the text"


SCRIPTS = {
    "zh": (
        "救援人员在科拉维茨市场大厅里一直工作到天黑，而港口公路仍然关闭着，省长关闭了全省所有学校，许多居民已经离开了城市。",
        "。",
    ),
    "hi": ("बचावकर्मियों ने शाम तक कोरावेत्स बाज़ार हॉल से बचे लोगों को निकाला और बंदरगाह की सड़क बंद रही।", "।"),
    "ur": (
        "امدادی کارکنوں نے شام تک کوراویتس کے بازار سے زندہ بچ جانے والوں کو نکالا اور بندرگاہ کی سڑک بند رہی۔",
        "۔",
    ),
    "ar": ("انتشل رجال الإنقاذ الناجين من قاعة سوق كورافيتس حتى الغسق وبقي طريق الميناء مغلقاً.", "."),
}


@pytest.mark.parametrize("language", SCRIPTS)
def test_a_sentence_comes_to_its_end_in_every_script(language: str) -> None:
    sentence, end = SCRIPTS[language]
    assert list(offered(article("x", sentence, language=language), own=True)) == [sentence]
    assert list(offered(article("x", sentence.removesuffix(end), language=language), own=True)) == []


def test_a_sentence_that_is_cut_where_reading_ends_is_not_quoted() -> None:
    crossing = "Rescuers of the U.N. pulled survivors from the Koravets market hall at 1.30 p.m. on Friday until dusk."
    for inside in range(1, len(crossing) + 5):
        before = f"Rescuers pulled people {'and sheds ' * 200}"[: READ - inside - 3]
        found = list(offered(article(HEADING, f"{before}x. {crossing} The harbour road stayed shut."), own=True))
        assert found in ([], [crossing]), inside
    assert found == [crossing]


@pytest.mark.parametrize("rights", [Rights.PREVIEW, Rights.EXCERPT, Rights.FULL])
@pytest.mark.parametrize("label", ["", "KORAVETS, Norvia (XY) — ", "THE RIVER FILES | ", "Exclusive: "])
def test_the_check_knows_every_passage_that_may_be_quoted(label: str, rights: Rights) -> None:
    body = "\n".join(f"{OWN.replace('dusk', f'{hour} o’clock')} {OTHER}" for hour in range(9))
    told = article(HEADING, f"{label}{OWN} {OTHER}", text=f"{label}{body}", rights=rights)
    known = offered_digests(told)
    for own in (True, False):
        assert all(quotation_digest(passage) in known for passage in offered(told, own=own))
    last = body.split("\n")[-1].split(". ")[0] + "."
    assert (quotation_digest(last) in known) is (rights is not Rights.PREVIEW)


def test_two_short_sentences_stand_together() -> None:
    pair = "Rescuers pulled survivors from the Koravets market hall. The harbour road of the province stayed shut."
    assert texts(article(HEADING, pair)) == [pair]


def test_another_story_in_the_group_is_not_quoted() -> None:
    stray = article(
        "Parliament of Talvor debates a fuel tax", "Deputies in Talvor raised the fuel tax again.", by="Post"
    )
    assert texts(article(HEADING, OWN), stray) == [OWN]


def test_a_page_that_stands_under_two_headings_is_quoted_under_neither() -> None:
    page = article(HEADING, OWN, url="https://example.org/live#one")
    other = development(article("Envoy in Doha", "Talks.", by="Post", url="https://example.org/live#two"))
    assert quoted(page, beside=(other,)) == ()
    assert len(quoted(page)) == 1


def test_an_opinion_of_another_outlet_is_not_quoted_and_the_headings_own_is_labelled() -> None:
    view = article(HEADING + " | Ana Petrov", OWN, by="Post", url="https://example.org/opinion/a")
    assert quoted(article(HEADING), view) == ()
    (passage,) = quoted(view, headline=view.headline)
    assert passage.opinion


def test_state_media_keep_their_label() -> None:
    (passage,) = quoted(article(HEADING, OWN, affiliation=Affiliation.STATE))
    assert passage.label == "state media, RU"


def test_what_says_nothing_new_is_not_quoted() -> None:
    again = "A strike on the Koravets market killed 12."
    assert texts(article(HEADING, again)) == []
    assert (
        len(texts(article(HEADING, OWN), article("Koravets market hit", OWN.replace("until", "till"), by="Post"))) == 1
    )


def test_a_side_that_answers_goes_before_a_second_neutral_voice() -> None:
    heading = "Kyiv says missiles of Moscow hit the Koravets dam"
    charge = article(heading, "Kyiv said Moscow had fired nine missiles at the turbine hall of the Koravets dam.")
    neutral = article(
        "Koravets dam hit by missiles, Kyiv says",
        "Missiles broke two sluices of the Koravets dam, Kyiv says, and flooded orchards, cellars and a railway.",
        by="Neutral Post",
    )
    answer = article(
        "Koravets dam missiles: Moscow denies charge of Kyiv",
        "Moscow denied that it had fired missiles at the Koravets dam and blamed Ukrainian sappers instead.",
        by="Answer Times",
    )
    found = [passage.source for passage in quoted(charge, neutral, answer, headline=heading)]
    assert "Answer Times" in found


def test_a_passage_in_another_language_stands_with_its_language_where_no_english_report_does() -> None:
    polish = article(
        "Atak na targ w Koravets",
        "Ratownicy wyciągali ocalałych z hali targowej w Koravets do zmroku, a droga do portu była zamknięta.",
        by="Gazeta",
        language="pl",
    )
    (passage,) = quoted(polish, headline=polish.headline)
    assert passage.language == "pl"
    assert [p.source for p in quoted(article(HEADING, OWN), polish)] == ["Example Wire"]


def test_the_order_of_the_articles_does_not_matter() -> None:
    articles = (article(HEADING, OWN), article("Koravets market hit", OTHER, by="Post"))
    assert quoted(*articles) == quoted(*reversed(articles))


OVERTAKEN = {
    "what was to come": "Judges in Koravets will decide on Friday whether the market hall may be searched by the army.",
    "an earlier toll": "Nine people were killed and a hall burnt down when missiles fell on the Koravets market at noon.",
}


@pytest.mark.parametrize("case", OVERTAKEN)
def test_what_the_heading_has_overtaken_is_not_quoted_of_an_older_report(case: str) -> None:
    own = article(HEADING, OWN, hour=18)
    older = article("Koravets market hall hit by missiles", OVERTAKEN[case], by="Post", hour=9)
    newer = article("Koravets market hall hit by missiles", OVERTAKEN[case], by="Post", hour=18)
    assert "Post" not in [passage.source for passage in quoted(own, older)]
    assert "Post" in [passage.source for passage in quoted(own, newer)]


def test_nothing_is_offered_that_is_longer_than_its_publisher_allows() -> None:
    pair = "Rescuers pulled survivors from the Koravets market hall. The harbour road of the province stayed shut."
    for limit in range(len(pair) + 2):
        found = list(offered(article(HEADING, pair, OTHER, snippet=SnippetRule(limit=limit)), own=True))
        assert all(len(passage) <= limit for passage in found)
    assert pair in found


def test_a_report_of_another_matter_is_not_quoted_however_much_it_tells() -> None:
    stray = article(
        "Parliament of Talvor debates a fuel tax",
        "Deputies of three parties voted down a levy on diesel, and lorry drivers lifted their blockade of a refinery.",
        by="Post",
    )
    assert texts(stray, headline=stray.headline) != [], "it could be quoted under a heading of its own"
    assert texts(article(HEADING, OWN), stray) == [OWN]


def test_copies_of_one_wires_story_are_one_voice() -> None:
    copies = [
        article("Koravets market hit", text, by=by, origin="North Wire")
        for by, text in (("The Post", OTHER), ("Evening Times", OWN))
    ]
    assert len(quoted(*copies, headline=copies[0].headline)) == 1


def test_a_row_of_a_table_is_never_quoted_and_what_stands_round_it_is() -> None:
    said = "Shelling killed four people in the port of Tolmet on Friday, the harbour authority said."
    row = "Tolmet | Four people were killed in the port on Friday, the harbour authority of Tolmet said. | 30"
    told = article("Four killed in Tolmet", rights=Rights.FULL, text=f"{said}\n{row}\n{said[:-1]} at noon.")
    assert any("Shelling killed four" in passage for passage in offered(told, own=True))
    assert not any(
        "|" in passage or "Four people were killed in the port" in passage for passage in offered(told, own=True)
    )
    assert quotation_digest(
        "Four people were killed in the port on Friday, the harbour authority of Tolmet said."
    ) not in (offered_digests(told))
