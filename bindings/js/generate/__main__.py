"""Makes of surface.json what JavaScript needs:

    python bindings/js/generate SURFACE.JSON FOLDER

writes calls.c, the module's exports, and coding.mjs and coding.d.ts, each with what is written by hand in src/.
"""

import sys
from pathlib import Path

import calls
import module
import surface
import types_of

HERE = Path(__file__).resolve().parent
SOURCES = HERE.parent / "src"
INTERFACE = HERE.parent.parent / "coding.i"
#: Parts of one module, so that it can be laid into a page; each after what it uses. surface.mjs is made.
PARTS = ("error", "days", "numbers", "claim", "parcel", "machine", "surface", "columns", "book", "coding")
PUBLIC = ("CodingError", "Book", "Coding", "NAMES", "claimText", "visitText")


def joined(texts: list[str]) -> str:
    return "\n".join(text.rstrip() + "\n" for text in texts) + f"\nexport {{ {', '.join(PUBLIC)} }};\n"


def main(told: Path, folder: Path) -> None:
    seen = surface.read(told, INTERFACE)
    made = {"surface": module.source(seen)}
    texts = [made.get(name) or (SOURCES / f"{name}.mjs").read_text(encoding="utf-8") for name in PARTS]
    (folder / "calls.c").write_text(calls.source(seen), encoding="utf-8")
    (folder / "coding.mjs").write_text(joined(texts), encoding="utf-8")
    head = (SOURCES / "coding.d.ts").read_text(encoding="utf-8")
    (folder / "coding.d.ts").write_text(head + "\n" + types_of.source(seen), encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(Path(sys.argv[1]), Path(sys.argv[2]))
