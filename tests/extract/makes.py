"""Pages that are not what their entry tells of, in the makes that publishers use, with texts of our own."""

from __future__ import annotations

from dataclasses import dataclass

PLACES = "Tolmet Ferrow Ostrel Veld Kesti Norva Ardun Belmar Corvat Dunmere Elsted Farrow Gilden Harwick Istrel".split()
EVENTS = (
    ("shelling hits the grain port", "Shelling hit the grain port of {place}, and two of its four berths were shut.",
     "The harbour master, {name}, said that crews had put out a fire in a warehouse at {place} by dawn."),
    ("truce talks break off", "Talks on a truce in {place} broke off, two diplomats in the room said.",
     "A spokesman for the river command, {name}, said that it would not return to {place} without guarantees."),
    ("drones strike a power station", "Drones struck the power station of {place} and left the valley dark.",
     "Engineer {name} said that repairs of the turbine hall in {place} would take until the spring."),
    ("convoy reaches the besieged quarter", "A convoy reached the besieged quarter of {place} with flour and insulin.",
     "The doctor {name} said that the hospital of {place} had been without anaesthetics for nine days."),
)  # fmt: skip
NAMES = "Brandt Holt Marek Sorel Tanaka Okafor Lindqvist Petrov Aziz Romero Kovac Nilsen Duarte Weiss Farah".split()
REST = (
    "Nobody could be reached on the other bank, where the telephone lines have been down since the weekend began.",
    "The account could not be checked independently; pictures from the spot show smoke above the northern quay.",
    "Aid agencies asked both commands for a corridor of six hours so that the old and the ill might be brought out.",
)


@dataclass(frozen=True)
class Told:
    """An article as its feed tells it, and its own paragraphs."""

    headline: str
    summary: str
    paragraphs: tuple[str, ...]
    url: str


def article(number: int, *, host: str = "ledger.example") -> Told:
    """One of sixty: no two share both place and event."""
    place = PLACES[number % len(PLACES)]
    event, first, second = EVENTS[number // len(PLACES) % len(EVENTS)]
    name = NAMES[(number * 7) % len(NAMES)]
    headline = f"{place}: {event}"
    slug = headline.lower().replace(":", "").replace(" ", "-")
    body = (first.format(place=place), second.format(place=place, name=name), *REST[: 1 + number % 3])
    return Told(headline, body[0], body, f"https://{host}/2026/11/30/{slug}-{number}")


def paragraphs(texts: tuple[str, ...] | list[str]) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def page(body: str, *, title: str, head: str = "") -> str:
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title} | Harbour Ledger</title>'
        f'<meta property="og:title" content="{title}"><meta property="og:site_name" content="Harbour Ledger">{head}'
        f'</head><body><header><a href="/">Harbour Ledger</a></header>{body}'
        "<footer><p>© 2026 Harbour Ledger. All rights reserved.</p></footer></body></html>"
    )


def whole(told: Told) -> str:
    """The article as it should be."""
    return page(
        f"<main><article><h1>{told.headline}</h1><div class='body'>{paragraphs(told.paragraphs)}</div></article></main>",
        title=told.headline,
    )


_CONSENT = [
    "We and our 842 partners store and access information on a device, such as cookies, to show advertising to you.",
    "You may accept or manage your choices below, or at any time later on the page that tells of our privacy policy.",
    "Some partners rely on a legitimate interest; you can object to that by going to the settings of this site.",
]
_OFFER = [
    "Subscribe today for one mark a week and read everything that our forty correspondents send from the field.",
    "You can cancel whenever you like. Students and pensioners pay half, and a day pass costs three marks.",
    "Already a subscriber? Enter the address that you gave us, and we send you a link that opens for ten minutes.",
]
_GERMAN = [
    "Besuchen Sie unsere Seite wie gewohnt mit Werbung und Tracking. Details stehen in der Erklärung zum Datenschutz.",
    "Jederzeit kündbar: Lesen Sie alles nahezu ohne Werbung im Abo für 1,20 Mark die Woche, monatlich abgerechnet.",
]
_FRENCH = [
    "Avec votre accord, nos partenaires et nous utilisons des traceurs pour stocker et lire des données personnelles.",
    "Vous pouvez refuser en vous abonnant, ou changer d'avis à tout moment en bas de chacune de nos pages.",
]
_BLOCKER = [
    "It looks as if you use an ad blocker. Our reporters are paid from what advertisers give us, so please allow ads.",
    "Open the menu of your browser, choose the extension, add our name to its list of exceptions, and load once more.",
]
_ABROAD = [
    "Our visitors from Europe matter to us. This site cannot be reached at present from most of its countries.",
    "We are looking at ways to offer all that we publish to everybody there, and we thank you for your patience.",
]
_ROBOT = [
    "Checking whether the connection is secure. This takes a few seconds; the page goes on by itself afterwards.",
    "Please enable scripts, turn off private browsing, and press the button and hold it to show that you are human.",
]
_LETTER = [
    "Create your free account to go on reading and to keep what you like in one place on each of your devices.",
    "By signing up you accept the terms, and that we may write to you about offers of ours once in a month.",
]


