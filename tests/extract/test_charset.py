"""A declared charset is believed unless it cannot be, and a broken byte costs its own character."""

from __future__ import annotations

import pytest

from scrapers.extract.charset import declared, decoded

#: A language's sentence, long enough for a detector when repeated.
SAID = {
    "Russian": "Паром «Северный» вышел из гавани Оскель с опозданием на два часа. ",
    "Ukrainian": "Пором «Північний» вийшов із гавані Оскіль із запізненням на дві години. ",
    "French": "Le ferry a quitté le port d’Oskel à l’aube, après une grève très suivie. ",
    "Polish": "Prom wypłynął z portu w Oskelu o świcie, żegnany przez tysiąc osób. ",
    "Greek": "Το πλοίο αναχώρησε από το λιμάνι με δύο ώρες καθυστέρηση. ",
    "Chinese": "渡轮比原定时间晚两个小时驶离港口。",
    "Japanese": "フェリーは予定より二時間遅れて港を出た。",
    "Korean": "여객선은 예정보다 두 시간 늦게 항구를 떠났다.",
}
PAGE = '<html><head>{head}<title>T</title></head><body><p id="a">{text}</p></body></html>'


def page(text: str, *, head: str = "") -> str:
    return PAGE.format(head=head, text=text)


def cut(text: str, codec: str = "utf-8", *, items: int = 12) -> bytes:
    """A list whose every item was cut inside its last character beyond ASCII."""
    whole = text.encode(codec).rstrip(b" .")
    last = max(at for at, byte in enumerate(whole) if byte > 0x7F)
    return b"<ul>" + b"".join(b"<li>" + whole[:last] + b"</li>\n" for _ in range(items)) + b"</ul>"


@pytest.mark.parametrize("language", SAID)
@pytest.mark.parametrize("kind", ["text/html", "text/html; charset=utf-8", "text/xml; charset=windows-1252"])
def test_text_cut_inside_a_character_at_every_item_stays_what_it_is(language: str, kind: str) -> None:
    text = decoded(cut(SAID[language] * 3), kind)
    assert text.count(SAID[language] * 2) == 12


DECLARED = {
    "windows-1251": ("Russian", "cp1251", b"\x98"),
    "windows-1253": ("Greek", "cp1253", b"\xff"),
    "gb2312": ("Chinese", "gb18030", b"\xff"),
    "shift_jis": ("Japanese", "cp932", b"\x81"),
    "x-sjis": ("Japanese", "cp932", b"\x81"),
    "euc-kr": ("Korean", "cp949", b"\xff"),
    "x-cp1251": ("Ukrainian", "cp1251", b"\x98"),
    "utf-8": ("French", "utf-8", b"\xe9"),
    "iso-2022-jp": ("Japanese", "iso2022_jp", b"\xff"),
    "iso-2022-kr": ("Korean", "iso2022_kr", b"\xff"),
}


@pytest.mark.parametrize("label", DECLARED)
@pytest.mark.parametrize("where", ["header", "header in marks", "meta", "http-equiv", "xml"])
@pytest.mark.parametrize("broken", [0, 1, 3])
def test_what_is_declared_is_believed_whatever_byte_is_broken(label: str, where: str, broken: int) -> None:
    language, codec, bad = DECLARED[label]
    head = {
        "meta": f"<meta charset='{label}'>",
        "http-equiv": f'<META content="text/html; charset={label}" HTTP-EQUIV=Content-Type>',
    }.get(where, "")
    kind = {"header": f"text/html; charset={label}", "header in marks": f"text/html; Charset = '{label}'"}.get(where)
    text = (f"<?xml version='1.0' encoding='{label}'?>" if where == "xml" else "") + page(
        SAID[language] * 12, head=head
    )
    body = text.encode(codec)
    for place in (b"</title>", b"</p>", b"</body>")[:broken]:
        body = body.replace(place, bad + place)
    found = decoded(body, kind)
    assert found.replace("\ufffd", "") == text
    assert found.count("\ufffd") <= broken


@pytest.mark.parametrize(
    ("label", "codec"), [("macintosh", "mac_roman"), ("x-mac-roman", "mac_roman"), ("x-mac-cyrillic", "mac_cyrillic")]
)
def test_a_mac_is_one_where_it_says_so(label: str, codec: str) -> None:
    text = page(SAID["Russian" if "cyr" in label else "French"], head=f'<meta charset="{label}">')
    assert decoded(text.encode(codec), None) == text


