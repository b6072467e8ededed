"""The network: many hosts at once, each of them gently; every request ends, and ends as a value."""

from __future__ import annotations

import asyncio
import hashlib
import random
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from types import TracebackType
from typing import TYPE_CHECKING

import stamina
import stamina.instrumentation

from scrapers.fetch.answer import judged
from scrapers.fetch.client import HOPS, REDIRECTS, Client, Exchange, Failed, retry_after, sendable, target
from scrapers.fetch.cookies import Cookies
from scrapers.fetch.guard import refusal
from scrapers.fetch.politeness import LONGEST_WAIT, Host, host_name, origin
from scrapers.fetch.robots import Rules, decoded
from scrapers.outcome import Outcome, Request, Response, Result

if TYPE_CHECKING:
    from scrapers.fetch.recorder import Recorder
    from scrapers.fetch.state import State

AGENT = "Nightdesk"
#: robots.txt may take this share of a request's time.
_ROBOTS_SHARE = 1 / 3
#: Share of a request's time that has to be left for another try.
_ENOUGH = 0.2


def _version() -> str:
    try:
        return version("nightdesk")
    except PackageNotFoundError:  # run from its files, not installed
        return "0"


def utc_now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, kw_only=True)
class _Permission:
    """What asking a host's robots.txt gave. `failed` if nobody can tell."""

    rules: Rules
    failed: tuple[Result, str] | None = None
    seconds: float = 0.0


class Network:
    """Fetches from the network.

    `contact` is an address people can write to; it goes out with every request. `pause` is the rest of a host between
    two requests and `deadline` all that one request may take, redirects, retries and robots.txt included, in seconds
    (time spent waiting for its turn does not count). Loopback hosts get no pause. A request is tried up to `attempts`
    times, the second about `backoff` seconds after the first, the third after twice that. `connections` bounds what is
    under way at once. `clock` gives the time that outcomes carry.

    `allow_private_hosts` admits loopback and private networks, and any port, for addresses asked for directly; a
    redirect to another host is held to the strict rules all the same.
    """

    def __init__(
        self,
        *,
        contact: str,
        allow_private_hosts: bool = False,
        pause: float = 1.0,
        deadline: float = 20.0,
        connections: int = 60,
        attempts: int = 3,
        backoff: float = 0.5,
        state: State | None = None,
        record: Recorder | None = None,
        clock: Callable[[], datetime] = utc_now,
    ) -> None:
        self._agent = f"{AGENT}/{_version()} (+{contact})"
        self._private = allow_private_hosts
        self._pause, self._deadline = pause, deadline
        self._attempts, self._backoff = attempts, backoff
        self._state, self._record, self._clock = state, record, clock
        self._connections = connections
        self._runner = asyncio.Runner()
        self._client: Client | None = None
        self._slots = asyncio.Semaphore(connections)
        self._hosts: dict[str, Host] = {}
        self._permissions: dict[tuple[str, bool], asyncio.Task[_Permission]] = {}
        # A retry is told in the outcome; stamina would also log it.
        stamina.instrumentation.set_on_retry_hooks(())

    def fetch(self, requests: Iterable[Request], *, done: Callable[[Outcome], None] | None = None) -> list[Outcome]:
        """What became of each request, in their order; `done` is called as each ends and must be quick."""
        return self._runner.run(self._fetch(list(requests), done))

    def remembered(self, url: str) -> Response | None:
        """What an address that is `unchanged` said when it last answered; None without a state."""
        return self._state.response(url) if self._state is not None else None

    def close(self) -> None:
        """Closes the connections."""
        if self._client is not None:
            self._runner.run(self._client.close())
            self._client = None
        self._runner.close()

    def __enter__(self) -> Network:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    # --- inside the loop

    async def _fetch(self, requests: list[Request], done: Callable[[Outcome], None] | None) -> list[Outcome]:
        if self._client is None:
            # Names are looked up in threads; a name server that does not answer must not hold up the others.
            asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(self._connections))
            self._client = Client(user_agent=self._agent, allow_private=self._private, clock=self._clock)

        async def one(request: Request) -> Outcome:
            outcome = await self._outcome(request)
            if done is not None:
                done(outcome)
            return outcome

        try:
            async with asyncio.TaskGroup() as group:
                tasks = [group.create_task(one(request)) for request in requests]
        except BaseExceptionGroup as errors:  # what `done` raised
            raise errors.exceptions[0] from None
        return [task.result() for task in tasks]

    async def _outcome(self, request: Request) -> Outcome:
        if self._state is not None and (rest := self._state.resting(request.url, now=self._clock())):
            outcome = Outcome(request=request, result=Result.RESTING, detail=rest)
            if self._record is not None:
                self._record.add(outcome, time=self._clock(), known=self._state.known(request.url))
            return outcome
        asked = self._state.conditional(request) if self._state is not None and request.purpose == "feed" else request
        journey = _Journey(self, asked, private=self._private)
        try:
            response = await journey.response()
            outcome = Outcome(request=request, result=Result.OK, detail=journey.news(), response=response)
        except Failed as failed:
            outcome = Outcome(request=request, result=failed.result, detail=failed.detail)
        outcome = replace(outcome, seconds=round(journey.seconds, 3))
        if self._record is not None:
            kept = self.remembered(request.url) if outcome.result is Result.UNCHANGED else None
            known = self._state.known(request.url) if self._state is not None and request.purpose == "feed" else None
            self._record.add(outcome, exchanges=journey.exchanges, time=self._clock(), remembered=kept, known=known)
        return outcome

    def _host(self, url: str) -> Host:
        name = host_name(url)
        if name not in self._hosts:
            self._hosts[name] = Host(name, pause=self._pause)
        return self._hosts[name]

    async def _permission(self, url: str, *, private: bool) -> _Permission:
        """What the robots.txt of this address's origin says; asked once a night, kept for a day by the state.

        Where a redirect leads (`private` is False), robots.txt is asked under the same strict rules as the page.
        """
        key = (origin(url), private)
        if key not in self._permissions:
            self._permissions[key] = asyncio.get_running_loop().create_task(self._ask_permission(*key))
        return await asyncio.shield(self._permissions[key])

    async def _ask_permission(self, key: str, private: bool) -> _Permission:
        today = self._clock().date()
        kept = self._state.robots(key, day=today) if self._state is not None else None
        if kept is not None:
            return _Permission(rules=Rules(kept, agent=AGENT))
        journey = _Journey(self, Request(url=key + "/robots.txt", purpose="robots"), private=private)
        text: str | None = None
        failed: tuple[Result, str] | None = None
        refused = False
        try:
            text = decoded((await journey.response()).body)
        except Failed as error:
            refused = error.result is Result.REFUSED_ADDRESS
            # RFC 9309, 2.3.1: a refusal or a missing file allows all, an unreachable one forbids all.
            if error.result is Result.SERVER_ERROR:
                failed = (Result.ROBOTS, f"robots.txt: {error.detail}")
            elif error.result not in _NO_RULES:
                failed = (error.result, f"robots.txt: {error.detail}")
        if failed is None and not refused and self._state is not None:
            self._state.keep_robots(key, text or "", day=today)
        if self._record is not None:
            self._record.exchanges(journey.exchanges)
        return _Permission(rules=Rules(text, agent=AGENT), failed=failed, seconds=journey.seconds)


