"""A PostgreSQL that lives as long as the tests, in a folder of its own, behind a socket in it."""

import contextlib
import os
import pwd
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import psycopg
from psycopg import sql

_USER = "tongket"


@dataclass(frozen=True)
class Server:
    """A server that runs: ``folder`` holds its socket."""

    folder: Path

    def url(self, database: str) -> str:
        """The address of a database, as DATABASE_URL takes it."""
        return f"postgresql://{_USER}@/{database}?host={self.folder}"

    def create(self, database: str, *, like: str = "template0", encoding: str = "UTF8") -> str:
        """Make a database, empty or a copy of another one that nobody uses; returns its address."""
        statement = sql.SQL("CREATE DATABASE {} TEMPLATE {} ENCODING {} LOCALE 'C'").format(
            sql.Identifier(database), sql.Identifier(like), sql.Literal(encoding)
        )
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(statement)
        return self.url(database)


@contextlib.contextmanager
def started(pg_ctl: str) -> Iterator[Server]:
    """Run a server. PostgreSQL refuses to be root: then it is the user whom Debian's package makes."""
    programs = Path(pg_ctl).resolve().parent
    with tempfile.TemporaryDirectory(prefix="tongket-postgresql-") as name:
        folder = Path(name)
        user = _other_user()
        if user is not None:
            os.chown(folder, user.pw_uid, user.pw_gid)
        data = folder / "data"
        _run([programs / "initdb", "-D", data, "-U", _USER, "-A", "trust", "-E", "UTF8", "--locale=C", "-N"], user)
        # Processes are killed in tests, never the machine: what the server was told need not be on the disk. And to
        # compile a question takes longer than to answer it from such small tables.
        settings = f"-c listen_addresses='' -c unix_socket_directories='{folder}' -c shared_buffers=32MB"
        settings += " -c fsync=off -c jit=off"
        control: list[str | Path] = [programs / "pg_ctl", "-D", data, "-w"]
        _run([*control, "-l", folder / "log", "-o", settings, "start"], user)
        try:
            yield Server(folder)
        finally:
            _run([*control, "-m", "immediate", "stop"], user)


def _other_user() -> pwd.struct_passwd | None:
    return pwd.getpwnam("postgres") if os.geteuid() == 0 else None


def _run(command: list[str | Path], user: pwd.struct_passwd | None) -> None:
    """Run as that user; what went wrong is what the program said."""
    # The server outlives pg_ctl and would keep a pipe open: its words go to a file.
    with tempfile.TemporaryFile() as said:
        done = subprocess.run(
            [str(part) for part in command],
            stdout=said,
            stderr=said,
            cwd="/",
            timeout=60,
            check=False,
            user=user.pw_uid if user else None,
            group=user.pw_gid if user else None,
            extra_groups=[] if user else None,
        )
        said.seek(0)
        if done.returncode:
            raise RuntimeError(f"{command[0]} failed: {said.read().decode(errors='replace')}")
