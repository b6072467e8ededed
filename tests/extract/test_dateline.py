"""The first words of a text: where, for whom and when it was written."""

from __future__ import annotations

from datetime import date

import pytest

from scrapers.extract.dateline import dateline
from scrapers.extract.initials import are_initials, without_initials
from scrapers.extract.window import window
from scrapers.extract.writtendate import month

PUBLISHED = date(2024, 12, 5)


def on(month_: int, day: int, year: int = 2024) -> date:
    return date(year, month_, day)


#: written: (place, agency, date, the rest)
DATELINES = {
    # agencies, in English
    "KYIV, March 5 (Reuters) — Shops opened.": ("Kyiv", "Reuters", on(3, 5), "Shops opened."),
    "KYIV, Dec 4 (Reuters) - Shops opened.": ("Kyiv", "Reuters", on(12, 4), "Shops opened."),
    "WASHINGTON/KYIV, Jan 5 (Reuters) - Shops opened.": ("Washington/Kyiv", "Reuters", on(1, 5), "Shops opened."),
    "BEIRUT/THE HAGUE, March 7 (Reuters) - A": ("Beirut/The Hague", "Reuters", on(3, 7), "A"),
    "March 4 (Reuters) - Futures fell.": (None, "Reuters", on(3, 4), "Futures fell."),
    "(Reuters) - Futures fell.": (None, "Reuters", None, "Futures fell."),
    "Brussels, Belgium (AFP) Dec 3, 2024": ("Brussels, Belgium", "AFP", on(12, 3), ""),
    "Brussels, Belgium (AFP) Dec 3, 2024 Ministers met.": ("Brussels, Belgium", "AFP", on(12, 3), "Ministers met."),
    "JERUSALEM, Oct. 9, 2023 (AFP) - Ministers met.": ("Jerusalem", "AFP", on(10, 9, 2023), "Ministers met."),
    "Tokyo (AFP) Nov 29, 2024": ("Tokyo", "AFP", on(11, 29), ""),
    "AFP, MANILA": ("Manila", "AFP", None, ""),
    "DOHA, Qatar (AP) — Talks went on.": ("Doha, Qatar", "AP", None, "Talks went on."),
    "KHAN YOUNIS, Gaza Strip (AP) — Talks went on.": ("Khan Younis, Gaza Strip", "AP", None, "Talks went on."),
    "UNITED NATIONS (AP) — Talks went on.": ("United Nations", "AP", None, "Talks went on."),
    "N'DJAMENA, Chad (AP) — Talks went on.": ("N'Djamena, Chad", "AP", None, "Talks went on."),
    "TEL AVIV, Israel (AP) _ Talks went on.": ("Tel Aviv, Israel", "AP", None, "Talks went on."),
    "DEIR AL-BALAH, Gaza Strip (AP) — Talks.": ("Deir al-Balah, Gaza Strip", "AP", None, "Talks."),
    "PORT-AU-PRINCE, Haiti (AP) — Talks.": ("Port-au-Prince, Haiti", "AP", None, "Talks."),
    "Mariupol, Ukraine (AP) — Talks.": ("Mariupol, Ukraine", "AP", None, "Talks."),
    "WASHINGTON, D.C. (AP) — Talks.": ("Washington, D.C", "AP", None, "Talks."),
    "Kyiv, Ukraine CNN — Talks.": ("Kyiv, Ukraine", "CNN", None, "Talks."),
    "CNN — Talks.": (None, "CNN", None, "Talks."),
    "GAZA, May 12 (Xinhua) -- At least two": ("Gaza", "Xinhua", on(5, 12), "At least two"),
    "NEW DELHI, Dec 1 (PTI) The house met.": ("New Delhi", "PTI", on(12, 1), "The house met."),
    # state and other agencies, each in its own fashion
    "Port Sudan, 12 May 2023 (SUNA)": ("Port Sudan", "SUNA", on(5, 12, 2023), ""),
    "Port Sudan, 12 May 2023 (SUNA) - The minister": ("Port Sudan", "SUNA", on(5, 12, 2023), "The minister"),
    "Port Sudan May 12 (SUNA)- The minister": ("Port Sudan", "SUNA", on(5, 12), "The minister"),
    "RAMALLAH, Friday, May 12, 2023 (WAFA) – The": ("Ramallah", "WAFA", on(5, 12, 2023), "The"),
    "Tehran, IRNA – The minister": ("Tehran", "IRNA", None, "The minister"),
    "Damascus, SANA- The minister": ("Damascus", "SANA", None, "The minister"),
    "ANKARA (AA) - The minister": ("Ankara", "Anadolu Agency", None, "The minister"),
    "MOSCOW, December 3. /TASS/. The ministry said.": ("Moscow", "TASS", on(12, 3), "The ministry said."),
    "МОСКВА, 3 дек - РИА Новости. Глава МИД": ("Москва", "RIA Novosti", on(12, 3), "Глава МИД"),
    "МОСКВА, 3 декабря. /ТАСС/. Глава МИД": ("Москва", "TASS", on(12, 3), "Глава МИД"),
    "КИЕВ, 5 марта (Рейтер) — Армия": ("Киев", "Reuters", on(3, 5), "Армия"),
    "Київ. 5 березня. УНІАН. Армія": ("Київ", "UNIAN", on(3, 5), "Армія"),
    "新华社北京3月5日电 报道": ("北京", "Xinhua", on(3, 5), "报道"),
    "【カイロ共同】エジプト": ("カイロ", "Kyodo", None, "エジプト"),
    "【エルサレム＝山田花子】会談": ("エルサレム", None, None, "会談"),
    "(서울=연합뉴스) 회담이": ("서울", "Yonhap", None, "회담이"),
    "القاهرة (رويترز) - قال": ("القاهرة", "Reuters", None, "قال"),
    # other languages
    "Berlin (dpa) - Die Lage.": ("Berlin", "dpa", None, "Die Lage."),
    "Berlin/Kiew (dpa/epd) – Die Lage.": ("Berlin/Kiew", "dpa", None, "Die Lage."),
    "BERLIN, 3. Mai (Reuters) - Die Lage.": ("Berlin", "Reuters", on(5, 3), "Die Lage."),
    "Wien (APA) – Die Lage.": ("Wien", "APA", None, "Die Lage."),
    "Berlin. Die Lage ist ernst.": ("Berlin", None, None, "Die Lage ist ernst."),
    "Kiew – Die Lage ist ernst.": ("Kiew", None, None, "Die Lage ist ernst."),
    "PARIS, 4 mars (Reuters) - La séance": ("Paris", "Reuters", on(3, 4), "La séance"),
    "Madrid, 3 may (EFE).- El presidente": ("Madrid", "EFE", on(5, 3), "El presidente"),
    "(ANSA) - ROMA, 03 MAG - Il presidente": ("Roma", "ANSA", on(5, 3), "Il presidente"),
    "Lisboa, 03 mai 2024 (Lusa) – O governo": ("Lisboa", "Lusa", on(5, 3), "O governo"),
    "Warszawa, 12 lutego (PAP) - Rząd": ("Warszawa", "PAP", on(2, 12), "Rząd"),
    # no agency
    "GAZA CITY — Families came back.": ("Gaza City", None, None, "Families came back."),
    "LONDON -- Families came back.": ("London", None, None, "Families came back."),
    "Beirut, Lebanon – Families came back.": ("Beirut, Lebanon", None, None, "Families came back."),
    "NAIROBI/GENEVA, 12 May 2023 – The agency": ("Nairobi/Geneva", None, on(5, 12, 2023), "The agency"),
    "ISLAMABAD: The cabinet met.": ("Islamabad", None, None, "The cabinet met."),
    "SEOUL, South Korea — Families came back.": ("Seoul, South Korea", None, None, "Families came back."),
    "MEXICO CITY — Families came back.": ("Mexico City", None, None, "Families came back."),
    "ZAPORIZHZHIA, Ukraine — Families came back.": ("Zaporizhzhia, Ukraine", None, None, "Families came back."),
    "VILLAGE OF ALDERMOOR — Families came back.": ("Village of Aldermoor", None, None, "Families came back."),
    "Goma, 14 February 2023 – Families came back.": ("Goma", None, on(2, 14, 2023), "Families came back."),
    "Khartoum, 15-4-2023 (SUNA) - The council": ("Khartoum", "SUNA", on(4, 15, 2023), "The council"),
}

