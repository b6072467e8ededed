"""The subjects of a section."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scrapers.model import Development
from scrapers.page.subjects import subjects_of
from tests.group.world import article, topics

SUBJECTS = {
    "the heading names it": (
        [("Rebels free 40 prisoners in Talvor", ""), ("Talvor welcomes its men", "")],
        ("prisoners",),
    ),
    "only the summary of one of two names it": (
        [("Power station hit in Talvor", "Prisoners were exchanged the day before."), ("Lights out in Talvor", "")],
        (),
    ),
    "another headline of two names it": (
        [("Power station hit in Talvor", ""), ("Russia-Ukraine recap: prisoners freed", "")],
        (),
    ),
    "most summaries name it": (
        [
            ("Critic jailed for 25 years", "He was found guilty of treason."),
            ("Court jails critic", "The charge was treason."),
        ],
        ("law",),
    ),
    "weapons that stay are no delivery": ([("Norland tells G-7 its weapons to stay", "")], ()),
    "civilian rule is no harm": ([("General commits to civilian rule", "")], ()),
}


@pytest.mark.parametrize("case", SUBJECTS)
def test_names_the_subjects(case: str) -> None:
    told, subjects = SUBJECTS[case]
    articles = tuple(article(str(n), head, summary, by=f"Outlet {n}") for n, (head, summary) in enumerate(told))
    one = Development(id="a", headline=told[0][0], articles=articles)
    assert subjects_of(one, topics()) == subjects


def test_a_development_of_a_subjects_kind_of_event_belongs_to_it_whatever_its_words() -> None:
    told = article("1", "Envoys meet in Talvor", "", by="Wire")
    one = Development(id="a", headline=told.headline, articles=(told,), kind="talks")
    assert subjects_of(one, topics()) == ("talks",)
    assert subjects_of(replace(one, kind="battle"), topics()) == ()
    assert subjects_of(replace(one, kind=None), topics()) == ()
