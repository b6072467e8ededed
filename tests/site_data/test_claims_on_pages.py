"""Who says what, by side; and one plain line where only one side was heard."""

from __future__ import annotations

import pytest

from plugins.claims import who_says_what
from plugins.parties import PARTIES
from plugins.sides import NAMES, listed, possessive, side_heading, side_name
from scrapers.nations import NATIONS
from tests.desk import DESK
from tests.site_data.days import POST, RADIO, claim


def words(node) -> str:
    return " ".join(node.get_text(" ").split())


def statements(*lines):
    told = who_says_what([*lines, claim(side="Selm Front", speaker="the Front", words="No", direct=True)])
    return [
        (each.speaker, each.verb, each.words)
        for side in told.sides
        if side.code == "Astria"
        for each in side.statements
    ]


def test_every_country_of_the_night_has_the_same_name_on_the_site():
    for name, code in NATIONS.values():
        assert side_name(code).removeprefix("the ") == name


@pytest.mark.parametrize(
    ("code", "name", "heading", "owner"),
    [
        ("UA", "Ukraine", "Ukraine", "Ukraine’s"),
        ("US", "the United States", "The United States", "the United States’"),
        ("Hamas", "Hamas", "Hamas", "Hamas’"),
        ("RSF", "the Rapid Support Forces", "The Rapid Support Forces", "the Rapid Support Forces’"),
        ("ZZ", "ZZ", "ZZ", "ZZ’s"),
    ],
)
def test_a_side_is_called_by_its_name(code, name, heading, owner):
    assert (side_name(code), side_heading(code), possessive(side_name(code))) == (name, heading, owner)


def test_no_code_has_an_empty_name():
    assert all(NAMES.values())


def test_names_are_listed_as_in_prose():
    assert [listed(names) for names in ([], ["A"], ["A", "B"], ["A", "B", "C"])] == ["", "A", "A and B", "A, B and C"]


def test_the_most_definite_statements_come_first_and_three_are_shown():
    plain, hedged, own = (
        claim(verb="denied"),
        claim(speaker="B", words="Maybe", direct=True, hedged=True),
        claim(speaker="C", words="Yes", direct=True),
    )
    assert statements(plain, hedged, own, claim(speaker="D", verb="denied"), claim(speaker="E", verb="denied")) == [
        ("C", "said", "Yes"),
        ("B", "said", "Maybe"),
        ("Astria's army", "denied", None),
    ]


def test_a_name_without_a_word_said_is_not_told_unless_it_denies():
    assert statements(claim(words="Yes", direct=True), claim(speaker="B")) == [("Astria's army", "said", "Yes")]
    assert statements(claim(speaker="B", verb="denied")) == [("B", "denied", None)]
    assert who_says_what([claim(speaker="B"), claim(side="Selm Front", words="No", direct=True)]) is None


def test_only_a_speakers_own_words_are_shown_and_no_more_than_any_class_allows():
    long = "Seventeen words " + "or rather many more than that " * 3
    lines = [
        claim(speaker="B", words="That they had left"),
        claim(speaker="C", words=long, direct=True),
        claim(verb="denied"),
    ]
    assert statements(*lines) == [("Astria's army", "denied", None)]


def test_one_speaker_does_not_take_all_of_a_sides_room():
    lines = [claim(words=f"Number {n}", direct=True, id=str(n)) for n in range(4)]
    assert len(statements(*lines, claim(), claim(speaker="B", verb="denied"))) == 3
    assert statements(*lines, claim(), claim(speaker="B", verb="denied"))[-1] == ("B", "denied", None)


def test_the_same_words_of_two_outlets_are_one_statement():
    lines = [
        claim(words="We left the old port.", direct=True),
        claim(words="we left the old port", direct=True, source="B", url=POST),
    ]
    told = who_says_what([*lines, claim(side="Selm Front", verb="denied")])
    (each,) = told.sides[0].statements
    assert [outlet.source for outlet in each.outlets] == ["Example Wire", "B"]


def test_many_sides_are_named_when_they_are_not_shown():
    lines = [claim(side=code, id=code, words=code, direct=True) for code in ("UA", "RU", "US", "FR", "PL", "DE")]
    told = who_says_what([*lines, claim(side="SE", id="SE")])
    assert [side.code for side in told.sides] == ["UA", "RU", "US", "FR"]
    assert told.others == "Poland, Germany and Sweden"


def test_what_stands_together_in_a_conflict_is_one_column_and_third_parties_come_last():
    codes = ("US", "Hamas", "IL", "PS")
    told = who_says_what([claim(side=code, id=code, conflict="gaza", words=code, direct=True) for code in codes])
    assert [[side.code for side in column] for column in told.columns] == [["Hamas", "PS"], ["IL"], ["US"]]


