"""May this address be asked? Schemes, ports, and where a name really leads, looked at when the connection is made."""

from __future__ import annotations

import errno
import ipaddress
import socket
from urllib.parse import urlsplit

#: Ports of the web; a source on any other is refused unless private hosts are allowed.
PORTS = {"http": 80, "https": 443}
#: Global by their range, and yet the cloud's own: Azure's wire server (168.63.129.16).
_METADATA = frozenset({"168.63.129.16", "fd00:ec2::254"})
#: IPv6 ranges that carry an IPv4 address inside: where the last 32 bits (NAT64, v4-compatible) or others hold it.
_NAT64 = (ipaddress.IPv6Network("64:ff9b::/96"), ipaddress.IPv6Network("64:ff9b:1::/48"))
_COMPATIBLE = ipaddress.IPv6Network("::/96")


class RefusedAddress(OSError):
    """An address this project does not ask; the message says why."""


def refusal(url: str, *, allow_private: bool) -> str | None:
    """Why `url` is not asked, as far as its spelling tells; None if nothing speaks against it."""
    try:
        parts = urlsplit(url)
        port, host = parts.port, parts.hostname
    except ValueError:
        return "no address that can be read"
    if parts.scheme not in PORTS:
        return f"scheme {parts.scheme or 'missing'}, not http or https"
    if not host:
        return "no host"
    if parts.username is not None or parts.password is not None:
        return "a user name in the address"
    if not allow_private and port not in (None, PORTS[parts.scheme]) and port not in PORTS.values():
        return f"port {port}, not 80 or 443"
    return address_refusal(host, allow_private=allow_private) if literal(host) else None


def literal(host: str) -> bool:
    """Is the host an IP address, in its plain spelling?"""
    try:
        ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return False
    return True


def loopback(host: str) -> bool:
    """Is it this machine, by name or by a plain address?"""
    return host == "localhost" or (literal(host) and ipaddress.ip_address(host.partition("%")[0]).is_loopback)


def address_refusal(text: str, *, allow_private: bool) -> str | None:
    """Why this IP address is not asked; None if it may be. `allow_private` admits loopback and private networks."""
    address = ipaddress.ip_address(text.partition("%")[0])
    if str(address) in _METADATA:
        return f"{text} is a cloud's metadata service"
    if isinstance(address, ipaddress.IPv6Address) and (inner := _inside(address)) is not None:
        return address_refusal(str(inner), allow_private=allow_private)
    if address.is_link_local:
        return f"{text} is link-local"
    if address.is_multicast or address.is_unspecified:
        return f"{text} is no single host"
    if address.is_loopback:
        return None if allow_private else f"{text} is this machine"
    site_local = isinstance(address, ipaddress.IPv6Address) and address.is_site_local
    if address.is_reserved and not site_local:
        return f"{text} is reserved"
    if site_local or not address.is_global:
        return None if allow_private else f"{text} is a private network"
    return None


def _inside(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """The IPv4 address that an IPv6 address leads to."""
    if address.ipv4_mapped is not None:
        return address.ipv4_mapped
    if address.sixtofour is not None:
        return address.sixtofour
    if address.teredo is not None:
        return address.teredo[1]
    low = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    if any(address in network for network in _NAT64):
        return low
    if address in _COMPATIBLE and int(address) > 1:
        return low
    return None


class Guard:
    """Makes the sockets of a connector, and refuses to make one to an address that may not be asked.

    Every connection passes here, whatever the address was called: a literal, a name, a redirect, a name that was
    bound anew since the last look.
    """

    #: Starts every refusal's message: a connector may fold several errors into one text.
    MARK = "refused address: "

    def __init__(self, *, allow_private: bool) -> None:
        self.allow_private = allow_private

    def socket(
        self, info: tuple[int | socket.AddressFamily, int | socket.SocketKind, int, str, tuple[object, ...]]
    ) -> socket.socket:
        family, kind, protocol, _, where = info
        reason = address_refusal(str(where[0]), allow_private=self.allow_private)
        if reason is not None:
            raise RefusedAddress(errno.EACCES, f"{self.MARK}{reason}")
        return socket.socket(family=family, type=kind, proto=protocol)
