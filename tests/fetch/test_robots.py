"""What a robots.txt allows: each rule of RFC 9309 and of Google's reader with the files and addresses that show it.

The rules are those of the test suite of Google's parser, an address here for each of its assertions on what is
allowed; the files and the addresses are ours.
"""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from scrapers.fetch.robots import Rules, decoded

US, THEM = "Nightdesk", "Morningdesk"
#: The longest line that counts, without its end.
LONG = 2083 * 8 - 1


@dataclass(frozen=True)
class Case:
    """A file; addresses that it lets `agent` read, and such that it does not."""

    text: str
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()
    agent: str = US


def group(*rules: str, agent: str = US) -> str:
    return "".join(f"{line}\n" for line in (f"user-agent: {agent}", *rules))


GROUPS = """allow: /loose/end/

user-agent: Nightdesk
disallow: /
allow: /x/
user-agent: Morningdesk
disallow: /
allow: /y/


allow: /w/
user-agent: Noondesk

user-agent: NIGHTDESK
allow: /z/
disallow: /
"""
NAMES = ("USER-AGENT: {0}\nALLOW: /x/\nDISALLOW: /\n", "user-agent: {0}\nallow: /x/\ndisallow: /\n",
         "uSeR-aGeNt: {0}\nAlLoW: /x/\ndIsAlLoW: /\n")  # fmt: skip
BLANKS = ("NIGHTDESK NEWS", "nightdesk news", "NiGhTdEsK nEwS")
FISH = ("/cod", "/cod.html", "/cod/liver.html", "/codfish", "/codfish/dried.html", "/cod.html?id=anything")
NO_FISH = ("/pike", "/Cod.asp", "/stockcod", "/?id=cod")
SCRIPTS = ("/name.cgi", "/folder/name.cgi", "/folder/name.cgi?words", "//folder/any.cgi.file.html", "/name.cgi/",
           "/index?f=name.cgi/")  # fmt: skip

