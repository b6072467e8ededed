"""Makes `plugins/coastline.txt` of Natural Earth's land, which holds no border.

    python tests/train/coastline.py LAND-110M.json

The file is of the package `world-atlas` 2.0 (Natural Earth, public domain). A ring a line, in tenths of a degree east and
north, rings over the antimeridian unrolled. Antarctica is left out.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HEAD = """# The world's coast: a ring a line, `east north` in tenths of a degree. Natural Earth, public domain; no borders.
"""


def arcs_of(topology: dict) -> list[list[tuple[float, float]]]:  # type: ignore[type-arg]
    """The lines of a TopoJSON file in degrees."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    found = []
    for arc in topology["arcs"]:
        x = y = 0
        line = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            line.append((x * sx + tx, y * sy + ty))
        found.append(line)
    return found


def rings(topology: dict) -> Iterator[list[tuple[float, float]]]:  # type: ignore[type-arg]
    """The outer rings of the land."""
    arcs = arcs_of(topology)
    for geometry in topology["objects"]["land"]["geometries"]:
        polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
        for polygon in polygons:
            for numbers in polygon:
                ring: list[tuple[float, float]] = []
                for number in numbers:
                    line = arcs[number] if number >= 0 else arcs[~number][::-1]
                    ring += line[1:] if ring else line
                yield ring


def unrolled(ring: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """A ring that does not jump from one edge of the world to the other."""
    shift, before = 0.0, ring[0][0]
    found = []
    for east, north in ring:
        if east - before > 180:
            shift -= 360
        elif east - before < -180:
            shift += 360
        before = east
        found.append((east + shift, north))
    return found


def main() -> int:
    topology = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    lines = []
    for ring in rings(topology):
        whole = unrolled(ring)
        if max(north for _, north in whole) < -60:
            continue
        points: list[tuple[int, int]] = []
        for east, north in whole:
            point = (round(east * 10), round(north * 10))
            if not points or points[-1] != point:
                points.append(point)
        if len(points) > 3:
            lines.append(" ".join(f"{east} {north}" for east, north in points))
    target = ROOT / "plugins" / "coastline.txt"
    target.write_text(HEAD + "".join(line + "\n" for line in sorted(lines)), encoding="utf-8")
    print(f"{len(lines)} rings, {target.stat().st_size / 1000:.0f} kB")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