#: Ends of a request for robots.txt that mean: there is none.
_NO_RULES = frozenset(
    {Result.GONE, Result.BLOCKED, Result.EMPTY, Result.HTTP_ERROR, Result.REDIRECTS, Result.REFUSED_ADDRESS}
)


class _Journey:
    """One request on its way: its hops, its tries, and the time it has left."""

    def __init__(self, network: Network, request: Request, *, private: bool) -> None:
        self.network = network
        self.request = request
        self.private = private
        self.cookies = Cookies()
        self.exchanges: list[Exchange] = []
        self.origins: set[str] = set()
        self.robots = request.purpose == "robots"
        self.left = network._deadline * (_ROBOTS_SHARE if self.robots else 1)
        self.seconds = 0.0

    async def response(self) -> Response:
        """The response at the end of the way. Raises Failed."""
        try:
            url = first = sendable(self.request.url)
        except ValueError as error:
            raise Failed(Result.REFUSED_ADDRESS, "no address that can be read") from error
        # The same address with another cookie is another request; with the same one it is a circle.
        seen = {(url, "")}
        for _ in range(HOPS + 1):
            exchange = await self._hop(url, private=self.private and host_name(url) == host_name(first))
            self.exchanges.append(exchange)
            if exchange.status not in REDIRECTS:
                return self._judged(exchange)
            location = exchange.header("location")
            if location is None:
                raise Failed(Result.HTTP_ERROR, f"status {exchange.status} without an address")
            onward = target(url, location)
            if onward is None:
                raise Failed(Result.REFUSED_ADDRESS, "redirect to no address that can be read")
            asked = (onward, self.cookies.header(onward))
            if asked in seen:
                raise Failed(Result.REDIRECTS, "in a circle")
            again = any(onward == address for address, _ in seen)
            seen.add(asked)
            url = onward
        raise Failed(Result.REDIRECTS, "in a circle" if again else f"more than {HOPS}")

    def news(self) -> str:
        """What the way itself says, for people: a feed that has moved for good wants a new address in its form."""
        moved = any(exchange.status in (301, 308) for exchange in self.exchanges)
        return f"moved to {self.exchanges[-1].url}" if moved and self.request.purpose == "feed" else ""

    async def _hop(self, url: str, *, private: bool) -> Exchange:
        network = self.network
        reason = refusal(url, allow_private=private)
        if reason is not None:
            raise Failed(Result.REFUSED_ADDRESS, reason)
        host = network._host(url)
        if not self.robots:
            permission = await network._permission(url, private=private)
            if permission.failed is not None:
                raise Failed(*permission.failed)
            if not permission.rules.allow(url):
                raise Failed(Result.ROBOTS, "")
            host.delay = permission.rules.delay
            if origin(url) not in self.origins:
                self.origins.add(origin(url))
                self.left -= permission.seconds
                self.seconds += permission.seconds
        async with host.turn():
            return await self._tries(host, url, private=private)

    async def _tries(self, host: Host, url: str, *, private: bool) -> Exchange:
        loop = asyncio.get_running_loop()
        tries: list[Failed] = []
        until: float | None = None  # waiting for a turn takes nothing from the request's own time

        def again(error: Exception) -> bool | float:
            if not isinstance(error, Failed) or not error.again or until is None:
                return False
            tries.append(error)
            wait = (
                max(host.pause, self.network._backoff * 2 ** (len(tries) - 1) * (0.5 + random.random()))
                if error.wait is None
                else error.wait
            )
            # A try with next to no time left would only change a good reason into a timeout.
            enough = (until - loop.time()) - wait >= self.left * _ENOUGH
            return wait if enough and wait <= LONGEST_WAIT else False

        started = loop.time()
        try:
            async for attempt in stamina.retry_context(on=again, attempts=self.network._attempts, timeout=None):
                with attempt:
                    await host.rested()
                    if host.closed is not None:
                        raise tries[0] if tries else Failed(*host.closed)
                    async with self.network._slots:
                        if until is None:
                            started = loop.time()
                            until = started + self.left
                        return await self._try(host, url, private=private, until=until)
        except Failed as error:
            if error.exchange is not None:
                self.exchanges.append(error.exchange)
            if tries and error.result is Result.TIMEOUT:
                raise tries[0] from error
            raise
        finally:
            spent = loop.time() - started
            self.left -= spent
            self.seconds += spent
        raise AssertionError("the last attempt returns or raises")

    async def _try(self, host: Host, url: str, *, private: bool, until: float) -> Exchange:
        request = self.request
        conditions = {
            name: value
            for name, value in (
                ("If-None-Match", request.etag),
                ("If-Modified-Since", request.modified),
                ("Cookie", self.cookies.header(url)),
            )
            if value
        }
        client = self.network._client
        assert client is not None
        try:
            exchange = await client.exchange(
                url, purpose=request.purpose, conditions=conditions, private=private, until=until
            )
        except Failed as error:
            host.note(error.result)
            raise
        self.cookies.keep(exchange.headers, url=url)
        host.note(Result.OK)
        wait = retry_after(exchange) if exchange.status in (429, 503) else None
        if wait is not None:
            host.leave_alone(wait, result=Result.BLOCKED if exchange.status == 429 else Result.SERVER_ERROR)
        if exchange.status >= 500 and exchange.status not in (501, 505, 999):
            result, detail = judged(_response(exchange, request), purpose=request.purpose)
            if result is Result.SERVER_ERROR:
                failed = Failed(result, detail, again=True, wait=wait)
                failed.exchange = exchange
                raise failed
        return exchange

    def _judged(self, exchange: Exchange) -> Response:
        if exchange.status == 304:
            if self.request.etag or self.request.modified:
                raise Failed(Result.UNCHANGED, "")
            raise Failed(Result.HTTP_ERROR, "status 304, although the request had no condition")
        response = _response(exchange, self.request)
        result, detail = judged(response, purpose=self.request.purpose)
        if result is not Result.OK:
            raise Failed(result, detail)
        return response


def _response(exchange: Exchange, request: Request) -> Response:
    return Response(
        url=request.url,
        final_url=exchange.url,
        status=exchange.status,
        headers=exchange.headers,
        body=exchange.body,
        fetched=exchange.time,
        sha256=hashlib.sha256(exchange.body).hexdigest(),
        address=exchange.address,
    )
