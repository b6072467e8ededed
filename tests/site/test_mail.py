"""What a subscriber by mail gets: the real rss2email 3.14 against a server and a mail sink on loopback."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from plugins.mail_preview import MODES, Subscriber, checked

CONTENT = Path(__file__).parent / "content"


@pytest.fixture(scope="module")
def later(build, site):
    """The same site a day on: a correction to an old development, a reworded headline, and a new day."""
    old = (CONTENT / "briefings/2024/2024-12-27.md").read_text(encoding="utf-8")
    changed = old.replace("Kind: strike\n", "Kind: strike\nCorrection: 2024-12-30: It was a boat, not a drone.\n")
    changed = changed.replace("## Bridge at Dorn reopens", "## The bridge at Dorn reopens")
    new = (
        "Title: Briefing for Monday 30 December 2024\nDate: 2024-12-30\n\n## Calm {#calm30}\n\n" + "It was calm. " * 20
    )
    files = {"briefings/2024/2024-12-27.md": changed, "briefings/2024/2024-12-30.md": new + "\n"}
    return build(files, base=CONTENT)


@pytest.fixture(scope="module")
def rounds(site, later, tmp_path_factory):
    subscriber = Subscriber(("digest", "developments"), site.folder, tmp_path_factory.mktemp("mail"))
    try:
        return {"first": subscriber.run(), "again": subscriber.run(), "later": subscriber.run(later.folder)}
    finally:
        subscriber.close()


def of(mails, feed, mode):
    return [mail for mail in mails if mail.name.startswith(f"{feed}-{mode}-")]


def test_nothing_of_the_feeds_making_would_annoy_a_subscriber(rounds):
    mails = rounds["first"].mails + rounds["later"].mails
    assert {mail.name: mail.problems for mail in mails if mail.problems} == {}
    assert rounds["first"].warnings == rounds["later"].warnings == []


def test_every_mode_gets_every_item_once(rounds):
    for mode in MODES:
        assert len(of(rounds["first"].mails, "digest", mode)) == (1 if mode == "digest" else 3)
        assert len(of(rounds["first"].mails, "developments", mode)) == (1 if mode == "digest" else 26)


def test_a_second_run_sends_nothing(rounds):
    assert rounds["again"].mails == []


def test_a_corrected_or_reworded_item_is_not_sent_again_and_a_new_day_is(rounds):
    assert [mail.rss_id for mail in of(rounds["later"].mails, "digest", "html")] == [
        "tag:example.org,2024-12-30:nightdesk:briefing"
    ]
    assert [mail.rss_id for mail in of(rounds["later"].mails, "developments", "plain")] == [
        "tag:example.org,2024-12-30:nightdesk:calm30"
    ]


def test_a_day_of_twenty_developments_is_not_clipped_and_comes_from_its_publisher(rounds):
    (mail,) = [mail for mail in of(rounds["first"].mails, "digest", "html") if "28 December" in mail.subject]
    assert mail.subject == "Briefing for Saturday 28 December 2024"
    assert mail.sender == '"Nightdesk: The Nightdesk editors" <editors@example.org>'
    assert 10_000 < mail.html_bytes < 90_000
    assert mail.text_letters > 4_000


FAULTS = {
    "a relative address": '<p><a href="/2024/">x</a>' + "words " * 40,
    "an address of the feed's server": '<p><a href="http://127.0.0.1:8000/x">x</a>' + "words " * 40,
    "an anchor": '<p><a href="#x">x</a>' + "words " * 40,
    "mail programs drop": "<p><script>x</script>" + "words " * 40,
    "letters of text": "<p>short",
    "HTML of": "<p>" + "words " * 20_000,
    "escaped twice": "<p>&amp;lt;b" + "words " * 40,
    "octets": "<p>" + "a" * 1200,
}


@pytest.mark.parametrize("fault", FAULTS)
def test_the_check_itself_sees_what_is_wrong(fault):
    # No test of the mails above could fail if the check saw nothing.
    head = (
        "Subject: Title\r\nFrom: a@example.org\r\nMIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
    )
    mail = checked((head + FAULTS[fault]).encode(), "x", "html")
    expected = "a relative address" if fault.startswith("an a") else fault
    assert any(expected in problem for problem in mail.problems), mail.problems


def test_the_check_sees_markup_in_a_subject_and_a_missing_author():
    head = "Subject: &#8211; <b>x</b>\r\nFrom: user@rss2email.invalid\r\nContent-Type: text/plain\r\n\r\nwords"
    problems = " ".join(checked(head.encode(), "x", "html").problems)
    assert re.search("markup in the subject.*no author", problems)
