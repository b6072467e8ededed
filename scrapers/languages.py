"""Languages: the English name of each that a source may write in, by its BCP 47 code."""

from __future__ import annotations

_NAMES = """
ar Arabic, am Amharic, az Azerbaijani, be Belarusian, bg Bulgarian, bn Bengali, bs Bosnian, ca Catalan, cs
Czech, da Danish, de German, el Greek, en English, es Spanish, et Estonian, fa Persian, fi Finnish, fr French,
ha Hausa, he Hebrew, hi Hindi, hr Croatian, hu Hungarian, hy Armenian, id Indonesian, is Icelandic, it Italian,
ja Japanese, ka Georgian, kk Kazakh, km Khmer, ko Korean, ku Kurdish, ky Kyrgyz, lt Lithuanian, lv Latvian, mk
Macedonian, ms Malay, my Burmese, ne Nepali, nl Dutch, no Norwegian, pl Polish, ps Pashto, pt Portuguese, ro
Romanian, ru Russian, sk Slovak, sl Slovenian, so Somali, sq Albanian, sr Serbian, sv Swedish, sw Swahili, th
Thai, ti Tigrinya, tl Filipino, tr Turkish, uk Ukrainian, ur Urdu, uz Uzbek, vi Vietnamese, zh Chinese
"""
LANGUAGES: dict[str, str] = {}
for _entry in _NAMES.strip().split(","):
    _code, _name = _entry.split()
    LANGUAGES[_code] = _name
_CODES = {name: code for code, name in LANGUAGES.items()}
#: Languages that are written from right to left.
RIGHT_TO_LEFT = frozenset("ar fa he ps ur".split())


def code_of(name: str) -> str | None:
    """`fr` of `French`; None for a name that is not known."""
    return _CODES.get(name)
