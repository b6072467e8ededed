"""Counts: which numbers stand in a text, and how sure does it call them?

Numbers that count nothing (dates, years, ages, times, weapons' names, percentages, distances) are left out here, once.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

_UNITS = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
        " sixteen seventeen"
        " eighteen nineteen".split()
    )
}
_TENS = {
    word: 10 * number
    for number, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
_SCALES = {
    "dozen": 12,
    "score": 20,
    "hundred": 100,
    "thousand": 1000,
    "k": 1000,
    "million": 10**6,
    "mn": 10**6,
    "m": 10**6,
    "billion": 10**9,
    "bn": 10**9,
    "b": 10**9,
    "trillion": 10**12,
    "tn": 10**12,
}
_UNIT = "|".join(sorted((*_UNITS, *_TENS), key=len, reverse=True))
_WORDS = (
    rf"(?:(?:{_UNIT})(?:[- ](?:{'|'.join(list(_UNITS)[1:10])}))?|half an?"
    rf"|a\scouple\sof(?=\s(?:dozen|hundred|thousand)\b)"
    rf"|an?(?=\s(?:dozen|hundred|thousand|million)\b|\sscore\sof\b))"
)
_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_SCALE = r"hundred|thousand|million|billion|trillion|dozen|score(?=\sof\b)"
_CURRENCY_SIGN = (
    r"US\$|A\$|C\$|NZ\$|CA\$|AU\$|[$€£¥₽₴₪₹₺₦]|(?:USD|EUR|GBP|CHF|SEK|NOK|DKK|CAD|AUD|JPY|AED|SAR|Rs)(?=\s?\d)"
)
_CURRENCY_WORD = (
    r"(?:US|Canadian|Australian) dollars?|dollars?|euros?|pounds?|yen|(?:Norwegian |Danish )?kroner"
    r"|(?:Swedish )?(?:kronor|krona)|crowns?|roubles?|rubles?|hryvnias?|hryvnya|shekels?|(?:Swiss )?francs?|yuan"
    r"|rupees?|z[lł]otys?|z[lł]oty|lira|riyals?|dirhams?|dinars?|won|naira|birr|afghanis?|forints?|lei|leva|taka|rand|shillings?"
    r"|USD|EUR|GBP|CHF|SEK|NOK|DKK|CAD|AUD"
)
_CURRENCIES = {
    "$": "USD",
    "us$": "USD",
    "a$": "AUD",
    "c$": "CAD",
    "nz$": "NZD",
    "ca$": "CAD",
    "au$": "AUD",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "₽": "RUB",
    "₴": "UAH",
    "₪": "ILS",
    "₹": "INR",
    "₺": "TRY",
    "₦": "NGN",
    "rs": "rupees",
    "canadian dollar": "CAD",
    "australian dollar": "AUD",
    "swiss franc": "CHF",
    "norwegian kroner": "NOK",
    "danish kroner": "DKK",
    "krona": "SEK",
    "swedish kronor": "SEK",
    "swedish krona": "SEK",
    "złoty": "PLN",
    "won": "KRW",
    "naira": "NGN",
    "birr": "ETB",
    "forint": "HUF",
    "taka": "BDT",
    "rand": "ZAR",
    "chf": "CHF",
    "sek": "SEK",
    "nok": "NOK",
    "dkk": "DKK",
    "cad": "CAD",
    "aud": "AUD",
    "jpy": "JPY",
    "aed": "AED",
    "sar": "SAR",
    "dollar": "USD",
    "us dollar": "USD",
    "euro": "EUR",
    "pound": "GBP",
    "yen": "JPY",
    "rouble": "RUB",
    "ruble": "RUB",
    "hryvnia": "UAH",
    "shekel": "ILS",
    "yuan": "CNY",
    "rupee": "rupees",
    "zloty": "PLN",
    "franc": "francs",
    "kroner": "kroner",
    "kronor": "SEK",
    "usd": "USD",
    "eur": "EUR",
    "gbp": "GBP",
}
_NUMBER = (
    rf"(?P<sign>{_CURRENCY_SIGN})?\s?(?P<n>{_DIGITS}|{_WORDS}(?!-?(?!odd\b|plus\b)[a-z]))(?:(?:\s|-)?(?P<scale>{_SCALE}"
    rf"|(?<=\d)(?:bn|mn|tn|m|k|b))\b)?"
    rf"(?:\s(?P<scale2>thousand|million|billion)\b)?(?P<odd>-odd\b|-plus\b|\+)?(?:\s(?P<unit>{_CURRENCY_WORD})\b)?"
)
_QUALIFIERS = {
    "at least": r"at least|no fewer than|no less than|not less than|a minimum of|minimum",
    "more than": (
        r"more than|over|above|upwards of|in excess of|well over|topped|tops|exceeded|exceeds"
        r"|passed|surpassed"
    ),
    "about": r"about|around|some|perhaps|maybe|possibly|roughly|approximately|nearly|almost|close to|(?:an )?estimated"
    r"|nears|neared"
    r"|nearing|near"
    r"|just under|just over|approx\.?|circa",
    "up to": r"up to|no more than|not more than|at most|as many as|as much as|a maximum of",
    "less than": r"fewer than|less than|under|below",
}
_QUALIFIER = "|".join(rf"(?P<q{i}>{pattern})" for i, pattern in enumerate(_QUALIFIERS.values()))
_QUALIFIER_NAMES = tuple(_QUALIFIERS)
_COUNT = re.compile(
    rf"(?<![\w.,/\-:])(?:(?:{_QUALIFIER})\s+(?:an? (?:estimated|additional|further)\s+|another\s+|a total of\s+)?)?"
    rf"(?:between\s+(?=[^.;]{{1,30}}\sand\s)|anywhere\s+(?:from|between)\s+)?{_NUMBER}"
    rf"(?:(?P<join>\s?[-–—]\s?|\s+to\s+|\s+and\s+|\s+or\s+)(?P<upper>(?:{_CURRENCY_SIGN})?(?:{_DIGITS}"
    rf"|{_WORDS})(?:\s(?:{_SCALE}))?"
    rf"(?:\s(?:{_CURRENCY_WORD})\b)?)(?![\w%.,/-]*\d))?(?P<more>\sor more)?",
    re.I,
)
_VAGUE = re.compile(
    r"\b(?P<word>dozens|scores|hundreds|thousands|tens of thousands|hundreds of thousands|millions)\b", re.I
)

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_NO_COUNT = re.compile(
    "|".join(
        (
            rf"\b{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?(?:\s?[-–]\s?\d{{1,2}})?(?:,?\s+(?:19|20)\d\d)?\b",
            (
                rf"\b\d{{1,2}}(?:st|nd|rd|th)?(?:\s?[-–]\s?\d{{1,2}}|\s(?:and"
                rf"|to)\s\d{{1,2}})?\s+(?:of\s+)?{_MONTH}(?:\s+(?:19|20)\d\d)?\b"
            ),
            r"\b(?:19|20)\d\d[-–](?:\d\d|\d{4})\b",
            (
                r"\b(?:in|since|of|by|until|from|after|before|during|early|late|mid|year|and"
                r"|to)[\s-](?:the\s)?(?:19|20)\d\d(?:s\b|\b(?!,\d))(?!\s+(?:people|civilians|soldiers|troops"
                r"|others|children|drones|missiles|prisoners|homes|women|men|were|killed|dead|injured|wounded))"
            ),
            r"\b(?:19|20)\d\d(?=[’']s\b)",
            r"\b\d{1,2}[.:]\d\d\s?(?:am|pm|a\.m\.|p\.m\.|GMT|UTC|local time)?(?!\d)",
            r"\b\d{1,2}\s?(?:am|pm|a\.m\.|p\.m\.)\b",
            r"\b(?:aged?|ages?)\s+(?:between\s+)?\d{1,3}(?:\s(?:and|to)\s\d{1,3})?\b",
            r"\b(?:\d+|"
            + _UNIT
            + r")(?:\s|-)?(?:and-a-half-)?(?:year|month|week|day|hour|minute|second)s?(?:-|\s)olds?\b",
            r",\s(?:both\s|each\s|all\s)?\d{1,2}(?=,(?!\d)|\.(?:\s|$)|\s+and\b|\)|;)",
            # ages: "8 yo girl", "between the ages of 16-18", "ranging in age from 17"; a street's "4400 block"
            r"\b\d{1,2}\s?(?:yo|y/o|yrs?[\s-]olds?)\b",
            r"\b(?:ages?|age\s(?:range|group)|in\sage|years\sof\sage)\s(?:(?:of|from|between)\s)?\d{1,2}(?:\s?[-–]\s?\d{1,2}|\s(?:and|to)\s\d{1,2})?\b",
            r"\b\d+(?:th|st|nd|rd)?\sblocks?\s(?:of|on)\b",
            r"\b\d+(?:lbs?|oz|st|g|ml|hp|kw|mw|gw)\b",
            # "Robert Atkins 21, was found"
            r"\b(?-i:[A-Z][a-z]+\s[A-Z][a-z]+)\s\d{1,2}(?=,\s(?:was|is|who|of|from|has|had)\b)",
            # "Mitchell, 22 of Florence"; "who was almost 2"; "Image 13 of 14"; "the 1948 Olympic medallist"
            r",\s\d{1,2}(?=,?\sof\s(?-i:[A-Z]|\d{2,}))",
            r"\bwho\s(?:was|is|were)\s(?:almost\s|nearly\s|just\s|only\s|about\s)?\d{1,2}(?=[,.;])",
            r"\b(?:image|photo|slide|picture|video|none)\s\d+\sof\s\d+\b",
            r"\b(?:19|20)\d\d\s(?:Olympics?|World|Games|Championships?|elections?|season|film|census)\b",
            r",\s(?:" + _UNIT + r")(?=,\s(?:who|was|has|from)\b)",
            # "a mother of four", "a father-of-two"
            r"\b(?:mother|father|mum|mom|dad|parent|grandmother|grandfather|widow|widower)s?(?:\sof\s|-of-)(?:\d+|"
            + _UNIT
            + r")\b",
            # "nine in ten buildings are ruined"
            (
                r"(?:^|[,:;“\"]\s?|\b(?:that|than|about|some|around|nearly|almost|roughly|and|as|with|[Ff]or|said|says)\s)"
                r"(?:one|two|three|four|five|six|seven|eight|nine|\d)\sin\s(?:every\s)?"
                r"(?:two|three|four|five|six|seven|eight|nine|ten|[2-9]|10|100)"
                r"(?=\s(?!(?:hours?|days?|weeks?|months?|years?|minutes?|separate|attacks?|strikes?|raids?|incidents?"
                r"|cities|towns|villages|places)\b)[\w-]+(?:\s[\w-]+)?\s(?:is|are|was|were|has|have|had|need|lack"
                r"|live|in)\b)"
            ),
            r"\b\d{1,2}\s(?:Action|Eyewitness|On\sYour\sSide)?\s?News\b",
            r"\(\d{1,2}\)",
            r"\b[A-Z][A-Za-z]{0,7}-\d+\w*\b",
            r"(?<!past )(?<!last )(?<!previous )(?<!per )(?<!each )(?<!every )(?<!single )(?<!one )(?<!same )(?<!\ba )"
            r"\b(?:day|phase|article|resolution|chapter|section|page|point|no\.|group of|type|mark|route"
            r"|highway|room|flight|unit|brigade|channel|covid|game|episode|round|group of)\s(?:\d+|" + _UNIT + r")\b",
            r"\b\d+(?:st|nd|rd|th)\b",
            (
                r"\b(?:one|two|three|four|five|nine|\d)\s(?:in|out\sof)(?:\severy)?\s(?:two|three|four|five|six|seven"
                r"|eight|nine|ten|[2-9]|10|100)(?=\s(?:of|people|children|women|families|homes|households)\b)"
            ),
            r"\b(?:" + _DIGITS + "|" + _UNIT + r")\s?(?:%|percent|per cent|percentage)",
            r"\b(?:(?:more than |about |some )?(?:"
            + _DIGITS
            + "|"
            + _WORDS
            + r")(?:\s(?:hundred|thousand|million))?(?:[- ](?:and|to|or)[- ](?:a half|\d+|"
            + _UNIT
            + r"))?)[\s-](?:straight |consecutive |full |more |long )?(?:(?:half-)?(?:years?|months?|weeks?"
            r"|days?|hours?|minutes?|seconds?|decades?|centur(?:y|ies)|km|kms|kilomet(?:er|re)s?|miles?"
            r"|met(?:er|re)s?|feet|foot|ft|inch(?:es)?|mm|cm|kg|tonnes?|tons?|pounds of|litres?|hectares?"
            r"|acres?|degrees?|nautical|mph|kph|knots|barrels?|cubic|square|sq|points?|votes?|times|goals?"
            r"|per)\b(?!\s(?:people|civilians)))",
            r"\b[0-9]+(?:km|kg|mm|cm|m(?=\s(?:from|away|deep|high|long|tall|north|south|east|west))|ft|mph|kph|C|F)\b",
            (
                r"\bone (?:of(?!\s(?:the|its|their)\s(?:\d|two|three|four|five|six|seven|eight|nine|ten|\w+teen|eleven"
                r"|twelve|\w+ty)\b|\s(?:its|his|her|their|our)\s(?:\w+\s)?(?:citizens|nationals|soldiers|fighters"
                r"|pilots|members|men|sons|staff|workers|people|officers|journalists|peacekeepers|troops)\b)"
                r"|in|another|day|side|such|way|can|that|who|thing|by)\b"
            ),
            (
                r"\b(?:no|any|every|each|this|that|the|last|next|first) one\b(?! (?:person|soldier|civilian|man"
                r"|woman|child|(?:is|was|has been|had been) (?:missing|killed|dead|injured|wounded|captured)))"
            ),
            r"\b(?:ground zero|square one|catch-22|twenty-first)\b",
        )
    ),
    re.I,
)


@dataclass(frozen=True, slots=True)
class Count:
    """A number that counts something."""

    #: None for a word such as "dozens", which is kept in `qualifier`.
    value: int | Decimal | None
    upper: int | Decimal | None
    #: "exactly", "at least", "about", "up to", "more than", "less than"; or the word itself: "dozens".
    qualifier: str
    #: ISO 4217 where one is settled, else the currency's name; None for what is no money.
    currency: str | None
    #: Place in the text, qualifier included.
    start: int
    end: int


def counts(text: str, start: int = 0, end: int | None = None) -> tuple[Count, ...]:
    """The numbers of a stretch of text that count something, in order."""
    end = len(text) if end is None else end
    barred = [match.span() for match in _NO_COUNT.finditer(text, start, end)]
    found: list[Count] = []
    at = start
    while match := _COUNT.search(text, at, end):
        a, b = match.span("n")
        at = b
        if any(x < b and a < y for x, y in barred):
            continue
        if count := _count(text, match):
            found.append(count)
            at = max(b, count.end)
    for match in _VAGUE.finditer(text, start, end):
        if not any(count.start < match.end() and match.start() < count.end for count in found):
            found.append(Count(None, None, match["word"].lower(), None, *match.span()))
    return tuple(sorted(found, key=lambda count: count.start))


# "handed over 1,200 bodies", "came under 37 drones": the small word is the verb's
_VERBS_OWN = re.compile(
    r"\b(?:(?:hand|turn|sign)(?:s|ed|ing)?\sover|(?:t[ao]k|giv)\w+\sover|gave\sover|com(?:es?|ing)\sunder|came\sunder"
    r"|brought\sabout|turn(?:s|ed)\saround)\s+$",
    re.I,
)
_TIMES = re.compile(rf"(?<![\w.,/\-:])(?:(?:{_QUALIFIER})\s+)?{_NUMBER}(?=\s+times\b)", re.I)


def times(text: str, start: int, end: int) -> tuple[Count, ...]:
    """The numbers that say how often ("nine times"), in order."""
    if " times" not in text[start:end]:
        return ()
    found = []
    for match in _TIMES.finditer(text, start, end):
        value = _value(match["n"], match["scale"], match["scale2"])
        if value is not None and value == int(value) and match["sign"] is None and match["unit"] is None:
            qualifier = next((_QUALIFIER_NAMES[i] for i in range(len(_QUALIFIER_NAMES)) if match[f"q{i}"]), "exactly")
            found.append(Count(value, None, qualifier, None, *match.span()))
    return tuple(found)


def _count(text: str, match: re.Match[str]) -> Count | None:
    value = _value(match["n"], match["scale"], match["scale2"])
    if value is None:
        return None
    start, end = match.span()
    qualifier = next((_QUALIFIER_NAMES[i] for i in range(len(_QUALIFIER_NAMES)) if match[f"q{i}"]), "exactly")
    if qualifier != "exactly" and _VERBS_OWN.search(text[max(0, start - 12) : match.start("n")]):
        qualifier, start = "exactly", match.start("sign") if match["sign"] else match.start("n")
    upper: int | Decimal | None = None
    unit = match["unit"]
    if match["upper"]:
        upper_words = re.sub(rf"^(?:{_CURRENCY_SIGN})|\s(?:{_CURRENCY_WORD})$", "", match["upper"], flags=re.I)
        number, _, scale = upper_words.replace("-", " ").rpartition(" ")
        upper = _value(number, scale, None) if number and scale.lower() in _SCALES else _value(upper_words, None, None)
        between = re.match(r"(?:\w+ )?(?:between|anywhere)\s", text[start:end], re.I)
        joined = match["join"].strip().lower()
        if upper is not None and scale.lower() in _SCALES and match["scale"] is None and value < 1000 <= upper:
            value *= _SCALES[scale.lower()]
        moved = re.search(r"\bfrom\s$", text[max(0, start - 6) : start], re.I)  # `rose from 11 to 15` is two counts
        if (
            upper is None
            or upper <= value
            or moved
            or (joined == "and" and not between)
            or (joined == "or" and upper > value + 5)
        ):
            upper, end = None, match.start("join")
        else:
            qualifier = "about" if qualifier == "exactly" else qualifier
            if unit is None and (named := re.search(rf"\s({_CURRENCY_WORD})$", match["upper"], re.I)):
                unit = named[1]
    if match["more"] and upper is None and end == match.end():
        qualifier = "at least"
    if match["odd"]:
        qualifier = "about" if match["odd"] == "-odd" else "more than"
    currency = None
    if match["sign"]:
        currency = _CURRENCIES[match["sign"].lower()]
    elif unit:
        currency = _CURRENCIES.get(unit.lower(), _CURRENCIES.get(unit.lower().removesuffix("s"), unit.lower()))
    elif match["scale"] and match["scale"].lower() in ("m", "b") and match["n"][0].isdigit() is False:
        return None
    return Count(value, upper, qualifier, currency, start, end)


def _value(words: str, scale: str | None, scale2: str | None) -> int | Decimal | None:
    words = words.lower().replace(",", "").strip()
    if len(words) > 24:
        return None  # no number of the news; and Python refuses to read one of thousands of digits
    number: int | Decimal
    if words[:1].isdigit():
        number = Decimal(words) if "." in words else int(words)
    elif words.startswith("half"):
        number = Decimal("0.5")
        if scale is None:
            return None
    elif words in ("a", "an"):
        number = 1
    elif words.startswith("a couple"):
        number = 2
    else:
        total = 0
        for part in re.split(r"[- ]", words):
            if part not in _UNITS and part not in _TENS:
                return None
            total += _UNITS.get(part, 0) + _TENS.get(part, 0)
        number = total
    for word in (scale, scale2):
        if word:
            number *= _SCALES[word.lower()]
    return int(number) if number == int(number) else Decimal(number)
