"""Which charset are bytes in, a page's or a feed's, and what do they say?

A declared charset is believed unless it cannot be: a broken byte costs its own character, never the text's charset.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress

from w3lib.encoding import read_bom, resolve_encoding

#: Bytes a detector looks at, taken from where it is not ASCII: enough for it, and bounded.
SAMPLE = 60_000
#: Where a document declares its charset, in bytes; browsers look at the first 1,024, publishers' tools go beyond.
HEAD = 8_192
#: A broken byte in this many characters may stand in a text of any charset.
FEW = 1000

#: What no XML or HTML parser may see: control characters, and surrogates that stand alone.
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_CHARSET = re.compile(r"""charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE | re.ASCII)
#: One tag, its values in quotes; `*+` never goes back.
_REST = rb"""(?:[^>"']|"[^"]*"|'[^']*')*+>"""
_HEADWORK = re.compile(
    rb"<!--.*?(?:-->|\Z)|<!\[CDATA\[.*?(?:\]\]>|\Z)|<(script|style|title|textarea|xmp|description)\b.*?(?:</\1|\Z)"
    rb"|<\?xml\s(?P<xml>[^>]{0,200})>|<meta[\s/](?P<meta>" + _REST + rb")|</?[a-z]" + _REST,
    re.IGNORECASE | re.DOTALL,
)
_ATTRIBUTE = re.compile(r"""([^\s=>"'/]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))""")
#: Charsets that are ASCII to the eye and change what it means by escapes.
_STATEFUL = ("iso2022", "hz", "utf_7")
_ESCAPES = {b"\x1b$)C": "iso2022_kr", b"\x1b$B": "iso2022_jp", b"\x1b$@": "iso2022_jp", b"\x1b$(D": "iso2022_jp_1"}
#: What servers say of all they send: the document's own word is better then. Elsewhere RFC 7303.
_SAID_OF_ALL = ("cp1252", "iso8859-1", "ascii")
#: What the web is written in; a detector finds Macs and mainframes in a text with three odd bytes.
_WEB = (
    "cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258", "cp874", "iso8859-2",
    "iso8859-5", "iso8859-7", "iso8859-8", "koi8-r", "koi8-u", "cp866", "gb18030", "big5", "cp932", "shift_jis",
    "euc-jp", "cp949", "euc-kr",
)  # fmt: skip
#: Well-formed UTF-8 beyond ASCII, and sequences that were cut inside a character.
_WHOLE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xef][\x80-\xbf]{2}|\xf0[\x90-\xbf][\x80-\xbf]{2}"
    rb"|[\xf1-\xf4][\x80-\xbf]{3}"
)
_CUT = re.compile(rb"(?:[\xe0-\xef][\x80-\xbf]|[\xf0-\xf4][\x80-\xbf]{1,2})(?![\x80-\xbf])")
_BEYOND = re.compile(rb"[\x80-\xff]")
#: From the first byte beyond ASCII to the end of the line or the next tag: begins where a character does.
_BEHIND = re.compile(rb"[\x80-\xff][^<>\n]*")


def decoded(body: bytes, content_type: str | None) -> str:
    """The text without the characters that no parser may see; never raises.

    A BOM decides, then valid UTF-8 beyond ASCII, then the header and the document's own word where the bytes can be
    that, then bytes that are UTF-8 but for a few, then a detector.
    """
    return _UNFIT.sub(_blank, _decoded(body, content_type))


def _blank(unfit: re.Match[str]) -> str:
    return " " if unfit[0] in "\x0b\x0c" else ""


def _decoded(body: bytes, content_type: str | None) -> str:
    bom, _ = read_bom(body)
    if bom is not None:
        return body.decode(bom, "replace").removeprefix("\ufeff")
    for start, wide in ((b"<\x00", "utf-16-le"), (b"\x00<", "utf-16-be"), (b"{\x00", "utf-16-le")):
        if body.startswith(start):
            return body.decode(wide, "replace")
    said = list(dict.fromkeys(_said(body, content_type)))
    if body.isascii():
        name = next((each for each in said if each.startswith(_STATEFUL)), None) or _escaped(body)
        return body.decode(name or "ascii", "replace")
    # Bytes that are UTF-8 by chance hardly exist; pages that declare something else and send UTF-8 do.
    with suppress(UnicodeDecodeError):
        return body.decode("utf-8")
    whole, broken, cut = _as_utf8(body)
    if whole >= 10 * (broken + cut):
        return body.decode("utf-8", "replace")
    for name in said:
        if name == "utf-8":
            if whole + cut >= broken or (broken + cut) * FEW < len(body):
                return body.decode(name, "replace")
        elif (text := _believed(body, name)) is not None:
            return text
    return body.decode("utf-8" if whole and whole >= broken + cut else _detected(body), "replace")


def _said(body: bytes, content_type: str | None) -> Iterator[str]:
    """Python's names of the charsets that are declared, the more trusted first."""
    found = _CHARSET.search(content_type or "")
    header = _codec(found[1]) if found else None
    own = _codec(declared(body) or "")
    if own and own.startswith(("utf-16", "utf-32")):
        own = "utf-8"  # what could be read as ASCII is neither
    if header and header.startswith(("utf-16", "utf-32")) and b"\x00" not in body:
        header = None
    return (each for each in ((own, header) if header in _SAID_OF_ALL else (header, own)) if each)


def _codec(label: str) -> str | None:
    label = label.strip().lower()
    return resolve_encoding(label) or resolve_encoding(re.sub(r"^x-|^(cp|windows)(?=-?\d)-?", _plainer, label))


def _plainer(prefix: re.Match[str]) -> str:
    return "cp" if prefix[1] else ""


def declared(body: bytes) -> str | None:
    """The label in an XML declaration or a `meta` element of its own: none in a comment, a script or quotes."""
    for tag in _HEADWORK.finditer(body[:HEAD]):
        if (xml := tag["xml"]) is not None:
            if label := _attributes(xml).get("encoding"):
                return label
        elif (meta := tag["meta"]) is not None:
            said = _attributes(meta)
            if label := said.get("charset"):
                return label
            if said.get("http-equiv", "").lower() == "content-type" and (
                match := _CHARSET.search(said.get("content", ""))
            ):
                return match[1]
    return None


def _attributes(tag: bytes) -> dict[str, str]:
    found = _ATTRIBUTE.findall(tag.decode("latin-1"))
    return {name.lower(): double or single or bare for name, double, single, bare in reversed(found)}


def _escaped(body: bytes) -> str | None:
    return next((name for escape, name in _ESCAPES.items() if escape in body), None)


def _as_utf8(body: bytes) -> tuple[int, int, int]:
    """How much of it is UTF-8: whole characters, broken bytes, characters cut short."""
    rest, whole = _WHOLE.subn(b"", body)
    rest, cut = _CUT.subn(b"", rest)
    return whole, len(_BEYOND.findall(rest)), cut


def _believed(body: bytes, name: str) -> str | None:
    """The text in the charset that is declared; None where the bytes cannot be that."""
    try:
        text = body.decode(name, "replace")
    except (LookupError, ValueError):
        return None
    broken = text.count("\ufffd")
    beyond = len(text) - sum(map(str.isascii, text)) - broken if broken else 0
    return text if broken * 10 <= beyond or broken * FEW < len(text) else None


def _detected(body: bytes) -> str:
    sample = b"\n".join(_BEHIND.findall(body))[:SAMPLE]
    import chardet  # costs 100 ms to import and is needed for few

    return str(chardet.detect(sample, include_encodings=_WEB, prefer_superset=True)["encoding"] or "cp1252")
