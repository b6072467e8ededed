"""A certificate that proves nothing is not accepted, and is named."""

from __future__ import annotations

import shutil
import socket
import ssl
import subprocess
from pathlib import Path

import pytest

from scrapers.fetch import Network
from scrapers.outcome import Request, Result
from tests.fetch.site import Site


@pytest.mark.skipif(shutil.which("openssl") is None, reason="needs openssl to make a certificate")
def test_a_self_signed_certificate_is_refused(tmp_path: Path) -> None:
    command = (
        "openssl req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out certificate.pem -days 2 -subj /CN=localhost"
    )
    subprocess.run(command.split(), cwd=tmp_path, check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(tmp_path / "certificate.pem", tmp_path / "key.pem")
    with Site() as site, Network(contact="tests@example.org", allow_private_hosts=True) as fetcher:
        site.server.socket = context.wrap_socket(site.server.socket, server_side=True)
        (outcome,) = fetcher.fetch([Request(url=site.base.replace("http:", "https:") + "/1")])
    assert (outcome.result, outcome.detail) == (Result.TLS, "robots.txt: self-signed certificate")
    assert site.asked == []


def test_nobody_at_the_port_and_nobody_of_that_name_are_two_things(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown_name(*_: object, **__: object) -> object:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown_name)
    with Site() as site:
        closed = site.base
    with Network(contact="tests@example.org", allow_private_hosts=True, attempts=1, pause=0) as fetcher:
        refused, unknown = fetcher.fetch([Request(url=f"{closed}/1"), Request(url="http://nobody.invalid/1")])
    assert (refused.result, refused.detail) == (Result.CONNECT, "robots.txt: connection refused")
    assert unknown.result is Result.DNS