ONLY_UA = "In what we read, only Ukraine’s side is quoted."
ONLY_UA_OF = "In what we read, Ukraine’s is the only side of the conflict that is quoted."
WAR = {"conflict": "ukraine", "side": "UA", "speaker": "Kyiv's army"}
ONE_SIDE = {
    "only one side": ([{}], [], ONLY_UA),
    "one side and residents": ([{}, {"side": None, "speaker": "two residents"}], [], ONLY_UA_OF),
    "one side and the United Nations": ([{}, {"side": None, "speaker": "the UN mission"}], [], ONLY_UA_OF),
    "one side and a third state": ([{}, {"side": "US"}], [], ONLY_UA_OF),
    "both sides": ([{}, {"side": "RU"}], [], None),
    "one side and an army that may be the other's": ([{}, {"side": None, "speaker": "the army"}], [], None),
    "one side and a name": ([{}, {"side": None, "speaker": "Ivan Petrov"}], [], None),
    "one side and media run by somebody": ([{}, {"side": None, "speaker": "army-run media"}], [], None),
    "one side and somebody": ([{}, {"side": None, "speaker": None}], [], None),
    "one side, and the other's state media": ([{}], ["state media, RU"], None),
    "one side, and its own state media": ([{}], ["state media, UA", "international organisation", None], ONLY_UA),
    "one side and a nation's doctors": ([{}, {"side": "RU", "speaker": "Russian doctors"}], [], ONLY_UA_OF),
    "both sides, one at the United Nations": ([{}, {"side": "RU", "speaker": "Russia's envoy to the UN"}], [], None),
    "only a third state": ([{"side": "PL"}], [], None),
    "nobody of a side": ([{"side": None, "speaker": "residents"}], [], None),
    "no conflict": ([{"conflict": None}], [], None),
    "nothing": ([], [], None),
    "two codes of one side": (
        [{"conflict": "gaza", "side": "Hamas"}, {"conflict": "gaza", "side": "PS"}],
        [],
        "In what we read, Palestine’s is the only side of the conflict that is quoted.",
    ),
    "a conflict that an operator added": ([{"conflict": "quiet-war", "side": "Astria"}], [], "In what we read, only Astria’s side is quoted."),
    "a conflict without sides that have codes": ([{"conflict": "mexico", "side": "US"}], [], None),
}  # fmt: skip


@pytest.mark.parametrize("case", ONE_SIDE)
def test_where_only_one_side_has_spoken_a_line_says_so_and_only_where_that_is_sure(case):
    fields, labels, said = ONE_SIDE[case]
    told = who_says_what([claim(**{**WAR, **each}) for each in fields], labels)
    assert (told.only if told else None) == said


def test_every_conflict_with_sides_is_a_topic():
    slugs = {path.stem for path in (DESK / "topics").glob("*.md")}
    assert set(PARTIES) <= slugs
    assert all(len(sides) != 1 for sides in PARTIES.values())


def test_two_who_only_deny_say_nothing_to_each_other():
    assert who_says_what([claim(verb="denied"), claim(side="B", verb="denied")]) is None


# --- the page


def test_the_sides_stand_between_the_sentences_and_the_citations(site):
    section = site.page("2024/12/29/").find(id="aaa111").parent
    sides = section.find("section", class_="sides")
    assert [words(h) for h in sides.find_all(["h3", "h4"])] == ["Who says what", "Astria", "Selm Front"]
    assert sides.find_previous_sibling(class_="prose") is not None
    assert sides.find_next_sibling("details") is not None
    assert [words(li) for li in sides.find_all("li")] == [
        "Ana Vesna , defence minister of Astria, said: We were not there – Example Wire",
        "Ana Vesna , defence minister of Astria, said: Not us at all – Radio Example",
        "Astria's army (denied) – Example Wire",
        "The Selm Front said: They struck the port – Radio Example",
    ]
    assert sides.q.get_text() == "We were not there"
    assert [link["href"] for link in sides.find_all("a")][1] == RADIO + "a"


def test_a_claim_without_a_certain_speaker_is_not_shown(site):
    assert "nobody knows" not in site.text("2024/12/29/index.html")
    assert "nobody knows" in site.text("2024/12/29/claims.ndjson")


def test_pages_say_where_only_one_side_was_heard(site):
    of_day = site.page("2024/12/29/")
    assert (
        words(of_day.find(id="bbb222").parent.find(class_="one-side"))
        == "In what we read, only Astria’s side is quoted."
    )
    assert of_day.find(id="ddd444").parent.find(class_=["one-side", "sides"]) is None
    before = site.page("2024/12/28/").find(class_="one-side")
    assert words(before) == "In what we read, only the United States’ side is quoted."