CASES: dict[str, list[Case]] = {
    # --- RFC 9309, 2.1 and 2.2: lines, groups, names
    "an empty file allows all, to anybody": [Case("", ("",)), Case("", ("",), agent="")],
    "an empty address is the front page": [Case(group("disallow: /"), no=("",))],
    "a group is for nobody without a name": [Case(group("disallow: /"), ("",), agent="")],
    "a rule is a name and a value": [
        Case(group("disallow: /"), no=("/x/y",)),
        Case("foo: Nightdesk\nbar: /", ("/x/y",)),
    ],
    "a forgotten colon is seen": [Case("user-agent Nightdesk\ndisallow /\n", no=("/x/y",))],
    "rules of an agent are one group, wherever they stand": [
        Case(GROUPS, ("/x/b", "/z/d"), ("/y/c", "/loose/end/")),
        Case(GROUPS, ("/y/c", "/w/a"), ("/z/d", "/loose/end/"), agent=THEM),
        Case(GROUPS, ("/z/d",), ("/loose/end/",), agent="Noondesk"),
    ],
    "names of rules have no case": [Case(text.format(US), ("/x/y",), ("/a/b",)) for text in NAMES],
    "names of agents have no case, and end at a blank": [
        Case(NAMES[1].format(name), ("/x/y",), ("/a/b",), agent=agent) for name in BLANKS for agent in (US, "nightdesk")
    ],
    "a name with a blank is the name before it, and nobody's with it": [
        Case("User-Agent: *\nDisallow: /\n" + NAMES[1].format("Nightdesk news"), ("/x/y",)),
        Case("User-Agent: *\nDisallow: /\n" + NAMES[1].format("Nightdesk news"), no=("/x/y",), agent="Nightdesk news"),
    ],
    "the group for all is for those whom no other names": [
        Case("", ("/x/y",)),
        Case(group("allow: /", agent="*") + group("disallow: /"), no=("/x/y",)),
        Case(group("allow: /", agent="*") + group("disallow: /"), ("/x/y",), agent=THEM),
        Case(
            group("allow: /") + group("disallow: /", agent="A") + group("disallow: /", agent="B"), ("/x",), agent=THEM
        ),
    ],
    # --- 2.2.2: the longest rule holds, the milder of two
    "addresses have a case": [Case(group("disallow: /x/"), no=("/x/y",)), Case(group("disallow: /X/"), ("/x/y",))],
    "the longest rule holds": [
        Case(group("disallow: /x/page.html", "allow: /x/"), no=("/x/page.html",)),
        Case(group("allow: /x/page.html", "disallow: /x/"), ("/x/page.html",), ("/x/",)),
        Case(group("disallow: /x", "allow: /x/"), ("/x/",), ("/x",)),
        Case(group("allow: /page", "disallow: /*.html"), ("/page",), ("/page.html",)),
        Case(group("allow: /x/page.", "disallow: /*.html"), ("/x/page.html",), ("/x/y.html",)),
        Case(group("disallow: /x/", agent="*") + group("disallow: /y/"), ("/x/page",), ("/y/page",)),
        Case(group("allow: /p", "disallow: /"), ("/page",)),
        Case(group("allow: /page", "disallow: /*.htm"), no=("/page.htm",)),
    ],
    "of two as long the milder holds": [
        Case(group("disallow: ", "allow: "), ("/x/page.html",)),
        Case(group("disallow: /", "allow: /"), ("/x/page.html",)),
        Case(group("disallow: /x/page.html", "allow: /x/page.html"), ("/x/page.html",)),
        Case(group("allow: /folder", "disallow: /folder"), ("/folder/page",)),
    ],
    "an address in an address stays as it is": [
        Case(group("disallow: /", "allow: /a/b?c=d&e=http://a.example?f&g"), ("/a/b?c=d&e=http://a.example?f&g",)),
    ],
    "a letter beyond ASCII is its escapes": [
        Case(group("disallow: /", f"allow: /a/{path}"), ("/a/%D0%B6",), ("/a/ж",)) for path in ("ж", "%D0%B6")
    ],
    "an escape that need not be allows only what is spelt so": [
        Case(group("disallow: /", "allow: /a/%62%61%7A"), ("/a/%62%61%7A",), ("/a/baz",)),
    ],
    # --- 2.2.3: #, $ and *
    "a star is anything": [
        Case(group("disallow: /a/b/quz", "allow: /a/*/qux"), ("/a/quz", "/a//quz", "/a/x/quz"), ("/a/b/quz",)),
    ],
    "a dollar is the end": [
        Case(group("disallow: /a/b$", "allow: /a/b/qux"), ("/a/b/qux", "/a/b/", "/a/b/c"), ("/a/b",)),
        Case(group("allow: /$", "disallow: /"), ("/",), ("/page.html",)),
    ],
    "what follows a hash is a comment": [
        Case(group("# disallow: /", "disallow: /a/quz#qux", "allow: /"), ("/a/b",), ("/a/quz",)),
    ],
    "a path is a beginning": [
        Case(group("disallow: /", "allow: /cod"), FISH, NO_FISH),
        Case(group("disallow: /", "allow: /cod*"), FISH, NO_FISH),
        Case(
            group("disallow: /", "allow: /cod/"),
            ("/cod/", "/cod/liver", "/cod/?liver", "/cod/liver.html", "/cod/?id=anything"),
            ("/pike", "/cod", "/cod.html", "/Cod/Liver.html"),
        ),
    ],
    "a star and a dollar go together": [
        Case(group("disallow: /", "allow: /*.cgi"), SCRIPTS, ("/pike", "/cgi/", "/index?cgi", "/windows.CGI")),
        Case(
            group("disallow: /", "allow: /*.cgi$"),
            SCRIPTS[:2],
            (
                "/pike",
                "/name.cgi?words",
                "/name.cgi/",
                "/name.cgi5",
                "/cgi/",
                "/name?cgi",
                "/aaacgiaaa",
                "//windows.CGI",
            ),
        ),
        Case(
            group("disallow: /", "allow: /cod*.cgi"),
            ("/cod.cgi", "/codheads/stockcod.cgi?words"),
            ("/pike", "/Cod.CGI"),
        ),
    ],
    # --- Google's own
    "index.html is its folder": [
        Case(
            group("allow: /open/index.html", "disallow: /", agent="*"),
            ("/open/", "/open/index.html"),
            ("/open/index.htm", "/other"),
        ),
    ],
    "a line counts up to its 16,663rd byte": [
        Case(group(f"disallow: {'/x/'.ljust(LONG - 11, 'a')}/qux"), ("/fux",), (f"{'/x/'.ljust(LONG - 11, 'a')}/fux",)),
        Case(
            group("disallow: /", *(f"allow: {'/x/'.ljust(LONG - 8, letter)}/qux" for letter in "ab")),
            (f"{'/x/'.ljust(LONG - 8, 'a')}/qux", f"{'/x/'.ljust(LONG - 8, 'b')}/fux"),
            ("/",),
        ),
    ],
    "other lines belong to no group and end none": [
        Case("user-agent: Nightdesk\nSitemap: https://a.example/s.xml\nuser-agent: A\ndisallow: /", no=("/x",)),
        Case("user-agent: Nightdesk\nNoindex: /a\n\nuser-agent: A\ndisallow: /x", ("/a",), ("/x",)),
        Case("Sitemap: https://a.example/s.xml\nuser-agent: Nightdesk\ndisallow: /x", ("/a",), ("/x",)),
    ],
    # --- what servers send besides
    "our name ends where its letters end": [
        Case(f"user-agent: {name}\ndisallow: /", no=("/x",))
        for name in (
            "Nightdesk/2.1",
            "nightdesk/*",
            "Nightdesk*",
            "Nightdesk (news)",
            "  Nightdesk\t",
            "Nightdesk # us",
        )
    ],
    "a name that ours only begins with, holds or ends with is another's": [
        Case(f"user-agent: {name}\ndisallow: /", ("/x",))
        for name in ("Night", "desk", "Nightdesk-Image", "Nightdesk_x", "My Nightdesk", "MyNightdesk", "N", "ж", "")
    ],
    "a star with words behind it is all": [Case("user-agent: * all\ndisallow: /", no=("/x",))],
    "a blank of any alphabet is a blank": [
        Case(f"user-agent:{blank}Nightdesk{blank}\ndisallow:{blank}/x", ("/a",), ("/x",))
        for blank in ("\xa0", "\u3000", "\t", "\u2003")
    ],
    "only the ends of lines end a line": [
        Case(f"user-agent: Nightdesk\ndisallow: /a{other}allow: /\n", ("/b",), (f"/a{escape}allow:%20/",))
        for other, escape in (("\u2028", "%E2%80%A8"), ("\x85", "%C2%85"), ("\x0b", "%0B"), ("\x1d", "%1D"))
    ],
    "an escape is one in either case, and of a letter that needs none": [
        Case(group("disallow: /новости/"), ("/news/",), ("/%d0%bd%d0%be%d0%b2%d0%be%d1%81%d1%82%d0%b8/1",)),
        Case(group("disallow: /%d0%bd"), no=("/%D0%BD%D0%BE",)),
        Case(group("disallow: /%62az", "disallow: /a%2fb"), ("/a/b",), ("/baz", "/%62az", "/a%2Fb")),
        Case(group("disallow: /"), no=("/ж", "/%D0%B6")),
        Case(group("disallow: /ж*/1$"), ("/%D0%B6/12",), ("/%D0%B6/2026/1",)),
    ],
}


