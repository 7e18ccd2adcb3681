"""``./dev``, the one command: what it says, what it passes on, how it makes an environment."""

import fcntl
import hashlib
import http.server
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tools import environment, programs, wheel

ROOT = Path(__file__).resolve().parents[2]
DEV = str(ROOT / "dev")


def dev(*arguments: str, stdin: str = "", **variables: str) -> subprocess.CompletedProcess[str]:
    # The Python these tests run in is the environment's; ./dev is started by the one outside it.
    python = getattr(sys, "_base_executable", sys.executable)
    env = os.environ | variables
    return subprocess.run([python, DEV, *arguments], input=stdin, env=env, capture_output=True, text=True)


@pytest.mark.parametrize("arguments", [[], ["help"], ["--help"], ["-h"]])
def test_alone_it_lists_its_commands(arguments: list[str]) -> None:
    result = dev(*arguments)

    assert result.returncode == 0
    assert all(f"\n  {name} " in result.stdout for name in ("demo", "run", "test", "messages", "lock", "check"))


def test_an_unknown_command_is_a_usage_error() -> None:
    result = dev("lunch")

    assert result.returncode == 2
    assert "'lunch'" in result.stderr
    assert result.stdout == ""


def test_run_needs_something_to_run() -> None:
    assert dev("run").returncode == 2


class TestRun:
    """Needs the environment of the checkout, which ``./dev test`` has just made."""

    @pytest.fixture(autouse=True)
    def environment_is_there(self) -> None:
        env = environment.Environment(Path(os.environ.get("TONGKET_VENV") or ROOT / ".venv"))
        if not env.python.exists():
            pytest.skip("these tests were not started by ./dev test")
        dev("run", "true")  # says what it still had to set up, so that the next one is silent

    def test_it_passes_on_input_output_and_exit_code(self) -> None:
        program = "import sys; print(sys.stdin.read().upper()); print('aside', file=sys.stderr); sys.exit(7)"

        result = dev("run", "python", "-c", program, stdin="tổng kết")

        assert result.returncode == 7
        assert result.stdout == "TỔNG KẾT\n"
        assert result.stderr == "aside\n"

    def test_it_stays_in_the_callers_folder(self, tmp_path: Path) -> None:
        python = getattr(sys, "_base_executable", sys.executable)
        command = [python, DEV, "run", "python", "-c", "import os; print(os.getcwd())"]

        result = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)

        assert result.stdout.strip() == str(tmp_path)

    def test_a_command_that_is_not_there(self) -> None:
        result = dev("run", "no-such-command")

        assert result.returncode == 127
        assert "no-such-command" in result.stderr


