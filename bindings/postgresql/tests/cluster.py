"""A cluster of PostgreSQL of the test's own: a private copy of the installation, with the extension in it, in a scratch
folder, on a Unix socket there and on no port. Nothing of the machine's PostgreSQL is touched or asked."""

import os
import pathlib
import shutil
import subprocess
import tempfile

PROGRAMS = ("postgres", "initdb", "pg_ctl", "psql", "pg_dump", "pg_restore", "createdb")
SERVER_USER = "postgres"


def place(name):
    return subprocess.run(["pg_config", f"--{name}"], check=True, capture_output=True, text=True).stdout.strip()


def copy_with_links(source, target):
    """A folder of links to what is in another one, into which files may be put."""
    target.mkdir(parents=True)
    for path in pathlib.Path(source).iterdir():
        (target / path.name).symlink_to(path)


class Cluster:
    """Started by `with`, stopped and removed behind it."""

    def __init__(self, module, extension_files, book):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="coding-pg-", dir="/tmp"))
        self.folder.chmod(0o755)
        self.install(module, extension_files)
        self.book = self.folder / "us.book"
        shutil.copy(book, self.book)
        self.book.chmod(0o644)
        self.data = self.folder / "data"
        self.data.mkdir()
        if os.getuid() == 0:
            shutil.chown(self.data, SERVER_USER)
            shutil.chown(self.folder, SERVER_USER)

    def install(self, module, extension_files):
        """PostgreSQL finds its files from where its program lies, so a copy of the program has them beside it."""
        bindir, pkglibdir, sharedir = (self.folder / place(name).lstrip("/") for name in
                                       ("bindir", "pkglibdir", "sharedir"))
        bindir.mkdir(parents=True)
        for program in PROGRAMS:
            shutil.copy(pathlib.Path(place("bindir")) / program, bindir / program)
        copy_with_links(place("pkglibdir"), pkglibdir)
        copy_with_links(place("sharedir"), sharedir)
        (sharedir / "extension").unlink()
        copy_with_links(pathlib.Path(place("sharedir")) / "extension", sharedir / "extension")
        self.put(module, pkglibdir)
        for file in extension_files:
            self.put(file, sharedir / "extension")
        self.bindir = bindir

    @staticmethod
    def put(file, folder):
        target = folder / pathlib.Path(file).name
        target.unlink(missing_ok=True)
        shutil.copy(file, target)

    def program(self, name, *arguments, **options):
        """Runs a program of PostgreSQL as its own user, never as root."""
        as_user = ["runuser", "-u", SERVER_USER, "--"] if os.getuid() == 0 else []
        environment = {key: value for key, value in os.environ.items() if key != "CODING_BOOK" and key[:2] != "PG"}
        environment.update(PGHOST=str(self.folder), PGUSER=SERVER_USER, LC_ALL="C.UTF-8")
        return subprocess.run([*as_user, str(self.bindir / name), *map(str, arguments)], env=environment,
                              cwd=self.folder, text=True, capture_output=True, check=False, **options)

    def must(self, name, *arguments, **options):
        done = self.program(name, *arguments, **options)
        if done.returncode:
            raise RuntimeError(f"{name}: {done.stdout}{done.stderr}")
        return done.stdout

    def __enter__(self):
        try:
            self.start()
        except BaseException:
            self.__exit__()
            raise
        return self

    def start(self):
        self.must("initdb", "-D", self.data, "-U", SERVER_USER, "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync")
        with open(self.data / "postgresql.conf", "a", encoding="utf-8") as settings:
            settings.write(f"listen_addresses = ''\nunix_socket_directories = '{self.folder}'\nfsync = off\n"
                           f"max_connections = 20\njit = off\ncoding.book = '{self.book}'\n")
        # the server must not hold our pipes, or we wait for them as long as it lives
        as_user = ["runuser", "-u", SERVER_USER, "--"] if os.getuid() == 0 else []
        environment = {key: value for key, value in os.environ.items() if key != "CODING_BOOK"}
        subprocess.run([*as_user, str(self.bindir / "pg_ctl"), "-w", "-D", str(self.data), "-l",
                        str(self.data / "log"), "start"], check=True, cwd=self.folder, env=environment,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL)

    def __exit__(self, *_):
        self.program("pg_ctl", "-w", "-m", "fast", "-D", self.data, "stop")
        shutil.rmtree(self.folder, ignore_errors=True)

    def psql(self, script, database="postgres"):
        """What a script prints, rows of cells; RuntimeError with what the server says where a statement fails."""
        done = self.program("psql", "-X", "-q", "-A", "-t", "-F", "\t", "-v", "ON_ERROR_STOP=1", "-P", "null=\\N",
                            "-d", database, "-f", "-", input=script)
        if done.returncode:
            raise RuntimeError(done.stderr)
        return [line.split("\t") for line in done.stdout.splitlines()]
