"""What a wheel asks of the machine and gives away: fails where it is more than libc of glibc 2.17, and a module's start.

    needs.py WHEEL...      prints, a line for each file of machine code: wheel, file, libraries, newest glibc symbol
"""

import io
import pathlib
import re
import sys
import zipfile

from elftools.elf.elffile import ELFFile
from elftools.elf.gnuversions import GNUVerNeedSection

LIBC = {"libc.so.6", "libm.so.6", "libpthread.so.0", "ld-linux-x86-64.so.2"}
NEWEST = (2, 17)


def main(*wheels):
    wrong = False
    for wheel in wheels:
        for name, libraries, newest, given in machine_code(wheel):
            fits = libraries <= LIBC and newest <= NEWEST and given <= {"PyInit__coding"}
            wrong |= not fits
            print(pathlib.Path(wheel).name, name, " ".join(sorted(libraries)), ".".join(map(str, newest)),
                  "" if fits else f"TOO MUCH {' '.join(sorted(given))}", sep="\t")
    return wrong


def machine_code(wheel):
    found = 0
    with zipfile.ZipFile(wheel) as archive:
        for name in archive.namelist():
            bytes_ = archive.read(name)
            if bytes_.startswith(b"\x7fELF"):
                found += 1
                file = ELFFile(io.BytesIO(bytes_))
                yield name, *asks(file), gives(file) if ".so" in name else set()
    if not found:
        raise SystemExit(f"{wheel} holds no machine code")


def asks(file):
    libraries, versions = set(), [(0, 0)]
    for tag in file.get_section_by_name(".dynamic").iter_tags("DT_NEEDED"):
        libraries.add(tag.needed)
    for section in file.iter_sections():
        if isinstance(section, GNUVerNeedSection):
            for _, needed in section.iter_versions():
                versions += [numbers(each.name) for each in needed]
    return libraries, max(versions)


def gives(file):
    """Names that others could link to."""
    return {symbol.name for symbol in file.get_section_by_name(".dynsym").iter_symbols()
            if symbol["st_shndx"] != "SHN_UNDEF" and symbol["st_info"]["bind"] != "STB_LOCAL"}


def numbers(version):
    text = re.fullmatch(r"GLIBC_([0-9.]+)", version)
    return tuple(map(int, text[1].split("."))) if text else (0, 0)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
