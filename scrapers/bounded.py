"""How strangers' bytes are read without stalling the night: each item in a child process that can be killed.

A template process imports the function once and forks the workers, so a new worker costs a millisecond or two. It is
started by `subprocess`, not forked from the caller: the caller may run threads and an event loop, and it may have no
importable `__main__`. POSIX only (fork, SIGPROF, SIGALRM, RLIMIT_AS).
"""

from __future__ import annotations

import atexit
import contextlib
import json
import os
import pickle
import resource
import selectors
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

Item = TypeVar("Item")
Value = TypeVar("Value")

_MB = 1024 * 1024
#: A worker that has kept this share of its memory after an item is replaced, so the next item has its full room.
_WORN = 0.25
#: Wall-clock seconds that a second of computing may take on a crowded machine. What is given up must depend on the item
#: alone, so that a recorded night gives the same again; only what waits instead of computing meets this limit.
CROWDED = 60
#: The kernel ends an item at its limits; the caller looks again after this many seconds, should that have failed.
_GRACE = 1.0
_IS_WORN, _IS_FRESH = b"w", b"f"


@dataclass(frozen=True, kw_only=True)
class GaveUp:
    """What stands where a value should: the item took too long, too much memory, or ended its process."""

    reason: str


class FunctionNotFound(RuntimeError):
    """The function cannot be imported by a child process; the message holds the child's reason."""


def bounded(
    function: Callable[[Item], Value],
    items: Iterable[Item],
    *,
    seconds: float,
    megabytes: int,
    workers: int,
    wall: float | None = None,
) -> Iterator[tuple[int, Value | GaveUp]]:
    """Gives (index, value) for each item as it ends, in the order in which they end.

    `function` is one that a child can import (module level, not in `__main__`; `functools.partial` of one serves),
    items and values can be pickled. An item that takes more than `seconds` of CPU time or `wall` seconds by the clock
    (`CROWDED` times as long, unless said), needs `megabytes` more memory than the idle worker, raises, or ends its
    process gives `GaveUp`; the others go on. `items` is read as workers come free.
    Raises `FunctionNotFound` if the child cannot import the function.
    """
    if seconds <= 0 or megabytes <= 0 or workers <= 0:
        raise ValueError("seconds, megabytes and workers must be above zero")
    wall = seconds * CROWDED if wall is None else wall
    waiting = enumerate(items)
    first = next(waiting, None)
    if first is None:
        return
    with (
        _template(function, seconds=seconds, wall=wall, megabytes=megabytes) as template,
        selectors.DefaultSelector() as ready,
    ):
        busy: set[_Worker] = set()
        idle: list[_Worker] = []
        upcoming: tuple[int, Item] | None = first
        try:
            while upcoming is not None or busy:
                while upcoming is not None and len(busy) < workers:
                    index, item = upcoming
                    worker = idle.pop() if idle else template.start()
                    failure = template.ask(worker, index, item)
                    if failure is None:
                        busy.add(worker)
                        ready.register(worker.pipe, selectors.EVENT_READ, worker)
                    else:
                        yield index, failure
                    upcoming = next(waiting, None)
                for worker in _answered(busy, ready):
                    ready.unregister(worker.pipe)
                    busy.discard(worker)
                    answer = worker.answer()
                    if answer is None:
                        yield worker.index, template.end(worker)
                        continue
                    value, worn = answer
                    if worn:
                        template.end(worker)
                    else:
                        idle.append(worker)
                    yield worker.index, value
        finally:
            for worker in (*busy, *idle):
                template.end(worker)


#: Templates that wait for the next call of their function: to start one costs as much as to read fifty pages.
_waiting: dict[bytes, _Template] = {}


@contextlib.contextmanager
def _template(function: Callable[[Any], Any], *, seconds: float, wall: float, megabytes: int) -> Iterator[_Template]:
    """The process for a function and its limits, started or taken from those that wait; left waiting afterwards."""
    try:
        key = pickle.dumps((os.getpid(), sys.path, function, seconds, wall, megabytes))
    except (pickle.PicklingError, AttributeError) as error:
        raise FunctionNotFound(f"{function!r} cannot be sent to a child process: {error}") from error
    template = _waiting.pop(key, None)
    if template is not None and template.process.poll() is not None:
        template.close()
        template = None
    template = template or _Template(function, seconds=seconds, wall=wall, megabytes=megabytes)
    try:
        yield template
    except BaseException:
        template.close()
        raise
    if key in _waiting:
        template.close()  # two calls ran at a time
    else:
        _waiting[key] = template