NO_DATELINES = (
    "UPDATE: The army said",
    "BREAKING — The army said",
    "NATO — the alliance — said on Monday that it would meet.",
    "The army — which had said nothing — left.",
    "Trump said: We go.",
    "Ministers met on Tuesday, Dec. 3, and said that nothing was agreed.",
    "In Kyiv, March 5 was a calm day.",
    "WATCH — the video",
    "On Dec. 28 - the day of the talks - shops opened.",
    "“Kyiv — our city”, he said.",
    "EXCLUSIVE: a letter",
    "What happened? — An overview",
    "Shops opened (as Reuters reported) on Monday.",
    "OPINION — It is late.",
    "A man (42) was hurt.",
    "",
    "—",
    "(AFP",
)


@pytest.mark.parametrize("written", DATELINES)
def test_reads_the_dateline_and_cuts_it(written: str) -> None:
    found = dateline(written, published=PUBLISHED)
    assert found is not None
    line, rest = found
    assert (line.place, line.agency, line.date, rest) == DATELINES[written]


def test_there_are_sixty_datelines_or_more() -> None:
    assert len(DATELINES) >= 60


@pytest.mark.parametrize("written", NO_DATELINES)
def test_takes_no_sentence_for_a_dateline(written: str) -> None:
    assert dateline(written, published=PUBLISHED) is None


