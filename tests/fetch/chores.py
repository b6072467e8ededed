"""What the children of `scrapers.bounded` are asked to do in its tests: they must be able to import it."""

from __future__ import annotations

import os
import signal
import time


def chore(item: object) -> object:
    """Does what the item names."""
    match item:
        case "hang":
            time.sleep(60)
        case "spin":
            while True:
                pass
        case "work":
            begun = time.process_time()
            while time.process_time() < begun + 0.25:
                pass
        case "greed":
            return len(bytearray(2_000_000_000))
        case "hoard":
            return len([bytes(1000) for _ in range(100_000)])
        case "crash":
            os.kill(os.getpid(), signal.SIGSEGV)
        case "leave":
            os._exit(3)
        case "killed":
            os.kill(os.getpid(), signal.SIGKILL)
        case "raise":
            raise ValueError("no such thing")
        case "deep":
            return deep(0)
        case "lambda":
            return lambda: None
        case int():
            return item * 2
    return item


def deep(level: int) -> int:
    return deep(level + 1) + 1


def size(body: bytes) -> int:
    return len(body)


def process(_: object) -> int:
    return os.getpid()


def parent(_: object) -> int:
    """The process that forked the worker."""
    return os.getppid()
