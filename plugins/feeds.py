"""Writes every feed that the site has, in its three forms, and the list of all of them for feed readers."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pelican import signals
from pelican.generators import Generator

from plugins.channels import Newsroom
from plugins.feed_json import json_feed
from plugins.feed_xml import atom, rss
from plugins.figures_feed import figures_channels
from plugins.routes import feed_path
from plugins.weeks_feed import weeks_channels


class Feeds(Generator):  # type: ignore[misc]
    """Needs `site`, `stories`, `data` and `weeks` in the context, which `plugins.pages` puts there."""

    def generate_context(self) -> None:
        authority = self.settings["NIGHTDESK"].authority
        site, stories, data = (self.context[name] for name in ("site", "stories", "data"))
        self.newsroom = Newsroom(
            site, stories, data, authority, self._render, self.context["gazetteer"], self.context["spoken"]
        )
        self.channels = (
            *self.newsroom.channels(),
            *figures_channels(self.newsroom),
            *weeks_channels(self.newsroom, self.context["weeks"]),
        )
        self.context["channels"] = self.channels

    def generate_output(self, writer: Any) -> None:
        settings, hub = self.context["site"].settings, self.settings.get("WEBSUB_HUB", "")
        for channel in self.channels:
            self._write(feed_path(channel.name, "rss"), rss(channel, settings, hub))
            self._write(feed_path(channel.name, "atom"), atom(channel, settings, hub))
            self._write(feed_path(channel.name, "json"), json_feed(channel, settings, hub))
        for channel in self.newsroom.archives():
            self._write(feed_path(channel.name, "rss"), rss(channel, settings))
            self._write(feed_path(channel.name, "atom"), atom(channel, settings))
        writer.write_file("feeds/all.opml", self.env.get_template("all.opml"), self.context)

    def _render(self, template: str, **values: object) -> str:
        return str(self.get_template(f"mail/{template}").render(spoken=self.context["spoken"], **values))

    def _write(self, path: str, content: bytes) -> None:
        target = Path(self.output_path) / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


def add_generator(_pelican: Any) -> type[Feeds]:
    return Feeds


def register() -> None:
    signals.get_generators.connect(add_generator)