@pytest.mark.parametrize("rule", CASES)
def test_a_robots_txt_is_read_by_its_rule(rule: str) -> None:
    for case in CASES[rule]:
        rules = Rules(case.text, agent=case.agent)
        for allowed, paths in ((True, case.yes), (False, case.no)):
            for path in paths:
                url = f"http://a.example{path}" if path else ""
                assert rules.allow(url) is allowed, (case.text[:200], path[:80])


ENDS = {"unix": "\n", "dos": "\r\n", "mac": "\r"}


@pytest.mark.parametrize("end", ENDS)
@pytest.mark.parametrize("last", ["", "\n"])
def test_every_end_of_a_line_is_one(end: str, last: str) -> None:
    lines = ("user-agent: Nightdesk", "allow: /some/path", "user-agent: B", "", "", "disallow: /x")
    text = ENDS[end].join(lines) + last
    assert not Rules(text, agent="B").allow("http://a.example/x")
    assert Rules(text, agent=US).allow("http://a.example/x")
    assert not Rules(text.replace(ENDS[end], "\n", 3), agent="B").allow("http://a.example/x")  # mixed


BYTES = {
    "a byte-order mark": (b"\xef\xbb\xbfUser-agent: *\nDisallow: /x", False),
    "two bytes of one": (b"\xef\xbbUser-agent: *\nDisallow: /x", False),
    "a byte of one": (b"\xefUser-agent: *\nDisallow: /x", False),
    "a mark before a comment": (b"\xef\xbb\xbf# all\nUser-agent: *\nDisallow: /x", False),
    "a mark and an empty line": (b"\xef\xbb\xbf\r\nUser-agent: *\r\nDisallow: /x", False),
    "a broken mark costs its line": (b"\xef\x11\xbfUser-agent: *\nDisallow: /x", True),
    "a mark within costs its line": (b"User-agent: *\n\xef\xbb\xbfDisallow: /x", True),
    "a byte that is no UTF-8 elsewhere": (b"# caf\xe9\nUser-agent: *\nDisallow: /x", False),
    "a zero byte at the end of a rule": (b"User-agent: *\nDisallow: /x\nAllow: /\x00", False),
}


@pytest.mark.parametrize("case", BYTES)
def test_a_robots_txt_is_read_of_its_bytes(case: str) -> None:
    body, allowed = BYTES[case]
    assert Rules(decoded(body), agent=US).allow("http://a.example/x") is allowed


def test_a_path_of_bytes_that_are_no_utf8_is_forbidden_by_its_escapes() -> None:
    rules = Rules(decoded(b"User-agent: *\nDisallow: /caf\xe9/"), agent=US)
    assert not rules.allow("http://a.example/caf%E9/1")
    assert rules.allow("http://a.example/caf%C3%A9/1")


def test_delays_are_those_of_our_group() -> None:
    text = "user-agent: *\ncrawl-delay: 9\n\nuser-agent: Nightdesk/1.0\ncrawl-delay: 2\n"
    assert (Rules(text, agent=US).delay, Rules(text, agent=THEM).delay) == (2.0, 9.0)
    assert Rules(None, agent=US).delay == Rules("", agent=US).delay == 0.0
