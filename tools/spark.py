"""A Spark cluster that lives as long as the tests: a master and two workers, each a process of its own, on loopback."""

import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

WORKERS = 2
_PATIENCE = 120

# Of small tables in many steps: to plan a step anew, or to compile it, takes longer than to do it; so does all that
# Java does for programs that run for hours.
_SHORT_LIVED = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
_DEFAULTS = """
spark.driver.host 127.0.0.1
spark.driver.bindAddress 127.0.0.1
spark.driver.extraJavaOptions {java}
spark.driver.memory 512m
spark.executor.extraJavaOptions {java}
spark.executor.memory 512m
spark.sql.adaptive.enabled false
spark.sql.codegen.wholeStage false
spark.sql.shuffle.partitions 2
spark.ui.enabled false
spark.sql.warehouse.dir {folder}/warehouse
"""


@dataclass(frozen=True)
class Cluster:
    """A cluster that runs: ``url`` is its address, ``told`` where its master says what it has.

    ``environment`` is what a process needs to work with it.
    """

    url: str
    told: str
    environment: dict[str, str]

    def state(self) -> dict[str, Any]:
        """What the master says: its workers, and the applications that they work for."""
        with urlopen(self.told, timeout=5) as answer:  # noqa: S310  a server of our own
            found: dict[str, Any] = json.load(answer)
        return found


@contextlib.contextmanager
def started() -> Iterator[Cluster]:
    """Run a cluster from the package ``pyspark``; needs Java."""
    package = find_spec("pyspark")
    assert package is not None  # noqa: S101
    home = Path(str(package.origin)).parent
    with tempfile.TemporaryDirectory(prefix="tongket-spark-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        port, page, *pages = _free(2 + WORKERS)
        url = f"spark://127.0.0.1:{port}"
        (folder / "spark-defaults.conf").write_text(
            _DEFAULTS.format(folder=folder, java=_SHORT_LIVED), encoding="utf-8"
        )
        needed = {
            "SPARK_CONF_DIR": str(folder),
            "SPARK_HOME": str(home),
            "SPARK_LOCAL_IP": "127.0.0.1",
            "SPARK_LOCAL_DIRS": str(folder / "local"),
            "SPARK_WORKER_DIR": str(folder / "work"),
            "SPARK_DAEMON_JAVA_OPTS": _SHORT_LIVED,
            "SPARK_DAEMON_MEMORY": "256m",
            "PYSPARK_PYTHON": sys.executable,
        }
        place = ["--host", "127.0.0.1"]
        size = ["--cores", "1", "--memory", "600m"]
        commands = [["master.Master", *place, "--port", str(port), "--webui-port", str(page)]]
        commands += [["worker.Worker", *place, *size, "--webui-port", str(at), url] for at in pages]
        with (folder / "log").open("wb") as log, contextlib.ExitStack() as stack:
            for what, *options in commands:
                command = [str(home / "bin" / "spark-class"), f"org.apache.spark.deploy.{what}", *options]
                process = subprocess.Popen(
                    command, env=os.environ | needed, stdout=log, stderr=log, start_new_session=True
                )
                stack.callback(_end, process)
            cluster = Cluster(url, f"http://127.0.0.1:{page}/json/", needed)
            _wait(cluster, folder / "log")
            yield cluster


def _wait(cluster: Cluster, log: Path) -> None:
    """Until all workers are there."""
    last = time.monotonic() + _PATIENCE
    while time.monotonic() < last:
        with contextlib.suppress(URLError, OSError):
            if cluster.state()["aliveworkers"] == WORKERS:
                return
        time.sleep(0.2)
    raise RuntimeError(f"Spark did not start: {log.read_text(errors='replace')[-2000:]}")


def _end(process: subprocess.Popen[bytes]) -> None:
    """The process and what it has started: a worker's executors."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _free(count: int) -> list[int]:
    """Ports that nobody uses."""
    with contextlib.ExitStack() as stack:
        sockets = [stack.enter_context(socket.socket()) for _ in range(count)]
        for each in sockets:
            each.bind(("127.0.0.1", 0))
        return [each.getsockname()[1] for each in sockets]