@atexit.register
def _close() -> None:
    while _waiting:
        _waiting.popitem()[1].close()


def _answered(busy: set[_Worker], ready: selectors.BaseSelector) -> list[_Worker]:
    """Waits until at least one worker has answered, ended or is overdue; in the order of the items."""
    if not busy:
        return []
    pause = max(0.0, min(worker.deadline for worker in busy) - time.monotonic())
    answered: set[_Worker] = {key.data for key, _ in ready.select(pause)}
    now = time.monotonic()
    for worker in busy - answered:
        if worker.deadline <= now:
            worker.overdue = True
            answered.add(worker)
    return sorted(answered, key=lambda worker: worker.index)


class _Worker:
    """The caller's end of one child."""

    def __init__(self, pipe: socket.socket, pid: int) -> None:
        self.pipe = pipe
        self.pid = pid
        self.index = -1
        self.deadline = 0.0
        self.overdue = False

    def answer(self) -> tuple[Any, bool] | None:
        """The value and whether the worker is worn; None if the child has ended or is overdue."""
        if self.overdue:
            return None
        try:
            message = _receive(self.pipe)
        except OSError:
            return None
        return None if message is None else (pickle.loads(message[1:]), message[:1] == _IS_WORN)


class _Template:
    """The process that has imported the function and forks the workers."""

    def __init__(self, function: Callable[[Any], Any], *, seconds: float, wall: float, megabytes: int) -> None:
        self.seconds, self.wall, self.megabytes = seconds, wall, megabytes
        self.control, theirs = socket.socketpair()
        with theirs:
            boot = (
                "import json, sys; sys.path[:] = json.loads(sys.argv[2]); "
                "from scrapers.bounded import _serve; _serve(int(sys.argv[1]))"
            )
            # No shell, our own interpreter, our own arguments.
            self.process = subprocess.Popen(
                [sys.executable, "-c", boot, str(theirs.fileno()), json.dumps(sys.path)],
                stdin=subprocess.DEVNULL,
                pass_fds=(theirs.fileno(),),
            )
        try:
            _send(self.control, pickle.dumps((seconds, wall, megabytes)))
            _send(self.control, pickle.dumps(function))
            problem = _receive(self.control)
        except OSError as error:
            self.close()
            raise FunctionNotFound(f"{function!r} cannot be sent to a child process: {error}") from error
        if problem != b"":
            self.close()
            reason = "it ended at once" if problem is None else problem.decode("utf-8", "replace")
            raise FunctionNotFound(f"{function!r} cannot be imported by a child process: {reason}")

    def start(self) -> _Worker:
        ours, theirs = socket.socketpair()
        with theirs:
            socket.send_fds(self.control, [b"+"], [theirs.fileno()])
        pid = _receive(self.control)
        if pid is None:
            raise RuntimeError("the process that starts the workers has ended")
        return _Worker(ours, int(pid))

    def ask(self, worker: _Worker, index: int, item: object) -> GaveUp | None:
        """Gives an item to a worker; says why if that cannot be."""
        worker.index = index
        worker.deadline = time.monotonic() + self.wall + _GRACE
        try:
            _send(worker.pipe, pickle.dumps(item, protocol=pickle.HIGHEST_PROTOCOL))
        except OSError:
            return self.end(worker)  # it died while idle
        except Exception as error:  # whatever an item's own pickling raises
            self.end(worker)
            return GaveUp(reason=f"cannot be sent to a child process: {error}"[:300])
        return None

    def end(self, worker: _Worker) -> GaveUp:
        """Ends a worker and says why it gave no value."""
        worker.pipe.close()
        self.control.sendall(b"-")
        _send(self.control, str(worker.pid).encode())
        told = _receive(self.control)
        status = int(told) if told else 0
        if os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGPROF:
            return GaveUp(reason=f"took longer than {self.seconds:g} s")
        # SIGALRM is the limit by the clock as the kernel keeps it; overdue is the same, kept by us.
        if worker.overdue or (os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGALRM):
            return GaveUp(reason=f"gave no answer within {self.wall:g} s")
        if os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL:
            return GaveUp(reason="its process was killed, perhaps for lack of memory")
        if os.WIFSIGNALED(status):
            return GaveUp(reason=f"its process crashed ({signal.Signals(os.WTERMSIG(status)).name})")
        return GaveUp(reason=f"its process ended with code {os.waitstatus_to_exitcode(status)}")

    def close(self) -> None:
        self.control.close()
        try:
            self.process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