def test_a_date_without_a_year_is_unknown_where_the_page_gives_none() -> None:
    found = dateline("KYIV, March 5 (Reuters) — Shops opened.")
    assert found is not None
    assert found[0].date is None


def test_a_date_without_a_year_lies_before_the_page_was_published() -> None:
    found = dateline("KYIV, Dec 30 (Reuters) — Shops opened.", published=date(2025, 1, 2))
    assert found is not None
    assert found[0].date == date(2024, 12, 30)


@pytest.mark.parametrize("word", ["march", "Mariupol", "Decision", "mayor", "Septic", "augur", "maintenant"])
def test_only_months_are_months(word: str) -> None:
    assert (month(word) is not None) == (word == "march")


INITIALS = {
    "del/ec/cw/gv": True,
    "bur-dl/jj": True,
    "amw": True,
    "(ab/cd)": True,
    "KYIV": False,
    "The end.": False,
    "2/3": False,
    "and/or we go": False,
}


@pytest.mark.parametrize("line", INITIALS)
def test_knows_the_desks_initials(line: str) -> None:
    assert are_initials(line) is INITIALS[line]


def test_initials_behind_the_last_sentence_are_cut() -> None:
    assert without_initials("Kyiv called on allies. del/ec/cw") == "Kyiv called on allies."
    assert without_initials("It was an and/or question") == "It was an and/or question"


#: line: (first, last)
WINDOWS = {
    "Key developments on Dec. 28 – 29:": (on(12, 28), on(12, 29)),
    "Key developments on Dec. 28-29": (on(12, 28), on(12, 29)),
    "The war from Nov. 30 to Dec. 1": (on(11, 30), on(12, 1)),
    "28–29 November 2024": (on(11, 28), on(11, 29)),
    "Vom 28. bis 29. November": (on(11, 28), on(11, 29)),
    "30. November bis 1. Dezember 2024": (on(11, 30), on(12, 1)),
    "Key developments on Nov. 29:": (on(11, 29), on(11, 29)),
    "Главное за 28-29 ноября": (on(11, 28), on(11, 29)),
    "Lo más importante del 28 al 29 de noviembre": (on(11, 28), on(11, 29)),
    "What we know on day 316": None,
    "Chapters 28 – 29 of the report": None,
    "Between March 5 and 90% of the vote": (on(3, 5), on(3, 5)),
}


@pytest.mark.parametrize("line", WINDOWS)
def test_reads_the_days_that_a_round_up_covers(line: str) -> None:
    published = date(2025, 1, 1) if "Dec" in line and "Nov" not in line else PUBLISHED
    assert window(line, published=published) == WINDOWS[line]


def test_a_window_may_lie_across_the_new_year() -> None:
    assert window("Dec. 30 – Jan. 1", published=date(2025, 1, 2)) == (date(2024, 12, 30), date(2025, 1, 1))


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("SANA'A, Yemen (AP) — Text that goes on.", "Sana'a, Yemen"),
        ("MA'RIB, Nov. 30 — Text that goes on.", "Ma'rib"),
        ("L'VIV, Ukraine — Text that goes on.", "L'viv, Ukraine"),
        ("L’VIV, Ukraine — Text that goes on.", "L’viv, Ukraine"),
        ("L'AQUILA, Italy (AP) — Text that goes on.", "L'Aquila, Italy"),
        ("Sana'a — Text that goes on.", "Sana'a"),
        ("Sana’a – Text that goes on.", "Sana’a"),
        ("SANA‘A, Yemen — Text that goes on.", "Sana‘a, Yemen"),
        ("Ma’rib – Text that goes on.", "Ma’rib"),
        ("(Sana'a) – Text that goes on.", "Sana'a"),
        ("(Beirut/Baghdad) - Text that goes on.", "Beirut/Baghdad"),
        ("N'DJAMENA, Chad — Text that goes on.", "N'Djamena, Chad"),
        ("(Beirut) – Text that goes on.", "Beirut"),
        ("(New York) - Text that goes on.", "New York"),
        ("(Nairobi, Kenya) — Text that goes on.", "Nairobi, Kenya"),
        ("(Geneva, November 30, 2026) – Text that goes on.", "Geneva"),
    ],
)
def test_apostrophes_and_brackets_stand_in_the_names_of_towns(text: str, place: str) -> None:
    found = dateline(text, published=date(2026, 11, 30))
    assert found is not None
    assert (found[0].place, found[1]) == (place, "Text that goes on.")


@pytest.mark.parametrize(
    "text",
    [
        "(Updated) – The army said so.",
        "(Photo, by us) – The army.",
        "(Photo/Beirut) – The army.",
        "Children's — The army.",
        "(Paris left) out",
        "(Beirut) said",
    ],
)
def test_other_words_in_brackets_are_no_town(text: str) -> None:
    assert dateline(text, published=None) is None