def _layer(told: Told, texts: list[str], name: str) -> str:
    return page(f"<div {name}><h2>Welcome</h2>{paragraphs(texts)}<button>Agree</button></div>", title=told.headline)


#: Walls, by make. Some keep the article's own title.
WALLS = {
    "consent in place of the page": lambda told: page(
        f"<div class='privacy-layer'><h1>Your privacy</h1>{paragraphs(_CONSENT)}</div>", title="Your privacy"
    ),
    "consent under the article's title": lambda told: _layer(told, _CONSENT, "id='cmpwrapper'"),
    "an offer below the headline": lambda told: page(
        f"<main><article><h1>{told.headline}</h1><div class='x-offer'>{paragraphs(_OFFER)}</div></article></main>",
        title=told.headline,
    ),
    "log in": lambda told: page(f"<main><h1>Log in</h1>{paragraphs(_OFFER[2:])}</main>", title="Log in"),
    "an account to be made": lambda told: _layer(told, _LETTER, "class='reg-gate'"),
    "German, pay or consent": lambda told: page(f"<div class='cmp'><h1>Mit Werbung</h1>{paragraphs(_GERMAN)}</div>",
                                                title="Zustimmung"),
    "French, under the article's title": lambda told: _layer(told, _FRENCH, "class='gateway'"),
    "an ad blocker": lambda told: _layer(told, _BLOCKER, "class='tp-modal'"),
    "not from abroad": lambda told: page(f"<main>{paragraphs(_ABROAD)}</main>", title="Not available"),
    "no robots": lambda told: page(f"<div id='challenge'>{paragraphs(_ROBOT)}</div>", title="Just a moment"),
}  # fmt: skip

SOFT_404 = {
    "a sentence": lambda told: page(
        "<main><h1>Page not found</h1><p>The page that you are looking for was moved, or it never was here at all.</p>"
        "<p>Use the search above, or begin at the front, where the news of the day stand in their order.</p></main>",
        title="Page not found",
    ),
    "with what others read": lambda told: page(
        "<main><h1>Oops!</h1><p>We could not find that.</p><section><h2>Others read</h2>"
        "<article><h3><a href='/a1'>Bakers agree on a price for rye</a></h3><p>The guild of bakers and the mills agreed "
        "on a price for rye until the summer, after a night of talks.</p></article><article><h3><a href='/a2'>A bridge "
        "for bicycles opens</a></h3><p>The bridge over the canal opens on Sunday, two years late and in another "
        "colour than planned.</p></article></section></main>",
        title="Oops",
    ),
    "withdrawn": lambda told: page(
        "<main><h1>This item is no longer available</h1><p>It was withdrawn by our editors or its licence has come to "
        "an end; write to the archive, whose staff can send a copy to libraries.</p></main>",
        title="Unavailable",
    ),
}


def front(those: list[Told]) -> str:
    """The front page: teasers of every article, that of the entry among them."""
    cards = "".join(
        f"<article><h2><a href='{each.url}'>{each.headline}</a></h2><p>{each.summary}</p></article>" for each in those
    )
    return page(f"<main>{cards}</main>", title="Harbour Ledger: news from the river")