NOT_UTF8 = {"Russian": "cp1251", "Ukrainian": "cp1251", "French": "cp1252", "Chinese": "gb18030", "Japanese": "cp932",
            "Korean": "cp949"}  # fmt: skip


@pytest.mark.parametrize("language", NOT_UTF8)
@pytest.mark.parametrize("kind", [None, "text/html; charset=utf-8"])
def test_a_declaration_that_cannot_be_is_not_believed(language: str, kind: str | None) -> None:
    text = page(SAID[language] * 12)
    assert decoded(text.encode(NOT_UTF8[language]), kind) == text


ODD = {"a mark": (b"\x92", "’"), "a dash": (b"\x96", "–"), "an accent": (b"\xe9", "é"), "marks": (b"\x93", "“"),
       "a dot": (b"\x95", "•")}  # fmt: skip


@pytest.mark.parametrize("case", ODD)
@pytest.mark.parametrize("times", [1, 4])
def test_odd_bytes_in_a_text_of_latin_letters_make_it_no_macs(case: str, times: int) -> None:
    byte, character = ODD[case]
    sentence = "The ferry left the harbour of Oskel two hours late on Monday, and nobody said why. "
    assert decoded(page(sentence * 10).encode().replace(b"late on", b"late" + byte + b"on", times), None) == page(
        sentence * 10
    ).replace("late on", f"late{character}on", times)


@pytest.mark.parametrize("codec", ["iso2022_jp", "iso2022_kr"])
def test_escapes_name_their_charset_where_nothing_else_does(codec: str) -> None:
    text = page(SAID["Korean" if codec.endswith("kr") else "Japanese"])
    assert decoded(text.encode(codec), None) == text


META = '<meta charset="koi8-r">'
NOT_ITS_OWN = {
    "in a comment": f"<!-- {META} -->",
    "in a comment with a tag's end": f"<!-- a > b {META} -->",
    "in a script": f"<script>document.write('{META}')</script>",
    "in a value": f"<div data-old='{META}'></div>",
    "in a value of a meta element": f"<meta name=description content='{META}'>",
    "in words of a description": '<meta name="description" content="text/html; charset=koi8-r is meant">',
    "in the title": f"<title>What {META} does</title>",
    "in a comment that never ends": f"<!-- {META}",
    "in a style": f"<style>/* {META} */</style>",
    "an XML declaration in a comment": '<!-- <?xml version="1.0" encoding="koi8-r"?> -->',
}


@pytest.mark.parametrize("case", NOT_ITS_OWN)
def test_a_declaration_inside_quotes_or_comments_is_none(case: str) -> None:
    assert declared(NOT_ITS_OWN[case].encode()) is None
    if "never" not in case:
        assert declared((NOT_ITS_OWN[case] + '<meta charset="windows-1251">').encode()) == "windows-1251"
        text = page(SAID["Russian"], head=NOT_ITS_OWN[case] + '<meta charset="windows-1251">')
        assert decoded(text.encode("cp1251"), None) == text


def test_what_no_parser_may_see_is_gone_and_nothing_is_raised() -> None:
    assert decoded(b"a\x00b\x0cc\x1b", None) == "ab c"
    for body in (b"", b"\xff", b"\xff\xfe\x00", bytes(range(256)), b"<meta charset='" * 2000, b"\x1b$B\x80"):
        for kind in (None, "text/html; charset=klingon", "text/html; charset=utf-16", "charset=hz", "charset=rot13"):
            assert "\x00" not in decoded(body, kind)


@pytest.mark.parametrize("word", ["Brännö", "Œuvré", "Łódź", "“Oskel”", "Gdańsk…"])
@pytest.mark.parametrize("whole", [2, 4])
def test_few_characters_beyond_ascii_are_enough_where_more_are_whole_than_cut(word: str, whole: int) -> None:
    item = "<li>" + f"{word} waits for the ferry. " * whole
    body = (item.encode() + "ä".encode()[:1] + b"</li>\n") * 5
    assert decoded(body, None).replace("\ufffd", "") == (item + "</li>\n") * 5
