"""How fast is polite? 2,000 pages of 30 kB on 200 hosts with 100 ms latency, against the floor and urllib3 threads.

Run by hand or `make bench`: `python tests/bench/fetch_speed.py`. Loopback only; Linux (it needs 127.0.0.0/8).
"""

from __future__ import annotations

import argparse
import asyncio
import multiprocessing
import resource
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime
from multiprocessing.connection import Connection
from pathlib import Path
from queue import Empty, SimpleQueue

sys.path.insert(0, str(Path(__file__).parents[2]))

import urllib3

from scrapers.fetch import Network, State
from scrapers.outcome import Request, Result

HOSTS, PAGES, SIZE, LATENCY, CONNECTIONS = 200, 10, 30_000, 0.1, 60
BODY = (b"<!doctype html><title>A page</title><p>" + b"Some words of a page that is read. " * 900)[:SIZE]
#: As many requests at once as allowed, each taking the latency and nothing else.
FLOOR = HOSTS * PAGES / CONNECTIONS * LATENCY


class _Answering(asyncio.Protocol):
    """Answers each request after the latency; notes if a host is asked twice at once."""

    busy: dict[str, int] = {}  # noqa: RUF012  one count for all connections is the point
    most = 0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport
        self.host = str(transport.get_extra_info("sockname")[0])
        self.pending = b""

    def data_received(self, data: bytes) -> None:
        self.pending += data
        while b"\r\n\r\n" in self.pending:
            head, _, self.pending = self.pending.partition(b"\r\n\r\n")
            _Answering.busy[self.host] = _Answering.busy.get(self.host, 0) + 1
            _Answering.most = max(_Answering.most, _Answering.busy[self.host])
            asyncio.get_running_loop().call_later(LATENCY, self.answer, head.startswith(b"GET /robots.txt"))

    def answer(self, robots: bool) -> None:
        _Answering.busy[self.host] -= 1
        status, body = (b"404 Not Found", b"") if robots else (b"200 OK", BODY)
        head = b"HTTP/1.1 %s\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n" % (status, len(body))
        self.transport.write(head + body)


def _addresses() -> list[str]:
    return [f"127.0.{1 + number // 250}.{1 + number % 250}" for number in range(HOSTS)]


def _serve(told: Connection) -> None:
    async def run() -> None:
        loop = asyncio.get_running_loop()
        port = 0
        for address in _addresses():
            server = await loop.create_server(_Answering, address, port, backlog=256)
            port = server.sockets[0].getsockname()[1]
        told.send(port)
        while not told.poll():
            await asyncio.sleep(0.05)
        told.send(_Answering.most)

    asyncio.run(run())


def _threads(urls: dict[str, list[str]]) -> int:
    """The plain way: 60 threads, each takes a host and reads its pages one after the other."""
    pool = urllib3.PoolManager(num_pools=HOSTS, maxsize=1)
    hosts: SimpleQueue[str] = SimpleQueue()
    for host in urls:
        hosts.put(host)
    sizes: list[int] = []

    def work() -> None:
        while True:
            try:
                host = hosts.get_nowait()
            except Empty:
                return
            sizes.extend(len(pool.request("GET", url).data) for url in urls[host])

    threads = [threading.Thread(target=work) for _ in range(CONNECTIONS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sizes.count(SIZE)


def _ours(urls: dict[str, list[str]], *, robots: bool, folder: Path) -> int:
    state = State(folder)
    today = datetime.now(UTC)
    if not robots:
        for each in urls.values():
            state.keep_robots(each[0].rsplit("/", 1)[0], "", day=today.date())
    with Network(
        contact="bench@example.org", allow_private_hosts=True, connections=CONNECTIONS, state=state, clock=lambda: today
    ) as network:
        # Hosts in turn, as a night's pages come.
        outcomes = network.fetch([Request(url=each[page]) for page in range(PAGES) for each in urls.values()])
    return sum(outcome.result is Result.OK for outcome in outcomes)


def _timed(name: str, run: Callable[[], int], floor: float) -> float:
    before = resource.getrusage(resource.RUSAGE_SELF)
    started = time.perf_counter()
    count = run()
    seconds = time.perf_counter() - started
    after = resource.getrusage(resource.RUSAGE_SELF)
    processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    print(f"{name:48} {count:5} pages {seconds:6.2f} s {processor:6.2f} s CPU  {seconds / floor:5.2f} x floor")
    return seconds


def main() -> None:
    """Prints the times, the ratios, and what a pause costs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=2, help="each is measured so many times (default: 2)")
    rounds = parser.parse_args().rounds
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    server = context.Process(target=_serve, args=(theirs,), daemon=True)
    server.start()
    port = ours.recv()
    urls = {host: [f"http://{host}:{port}/{page}" for page in range(PAGES)] for host in _addresses()}
    with_robots = FLOOR * (PAGES + 1) / PAGES
    print(
        f"{HOSTS * PAGES} pages of {SIZE} bytes on {HOSTS} hosts, {LATENCY * 1000:.0f} ms latency, one request a host,"
    )
    print(f"{CONNECTIONS} in all; the floor is {FLOOR:.2f} s, and {with_robots:.2f} s with a robots.txt for each host")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder)
        plain, fast, whole = [], [], []
        for _ in range(rounds):
            plain.append(_timed("urllib3, 60 threads, no robots.txt", lambda: _threads(urls), FLOOR))
            fast.append(
                _timed("Nightdesk, robots.txt read before", lambda: _ours(urls, robots=False, folder=path), FLOOR)
            )
            whole.append(
                _timed("Nightdesk, robots.txt asked", lambda: _ours(urls, robots=True, folder=path), with_robots)
            )
    ours.send("stop")
    most = ours.recv()
    print(
        f"best of {rounds}: {min(fast) / FLOOR:.2f} x floor, {min(fast) / min(plain):.2f} x urllib3 threads; ", end=""
    )
    print(
        f"with robots.txt {min(whole) / with_robots:.2f} x its floor, {min(whole) / min(plain):.2f} x urllib3 threads"
    )
    print(f"most requests at once to one host, all clients: {most}")
    print(f"peak memory of this process: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000:.0f} MB")
    print(
        f"a pause of 1 s between two requests to a host makes {PAGES} pages a host (+ robots.txt) take {PAGES} s more"
    )


if __name__ == "__main__":
    main()
