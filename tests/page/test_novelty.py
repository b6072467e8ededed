"""What is told already is not new, in whichever language it was told."""

from __future__ import annotations

import pytest

from scrapers.page.excerpt import belongs
from tests.page.test_change import change, past
from tests.page.world import article, development, tonight

TEXTS = {
    "ar": "قصفت الطائرات المسيرة الجسور والأسواق في مدينة كورافيتس ليلاً",
    "de": "Truppen beschießen Brücken und Städte im Norden der Provinz Koravets",
    "en": "Troops shelled bridges and cities in the north of the province of Koravets",
    "es": "Las tropas bombardearon los puentes y las ciudades del norte de Koravets",
    "fr": "Les négociateurs poursuivent les pourparlers humanitaires dans les villes du nord",
    "pl": "Wojska ostrzelały miasta i mosty na północy prowincji Koravets",
    "ru": "Войска обстреливали города и мосты на севере провинции Коравец",
    "tr": "Birlikler Koravets ilinin kuzeyindeki köprüleri ve şehirleri bombaladı",
}


@pytest.mark.parametrize("language", TEXTS)
def test_a_text_tells_nothing_new_beside_itself(language: str) -> None:
    night = tonight(development(article("Envoy in Koravets")))
    text = TEXTS[language]
    assert night.new(text, [], language)
    for its in (language, None):
        assert night.new(text, [(text, its)], language) == {}


@pytest.mark.parametrize("language", TEXTS)
def test_a_report_in_the_headings_own_words_belongs_to_it(language: str) -> None:
    heading = article(TEXTS[language], TEXTS[language], by="Gazette", language=language)
    other = article(TEXTS[language] + " (2)", by="Post", language=language)
    one = development(heading, other)
    assert one.language == language
    assert belongs(other, TEXTS[language], one, tonight(one))


@pytest.mark.parametrize("language", TEXTS)
def test_a_heading_that_stood_there_yesterday_is_not_what_is_new(language: str) -> None:
    told = article(TEXTS[language], by="Wire", language=language)
    assert not change(told, past("Коравец", TEXTS[language])).startswith("before")