def test_it_never_removes_a_folder_it_did_not_make(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("precious", encoding="utf-8")

    result = dev("run", "true", TONGKET_VENV=str(tmp_path))

    assert result.returncode == 1
    assert "was not made by ./dev" in result.stderr
    assert (tmp_path / "thesis.txt").read_text(encoding="utf-8") == "precious"


def test_a_half_made_environment_is_emptied(tmp_path: Path) -> None:
    env = environment.Environment(tmp_path / "env")
    environment.clear(env)
    (env.folder / "lib").mkdir()
    (env.folder / "lib" / "half").write_text("", encoding="utf-8")

    environment.clear(env)

    assert [entry.name for entry in env.folder.iterdir()] == [environment.MARKER]


def test_without_the_venv_module_the_environment_is_laid_out_by_hand(tmp_path: Path) -> None:
    env = environment.Environment(tmp_path / "env")
    environment.clear(env)

    environment.make_by_hand(env)

    program = "import sys; print(sys.prefix, sys.prefix != sys.base_prefix, *sys.path, sep='\\n')"
    lines = subprocess.run([env.python, "-c", program], capture_output=True, text=True).stdout.splitlines()
    assert lines[:2] == [str(env.folder), "True"]
    assert [line for line in lines[2:] if line.endswith("-packages")] == [
        str(env.folder / f"lib/python{sys.version_info.major}.{sys.version_info.minor}/site-packages")
    ]


def test_a_stamp_fits_only_what_it_was_made_from(tmp_path: Path) -> None:
    env = environment.Environment(tmp_path)
    env.bin.mkdir()
    env.python.touch()
    wanted = environment.wanted_stamp(env, for_development=False)
    assert not environment.fits(env, wanted)

    environment.write_stamp(env, wanted)

    assert environment.fits(env, wanted)
    assert not environment.fits(env, environment.wanted_stamp(env, for_development=True))
    assert not environment.fits(env, wanted | {"run": "of other requirements"})


def test_a_second_setup_waits_for_the_first(tmp_path: Path) -> None:
    with environment.only_one(tmp_path / "env"), open(tmp_path / "env.lock", "a") as other:  # noqa: SIM117
        with pytest.raises(BlockingIOError):
            fcntl.flock(other, fcntl.LOCK_EX | fcntl.LOCK_NB)

    with open(tmp_path / "env.lock", "a") as other:
        fcntl.flock(other, fcntl.LOCK_EX | fcntl.LOCK_NB)


class TestFetchingPip:
    """Where Python came without pip, from an index on this machine."""

    @pytest.fixture
    def index(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
        folder = tmp_path / "index" / "pip"
        folder.mkdir(parents=True)
        (folder / "index.html").write_text(
            '<a href="../files/pip-1.0.tar.gz">x</a><a href="pip-1.0-py3-none-any.whl#sha256=0">y</a>',
            encoding="utf-8",
        )
        (folder / "pip-1.0-py3-none-any.whl").write_bytes(b"a wheel")

        class Handler(http.server.SimpleHTTPRequestHandler):
            def __init__(self, *args: object) -> None:
                super().__init__(*args, directory=str(tmp_path / "index"))  # type: ignore[arg-type]

            def log_message(self, *args: object) -> None:
                pass

        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY", "PIP_PROXY"):
            monkeypatch.delenv(name, raising=False)
        monkeypatch.setenv("PIP_INDEX_URL", f"http://user:word@127.0.0.1:{server.server_port}/")
        yield folder
        server.shutdown()
        server.server_close()

    def lock(self, folder: Path, content: bytes) -> Path:
        lock = folder / "pip.txt"
        digest = hashlib.sha256(content).hexdigest()
        lock.write_text(f"pip==1.0 \\\n    --hash=sha256:{digest}\n", encoding="utf-8")
        return lock

    def test_what_has_the_pinned_hash_is_taken(self, index: Path, tmp_path: Path) -> None:
        file = wheel.fetch(self.lock(tmp_path, b"a wheel"), tmp_path)

        assert file.name == "pip-1.0-py3-none-any.whl"
        assert file.read_bytes() == b"a wheel"

    def test_anything_else_is_refused(self, index: Path, tmp_path: Path) -> None:
        with pytest.raises(wheel.FetchError, match="does not have the hash"):
            wheel.fetch(self.lock(tmp_path, b"another wheel"), tmp_path)

        assert list(tmp_path.glob("*.whl")) == []

    def test_an_index_without_it_is_named_without_its_password(self, index: Path, tmp_path: Path) -> None:
        (index / "index.html").write_text("nothing", encoding="utf-8")

        with pytest.raises(wheel.FetchError, match=r"^127\.0\.0\.1:\d+ has no pip-1\.0"):
            wheel.fetch(self.lock(tmp_path, b"a wheel"), tmp_path)


def test_pips_configuration_is_read_as_pip_reads_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in [name for name in os.environ if name.startswith("PIP_")]:
        monkeypatch.delenv(variable)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_DIRS", str(tmp_path / "xdg"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "personal"))
    for folder, index in {"xdg": "https://everyone.example", "personal": "https://mine.example"}.items():
        (tmp_path / folder / "pip").mkdir(parents=True)
        text = f"[global]\nindex-url = {index}\ntimeout = 60%\n"
        (tmp_path / folder / "pip" / "pip.conf").write_text(text, encoding="utf-8")

    assert wheel.setting("index-url") == "https://mine.example"
    monkeypatch.setenv("PIP_INDEX_URL", "https://now.example")
    assert wheel.setting("index-url") == "https://now.example"


class TestPrograms:
    @pytest.fixture(autouse=True)
    def none_here(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(programs.shutil, "which", lambda _, **__: None)
        for program in programs.PROGRAMS:
            monkeypatch.delenv(program.named_by, raising=False)
        monkeypatch.delenv("TONGKET_INSTALL", raising=False)

    def test_a_developer_without_them_is_told(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.delenv("CI", raising=False)

        programs.provide(environment.Environment(Path(sys.prefix)))

        assert capsys.readouterr().err.splitlines() == [
            "Note: no Chromium here (Debian: apt-get install chromium fonts-noto-core): "
            "tests marked browser will be skipped.",
            "Note: no LibreOffice Writer here (Debian: apt-get install libreoffice-writer-nogui): "
            "tests marked office will be skipped.",
            "Note: no PostgreSQL here (Debian: apt-get install postgresql): tests marked postgresql will be skipped.",
            "Note: no Java for Spark here (Debian: apt-get install default-jre-headless): "
            "tests marked spark will be skipped.",
        ]

    @pytest.mark.parametrize("program", programs.PROGRAMS, ids=lambda program: program.mark)
    def test_in_ci_each_is_needed(self, monkeypatch: pytest.MonkeyPatch, program: programs.Program) -> None:
        monkeypatch.setenv("CI", "true")
        others = {name for other in programs.PROGRAMS if other != program for name in other.names}
        monkeypatch.setattr(programs.shutil, "which", lambda name, **_: name if name in others else None)

        with pytest.raises(environment.SetupError, match=f"CI needs {program.title}"):
            programs.provide(environment.Environment(Path(sys.prefix)))
