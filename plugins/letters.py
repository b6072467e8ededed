"""Which language do a text's letters tell, and where does a stretch of another script begin and end?

A screen reader takes its voice from `lang`. Where nobody says what a text is written in, its letters do: a script that
one language alone is written in, or a letter that one language alone has. Else the tag names the script and leaves the
language open (`und-Cyrl`, BCP 47), which is true and enough to leave the voice of another alphabet.
"""

from __future__ import annotations

import re

from scrapers.languages import LANGUAGES, RIGHT_TO_LEFT

#: Of each script that is not Latin: its ISO 15924 code, its letters, and the language where it is only one's.
_SCRIPTS = (
    ("Cyrl", "\u0400-\u052f\u1c80-\u1c8f\u2de0-\u2dff\ua640-\ua69f", None),
    ("Arab", "\u0600-\u06ff\u0750-\u077f\u0870-\u08ff\ufb50-\ufdff\ufe70-\ufefc", None),
    ("Hebr", "\u0590-\u05ff\ufb1d-\ufb4f", "he"),
    ("Grek", "\u0370-\u03ff\u1f00-\u1fff", "el"),
    ("Jpan", "\u3040-\u30ff\u31f0-\u31ff\uff66-\uff9f", "ja"),
    ("Kore", "\u1100-\u11ff\u3130-\u318f\uac00-\ud7af", "ko"),
    ("Hani", "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff", None),
    ("Thai", "\u0e00-\u0e7f", "th"),
    ("Geor", "\u10a0-\u10ff\u1c90-\u1cbf", "ka"),
    ("Armn", "\u0530-\u058f", "hy"),
    ("Ethi", "\u1200-\u139f", None),
    ("Deva", "\u0900-\u097f", None),
    ("Beng", "\u0980-\u09ff", "bn"),
    ("Mymr", "\u1000-\u109f", "my"),
    ("Khmr", "\u1780-\u17ff", "km"),
)
_OF = {code: re.compile(f"[{letters}]") for code, letters, _ in _SCRIPTS}
_ONLY = {code: language for code, _, language in _SCRIPTS if language}
#: Letters that of the languages a source may write in only these have; the first line that fits decides.
_TELLING = (
    ("Cyrl", "ўЎ", "be"),
    ("Cyrl", "ѓќѕЃЌЅ", "mk"),
    ("Cyrl", "ђћЂЋ", "sr"),
    ("Cyrl", "әғқұһӘҒҚҰҺ", "kk"),
    ("Cyrl", "өүңӨҮҢ", "ky"),
    ("Cyrl", "їєґЇЄҐ", "uk"),
    ("Arab", "ټډړږښڼې", "ps"),
    ("Arab", "ٹڈڑےں", "ur"),
    ("Arab", "ڕڵێۆ", "ku"),
    ("Arab", "پچژگ", "fa"),
    ("Arab", "ةىيك", "ar"),
    ("Hani", "们这个国为与时进东", "zh"),
)
#: If none of the lines above fits: Belarusian has both of these, Russian the first, Ukrainian the second.
_RUSSIAN = re.compile("[ыэёЫЭЁ]")
_UKRAINIAN_I = re.compile("[іІ]")
_STRANGE = "".join(letters for _, letters, _ in _SCRIPTS)
#: Letters of one other script or of several, with what stands between them: blanks, digits, points, hyphens.
_STRETCH = re.compile(rf"[{_STRANGE}](?:[^A-Za-z\u00c0-\u024f<>&\n]*[{_STRANGE}])*")
_LETTER = re.compile(r"[^\W\d_]")
_STRANGE_LETTER = re.compile(f"[{_STRANGE}]")
_SCRIPTS_TO_THE_LEFT = frozenset({"Arab", "Hebr"})

#: Every value that `told_by_letters` may give besides the languages themselves.
SCRIPT_TAGS = frozenset(f"und-{code}" for code in _OF)


def told_by_letters(text: str) -> str | None:
    """The BCP 47 tag of a text whose letters are mostly not Latin; None of one that is Latin or has no letters."""
    strange = [] if text.isascii() else _STRANGE_LETTER.findall(text)
    if not strange or 2 * len(strange) <= len(_LETTER.findall(text)):
        return None
    found = "".join(strange)
    script = max(_OF, key=lambda code: len(_OF[code].findall(found)))
    if script == "Hani" and _OF["Jpan"].search(found):
        script = "Jpan"
    if script in _ONLY:
        return _ONLY[script]
    for code, letters, language in _TELLING:
        if code == script and any(letter in found for letter in letters):
            return language
    if script == "Cyrl" and bool(_RUSSIAN.search(found)) != bool(_UKRAINIAN_I.search(found)):
        return "ru" if _RUSSIAN.search(found) else "uk"
    return f"und-{script}"


def agrees(text: str, language: str) -> bool:
    """Whether a text can be in a language that is said of it: an English heading in a Russian feed is not in Russian.

    Only where the letters tell a language or a script that contradicts it; Latin letters contradict no Latin language.
    """
    told = told_by_letters(text)
    primary = language.split("-")[0]
    if told is None:
        return primary not in _NEVER_LATIN or not _LETTER.search(text)
    return told == primary or (told.startswith("und-") and primary not in _LATIN) or primary in _LIKE.get(told, ())


def direction(language: str) -> str:
    """`rtl` or `ltr`, of a language or of a script's tag."""
    primary, _, script = language.partition("-")
    return "rtl" if primary in RIGHT_TO_LEFT or script in _SCRIPTS_TO_THE_LEFT else "ltr"


def stretches(text: str) -> list[tuple[str, str | None]]:
    """The text in pieces, each with the tag of its letters where they are not Latin. Joined they are the text."""
    pieces: list[tuple[str, str | None]] = []
    at = 0
    for match in _STRETCH.finditer(text):
        tag = told_by_letters(match[0])
        if tag is None or len(match[0]) < 2:  # a Greek letter in a name of science is no Greek
            continue
        if match.start() > at:
            pieces.append((text[at : match.start()], None))
        pieces.append((match[0], tag))
        at = match.end()
    if at < len(text) or not pieces:
        pieces.append((text[at:], None))
    return pieces


#: Languages that are not written in Latin letters by anybody who publishes news.
_NEVER_LATIN = frozenset("ar am be bg bn el fa he hi hy ja ka km ko ky mk my ne ps ru th ti uk ur zh".split())
_LATIN = frozenset(LANGUAGES) - _NEVER_LATIN - {"az", "kk", "ku", "sr", "uz"}
#: Languages that share the letters by which another is told.
_LIKE = {
    "fa": ("ku", "ur", "ps"),
    "ar": ("fa", "ur", "ps", "ku"),
    "ru": ("be", "kk", "ky"),
    "uk": ("be",),
    "sr": ("bs", "mk"),
    "kk": ("ky", "az", "uz"),
    "ky": ("kk", "az"),
}