_PICTURES = [
    "Smoke stands above the northern quay, seen from the roof of the customs house a little after six in the morning.",
    "A woman carries water past a burnt-out tram; the line to the upper town has not run since the first of the month.",
    "Two men repair a window with plastic sheets that an aid agency handed out in front of the town hall on Friday.",
    "Children look at a crater in the yard of their school, which the district had closed on the evening before.",
    "Sacks of rye that got wet when the roof of the granary fell in are dried on the steps of the old exchange.",
    "A ferry waits at the lower landing. It has taken four hundred people to the other bank since the bridge was shut.",
    "The harbour at night, without a lamp: the grid operator cuts each quarter off for six hours of every twelve.",
    "Volunteers fill sandbags behind the theatre, where a field kitchen has stood for the whole of the last week.",
]
GALLERIES = {
    "figures": lambda texts: "".join(
        f"<figure><img src='/{n}.jpg'><figcaption>{text}</figcaption></figure>" for n, text in enumerate(texts)
    ),
    "slides": lambda texts: "<div class='swiper'>" + "".join(
        f"<div class='swiper-slide'><img src='/{n}.jpg'><p>{text}</p></div>" for n, text in enumerate(texts)
    ) + "</div>",
    "a list with counters": lambda texts: "<ul class='pics'>" + "".join(
        f"<li><img src='/{n}.jpg'><span>{n + 1}/{len(texts)}</span><p>{text}</p></li>" for n, text in enumerate(texts)
    ) + "</ul>",
    "definition lists": lambda texts: "<div class='g1'>" + "".join(
        f"<dl class='g2'><dt><img src='/{n}.jpg'></dt><dd>{text}</dd></dl>" for n, text in enumerate(texts)
    ) + "</div>",
    "items without a name": lambda texts: "<div class='x7'>" + "".join(
        f"<div class='x8'><a href='/p/{n}'><img src='/{n}.jpg'></a><div class='x9'><p>{text}</p>"
        "<p>Photo: Mira Holt</p></div></div>" for n, text in enumerate(texts)
    ) + "</div>",
}  # fmt: skip

_VOICES = [
    "My brother works at that harbour and he says that it was much louder than in the spring, whatever they write here.",
    "Why does nobody ask where the flour goes? Half of it was sold on the market last time, I saw it with my own eyes.",
    "I have lived in this town for sixty years and I have never seen such a mess, and I blame both of the commands.",
    "Thank you for the report. One thing I do not understand is why the ferry runs when the bridge is said to be safe.",
    "They will talk and talk until nothing is left to talk about. My grandmother said so in the last war, too.",
    "To the one above: you were not there, so do not tell us what we saw. The second blast came after the siren.",
]


def _voice(number: int) -> tuple[str, str, str]:
    name = f"{NAMES[number % len(NAMES)].lower()}{number}"
    return name, f"2026-11-30T1{number % 10}:05:00Z", " ".join(_VOICES[(number + k) % len(_VOICES)] for k in range(2))


def _each_voice(form: str, count: int = 14) -> str:
    return "".join(form.format(name=name, time=time, text=text) for name, time, text in map(_voice, range(count)))


COMMENTS = {
    "a section by name": "<section id='comments'><h2>Comments</h2>"
    + _each_voice("<div class='comment'><b>{name}</b> <time datetime='{time}'>today</time><p>{text}</p></div>")
    + "</section>",
    "a list": "<ol class='commentlist'>"
    + _each_voice("<li><cite>{name}</cite> <time datetime='{time}'>12:05</time><p>{text}</p><a href='#'>Reply</a></li>")
    + "</ol>",
    "a forum": "<div class='forum'>"
    + _each_voice(
        "<div class='posting'><div><a href='/u/{name}'>{name}</a> <span>30.11.2026, 12:05</span></div>"
        "<div class='posting-text'>{text}</div></div>"
    )
    + "</div>",
    "marked up": "<div class='x1'>"
    + _each_voice(
        "<div class='x2' itemprop='comment' itemscope itemtype='https://schema.org/Comment'><span itemprop='author'>{name}"
        "</span><time datetime='{time}'>12:05</time><div itemprop='text'><p>{text}</p></div></div>"
    )
    + "</div>",
    "without a name": "<div class='y1'>"
    + _each_voice(
        "<div class='y2'><div class='y3'><img src='/a.png'><a href='/u/{name}'>{name}</a><time datetime='{time}'>2 h"
        "</time></div><p>{text}</p><div class='y4'><a href='#'>Like</a> <a href='#'>Reply</a></div></div>"
    )
    + "</div>",
}


def with_gallery(told: Told, make: str) -> str:
    """A short article with pictures that have more words than it."""
    pictures = GALLERIES[make]([f"{text[:-1]}, {told.headline.split(':')[0]}." for text in _PICTURES])
    return page(
        f"<main><article><h1>{told.headline}</h1>{paragraphs(told.paragraphs)}{pictures}</article></main>",
        title=told.headline,
    )


def with_comments(told: Told, make: str) -> str:
    """A short article with readers' comments that are longer than it."""
    return page(
        f"<main><article><h1>{told.headline}</h1><div class='body'>{paragraphs(told.paragraphs)}</div></article>"
        f"{COMMENTS[make]}</main>",
        title=told.headline,
    )
