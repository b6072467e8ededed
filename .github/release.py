"""What a release holds: the program as it is tagged, a list of its packages (CycloneDX), what is new, and digests.

    python3 .github/release.py v1.2.3 FOLDER

Refuses a tag that is not the version in pyproject.toml, or of which CHANGELOG.md says nothing.
"""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]
#: An operator reads no more of a version.
LINES = 15


def notes(changelog: str, version: str) -> str:
    """What is new in a version. Raises ValueError where nothing is said of it, or too much."""
    found = re.search(rf"^## {re.escape(version)}$\n(.*?)(?=^## |\Z)", changelog, re.DOTALL | re.MULTILINE)
    text = found[1].strip() if found else ""
    if not text:
        raise ValueError(f"CHANGELOG.md: has nothing under '## {version}'")
    if (lines := text.count("\n") + 1) > LINES:
        raise ValueError(f"CHANGELOG.md: {version} has {lines} lines; an operator reads {LINES}")
    return text + "\n"


def packages(lock: str, version: str) -> dict[str, object]:
    """The packages of `requirements.lock` as a bill of materials (CycloneDX 1.6)."""
    components = []
    for each in re.split(r"\n(?=\S)", lock.replace("\\\n", " ")):
        held = re.match(r"([A-Za-z0-9._-]+)==([^\s;]+)", each)
        if held is None:
            continue
        digests = sorted(set(re.findall(r"--hash=sha256:([0-9a-f]{64})", each)))
        components.append(
            {
                "type": "library",
                "name": held[1],
                "version": held[2],
                "purl": f"pkg:pypi/{held[1].lower()}@{held[2]}",
                "hashes": [{"alg": "SHA-256", "content": digest} for digest in digests],
            }
        )
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": {"type": "application", "name": "nightdesk", "version": version}},
        "components": components,
    }


def main(tag: str, folder: Path) -> None:
    """Writes the release's files. Raises ValueError where it must not be released."""
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    if tag != f"v{version}":
        raise ValueError(f"the tag is {tag}, and pyproject.toml says {version}")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "NOTES.md").write_text(
        notes((ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), version), encoding="utf-8"
    )
    bill = packages((ROOT / "requirements.lock").read_text(encoding="utf-8"), version)
    (folder / "packages.cdx.json").write_text(json.dumps(bill, indent=1) + "\n", encoding="utf-8")
    archive = folder / f"nightdesk-{version}.tar.gz"
    words = ["git", "archive", f"--prefix=nightdesk-{version}/", "-o", str(archive.resolve()), "HEAD"]
    subprocess.run(words, cwd=ROOT, check=True)
    made = sorted(path for path in folder.iterdir() if path.name != "SHA256SUMS")
    sums = "".join(f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in made)
    (folder / "SHA256SUMS").write_text(sums, encoding="utf-8")


if __name__ == "__main__":
    try:
        main(sys.argv[1], Path(sys.argv[2]))
    except (ValueError, IndexError) as error:
        sys.exit(f"release: {error}")
