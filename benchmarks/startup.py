"""What starting costs: ``import mentorkit`` and ``mentorkit --help`` over bare Python.

Run it with the environment's own Python: ``.venv/bin/python benchmarks/startup.py``.
Each figure is the median of five runs after one that is not counted.
"""

from __future__ import annotations

import platform
import statistics
import subprocess
import sys
import time
from pathlib import Path


RUNS = 5

BARE = [sys.executable, "-c", "pass"]

COMMANDS = {
    "bare Python": BARE,
    "import mentorkit": [sys.executable, "-c", "import mentorkit"],
    "mentorkit --help": [str(Path(sys.executable).parent / "mentorkit"), "--help"],
    "import pandas": [sys.executable, "-c", "import pandas"],
}

HEAVY = ("pandas", "papermill", "sqlalchemy", "altair", "nbconvert", "ipywidgets")


def seconds(command: list[str]) -> float:
    """Return the median time of a command."""
    times = []
    for _ in range(RUNS + 1):
        began = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        times.append(time.perf_counter() - began)
    return statistics.median(times[1:])


def heavy_imports(statement: str) -> list[str]:
    """Return the heavy packages that a statement imports."""
    code = f"import sys; {statement}; print(*[m for m in {HEAVY} if m in sys.modules])"
    found = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True
    )
    return found.stdout.split()


def main() -> None:
    """Measure and print a table."""
    print(
        f"Python {platform.python_version()}, {platform.system()}, median of {RUNS}\n"
    )
    print("| what | seconds | over bare Python |")
    print("| --- | ---: | ---: |")
    bare = 0.0
    for name, command in COMMANDS.items():
        took = seconds(command)
        bare = bare or took
        print(f"| `{name}` | {took:.3f} | {took - bare:+.3f} |")
    for statement in ("import mentorkit", "import mentorkit.cli"):
        found = ", ".join(heavy_imports(statement)) or "none"
        print(f"\nHeavy packages that `{statement}` brings in: {found}.")


if __name__ == "__main__":
    main()
