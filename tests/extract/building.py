"""Builds round-up pages of many shapes out of one story of five developments. Every name and event is invented."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape


@dataclass(frozen=True)
class Told:
    """A development as a round-up tells it."""

    bullet: str
    reworded: str  # its section's heading where that is not the bullet
    paragraphs: tuple[str, ...]
    link: str
    clock: str

    @property
    def text(self) -> str:
        return "\n".join(self.paragraphs)


FIVE = (
    Told(
        "Aldermoor reopens its harbour to grain ships, port authority says",
        "Harbour of Aldermoor reopened to ships with grain",
        (
            "The harbour of Aldermoor took in two grain ships on Tuesday, the first in six weeks, the port authority said.",
            "Pilots had cleared the channel overnight, and the quays were opened again at dawn, a spokeswoman added.",
        ),
        "https://port.example/notices/14",
        "18:40",
    ),
    Told(
        "Veldania rejects ceasefire proposal by Northern mediators",
        "Ceasefire proposal of the mediators rejected by Veldania",
        (
            "The government of Veldania turned down the ceasefire proposal that Northern mediators had put forward.",
            "“There is nothing in it for our people”, Foreign Minister Ilse Harrow told the broadcaster VTR.",
        ),
        "https://vtr.example/interview",
        "16:05",
    ),
    Told(
        "Drone attack on Kestrel depot injures seven workers, governor says",
        "Seven workers injured in attack on depot in Kestrel",
        (
            "Seven workers were injured when a drone hit a fuel depot in Kestrel, Governor Tomas Wren wrote.",
            "The fire was put out within two hours, and schools nearby stayed open, according to the city.",
            "Nobody claimed the attack.",
        ),
        "https://kestrel.example/governor",
        "13:20",
    ),
    Told(
        "Relief convoy reaches besieged Lower Marrin after nine days",
        "Besieged Lower Marrin reached by relief convoy",
        (
            "Eleven lorries with flour and medicine arrived in Lower Marrin, nine days after they had set out.",
            "The Relief Union said that another convoy was being loaded.",
        ),
        "https://relief.example/update",
        "09:10",
    ),
    Told(
        "Court in Sondrel hears first witness in shelling trial",
        "First witness heard at shelling trial in Sondrel",
        (
            "A court in Sondrel heard the first witness on Tuesday in the trial about the shelling of a market.",
            "The woman, a baker, described how the stalls had burned, and identified an officer.",
        ),
        "https://court.example/docket",
        "07:30",
    ),
)

KEY = "Key developments on Dec. 3 – 4:"
TITLE = "War latest: Aldermoor reopens its harbour to grain ships, port authority says"


def page(
    body: str, *, title: str = TITLE, head: str = "", lang: str = "en", published: str = "2024-12-04T20:00:00+00:00"
) -> bytes:
    """A site around a body: menu, sidebar with other stories, footer."""
    menu = "".join(f'<li><a href="/s/{number}">Section {number}</a></li>' for number in range(9))
    others = "".join(
        f'<li><a href="/other/{number}"><h4>Other story number {number} with a headline of its own</h4></a></li>'
        for number in range(6)
    )
    return (
        f'<!doctype html><html lang="{lang}"><head><meta charset="utf-8"><title>{escape(title)} | The Marrin Courier</title>'
        f'<meta property="og:site_name" content="The Marrin Courier"><meta property="og:title" content="{escape(title)}">'
        f'<meta property="article:published_time" content="{published}">{head}</head><body><nav><ul>{menu}</ul></nav>'
        f"<main><article><h1>{escape(title)}</h1><div class='entry-content'>{body}</div></article></main>"
        f"<aside><h3>Most read</h3><ul>{others}</ul></aside>"
        "<footer><p>© 2024 The Marrin Courier. All rights reserved.</p></footer></body></html>"
    ).encode()


def bullets(told: Sequence[Told], form: str = "<li>{}</li>", around: str = "<ul>{}</ul>") -> str:
    return around.format("".join(form.format(escape(each.bullet)) for each in told))


def prose(each: Told, *, linked: bool = True) -> str:
    first, *rest = each.paragraphs
    start, end = first.rsplit(" ", 1)
    last = f'<a href="{each.link}">{escape(end)}</a>' if linked else escape(end)
    return f"<p>{escape(start)} {last}</p>" + "".join(f"<p>{escape(text)}</p>" for text in rest)


def sections(told: Sequence[Told], heading: Callable[[Told], str], *, between: str = "") -> str:
    return between.join(heading(each) + prose(each) for each in told)


def ticker_entry(each: Told, form: str) -> str:
    hour, minute = each.clock.split(":")
    half = f"{int(hour) % 12 or 12}.{minute}{'pm' if int(hour) >= 12 else 'am'}"
    return form.format(
        clock=each.clock,
        half=half,
        iso=f"2024-12-04T{each.clock}:00+01:00",
        name=escape(each.bullet),
        prose=prose(each, linked=False),
        id=each.clock.replace(":", ""),
    )


def live_blog(told: Sequence[Told]) -> str:
    updates = [
        {
            "@type": "BlogPosting",
            "headline": each.bullet,
            "articleBody": each.text,
            "datePublished": f"2024-12-04T{each.clock}:00+01:00",
            "url": f"https://courier.example/live#e{each.clock.replace(':', '')}",
        }
        for each in told
    ]
    node = {"@context": "https://schema.org", "@type": "LiveBlogPosting", "headline": "Live", "liveBlogUpdate": updates}
    return f'<script type="application/ld+json">{json.dumps(node)}</script>'


def card(title: str, text: str, foot: str) -> str:
    return (
        '<figure class="card bookmark"><a href="https://courier.example/other"><div><div>'
        f"{escape(title)}</div><div>{escape(text)}</div><div><span>{escape(foot)}</span></div></div></a></figure>"
    )
