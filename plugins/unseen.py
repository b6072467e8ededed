"""What could a day not see? Read off the lines of its section "What we could not see", as the night writes them."""

from __future__ import annotations

from scrapers.briefing import UNSEEN, Briefing, Section, item_key


def unseen_section(briefing: Briefing) -> Section | None:
    """The section, with the night's lines and an editor's words; None of a day that names nothing."""
    return next((each for each in briefing.sections if not each.id and each.headline == UNSEEN), None)


def failed(briefing: Briefing) -> tuple[str, ...]:
    """The sources of which a line gives the reason why they could not be read, each once, as Markdown has them.

    A source of several feeds that failed is one, and so is one that failed in two runs of a day.
    """
    return tuple(dict.fromkeys(_named(briefing)))


def says_more(briefing: Briefing) -> bool:
    """Does the section say anything that is no such line? An editor's words are no count, and no silence either."""
    section = unseen_section(briefing)
    lines = [line for line in section.prose.split("\n") if line.strip()] if section else []
    return len(lines) > len(_named(briefing))


def _named(briefing: Briefing) -> list[str]:
    """The source of each line that gives a reason."""
    keys = ((item, item_key(item)) for item in briefing.items(UNSEEN))
    return [key for item, key in keys if item[len(key) :].startswith(": ")]