# --- the children's side -----------------------------------------------------------------------------------------


def _serve(descriptor: int) -> None:
    """The template's life: import the function, then fork ('+') and end ('-') workers until the caller is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the caller's; it closes the pipe, and we go
    control = socket.socket(fileno=descriptor)
    seconds, wall, megabytes = pickle.loads(_receive(control) or b"")
    try:
        function = pickle.loads(_receive(control) or b"")
    except BaseException as error:
        _send(control, f"{type(error).__name__}: {error}".encode())
        return
    _send(control, b"")
    alive: set[int] = set()
    while True:
        order, descriptors, _, _ = socket.recv_fds(control, 1, 1)
        if order == b"+":
            pid = os.fork()
            if pid == 0:
                control.close()
                try:
                    _work(socket.socket(fileno=descriptors[0]), function, seconds, wall, megabytes)
                finally:
                    os._exit(0)
            os.close(descriptors[0])
            alive.add(pid)
            _send(control, str(pid).encode())
        elif order == b"-":
            pid = int(_receive(control) or b"0")
            alive.discard(pid)
            _send(control, str(_ended(pid)).encode())
        else:
            for pid in alive:
                _ended(pid)
            return


def _ended(pid: int) -> int:
    """Kills a child that has not ended by itself; its wait status."""
    # The pipe is closed by now, so a healthy or dying child needs a moment at most.
    for _ in range(20):
        ended, status = os.waitpid(pid, os.WNOHANG)
        if ended:
            return status
        time.sleep(0.001)
    os.kill(pid, signal.SIGKILL)
    return os.waitpid(pid, 0)[1]


def _work(pipe: socket.socket, function: Callable[[Any], Any], seconds: float, wall: float, megabytes: int) -> None:
    for limit in (signal.SIGPROF, signal.SIGALRM):
        signal.signal(limit, signal.SIG_DFL)  # the default ends the process, in the middle of C code too
    idle = _address_space()
    with contextlib.suppress(ValueError, OSError):  # a system without the limit keeps the deadline
        resource.setrlimit(resource.RLIMIT_AS, (idle + megabytes * _MB, resource.RLIM_INFINITY))
    while (message := _receive(pipe)) is not None:
        signal.setitimer(signal.ITIMER_PROF, seconds)
        signal.setitimer(signal.ITIMER_REAL, wall)
        worn = False
        try:
            answer = pickle.dumps(function(pickle.loads(message)), protocol=pickle.HIGHEST_PROTOCOL)
        except MemoryError:
            answer = pickle.dumps(GaveUp(reason=f"needed more than {megabytes} MB of memory"))
            worn = True
        except RecursionError:
            answer = pickle.dumps(GaveUp(reason="nested too deep"))
        except Exception as error:
            answer = pickle.dumps(GaveUp(reason=f"{type(error).__name__}: {error}"[:300]))
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.setitimer(signal.ITIMER_REAL, 0)
        worn = worn or _address_space() - idle > _WORN * megabytes * _MB
        _send(pipe, (_IS_WORN if worn else _IS_FRESH) + answer)


def _address_space() -> int:
    """This process's address space in bytes; 0 where the system does not say."""
    try:
        with open("/proc/self/statm", encoding="ascii") as statm:
            return int(statm.read().split()[0]) * resource.getpagesize()
    except OSError:  # pragma: no cover - not Linux
        return 0


# --- messages: four bytes of length, then a pickle ---------------------------------------------------------------


def _send(pipe: socket.socket, message: bytes) -> None:
    pipe.sendall(len(message).to_bytes(4, "big") + message)


def _receive(pipe: socket.socket) -> bytes | None:
    """One message; None if the other side is gone."""
    head = _exactly(pipe, 4)
    return None if head is None else _exactly(pipe, int.from_bytes(head, "big"))


def _exactly(pipe: socket.socket, count: int) -> bytes | None:
    pieces = bytearray()
    while len(pieces) < count:
        piece = pipe.recv(min(count - len(pieces), _MB))
        if not piece:
            return None
        pieces += piece
    return bytes(pieces)
