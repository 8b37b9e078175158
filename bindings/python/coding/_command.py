"""The command `coding`: the tool itself, which wheels carry, with the data wheel's book where none is named."""

from __future__ import annotations

import os
import sys

from ._where import find

TOOL = os.path.join(os.path.dirname(__file__), "bin", "coding")


def main() -> int:
    """Becomes the tool; comes back only where there is none."""
    if not os.path.exists(TOOL):
        print(
            "coding: this installation has no command, since it was built from sources with pip. Wheels have it; "
            "so has `cmake --build build/release --target coding_tool`",
            file=sys.stderr,
        )
        return 2
    book = find()
    if book:
        os.environ["CODING_BOOK"] = book
    os.execv(TOOL, ["coding", *sys.argv[1:]])
