"""Fetch a pinned wheel with nothing but the standard library, from the index pip would use.

Only for pip itself, where no pip is there to fetch it. What arrives must have a hash that the lock names.
"""

import base64
import configparser
import hashlib
import os
import re
import ssl
import urllib.error
import urllib.parse
import urllib.request
from html.parser import HTMLParser
from pathlib import Path

PYPI = "https://pypi.org/simple"
TIMEOUT = 60


class FetchError(Exception):
    """Nothing fitting arrived; the message says from where and why."""


def fetch(lock: Path, into: Path) -> Path:
    """Download the one pure-Python wheel that ``lock`` pins, check it, and return where it lies."""
    text = lock.read_text(encoding="utf-8")
    pinned = re.search(r"^([A-Za-z0-9._-]+)==([^\s\\;]+)", text, re.MULTILINE)
    if pinned is None:
        raise FetchError(f"{lock} pins nothing")
    name, version = pinned.groups()
    file_name = f"{name}-{version}-py3-none-any.whl"
    index = setting("index-url") or PYPI
    page, address = get(f"{index.rstrip('/')}/{name}/")
    links = Links()
    links.feed(page.decode("utf-8", "replace"))
    for link in links.found:
        target = urllib.parse.urljoin(address, link)
        if urllib.parse.unquote(urllib.parse.urlsplit(target).path).rsplit("/", 1)[-1] == file_name:
            content, _ = get(with_login_of(index, target))
            if f"sha256:{hashlib.sha256(content).hexdigest()}" not in text:
                raise FetchError(f"{file_name} from {host(index)} does not have the hash that {lock} names")
            (into / file_name).write_bytes(content)
            return into / file_name
    raise FetchError(f"{host(index)} has no {file_name}")


class Links(HTMLParser):
    """The links of an index page (PEP 503)."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self.found += [value for key, value in attrs if key == "href" and value]


def setting(key: str) -> str | None:
    """Return what pip's environment variables or configuration files, nearest first, say of ``key``."""
    if value := os.environ.get("PIP_" + key.upper().replace("-", "_")):
        return value
    for file in reversed(configuration_files()):
        config = configparser.RawConfigParser()
        try:
            config.read(file, encoding="utf-8")
        except (configparser.Error, UnicodeDecodeError):
            continue
        for section in ("download", "install", "global"):
            if value := config.get(section, key, fallback=None):
                return value.split()[0]
    return None


def configuration_files() -> list[Path]:
    """The files pip reads, the one that overrules the others last."""
    chosen = os.environ.get("PIP_CONFIG_FILE")
    if chosen == os.devnull:
        return []
    home = Path.home()
    system = os.environ.get("XDG_CONFIG_DIRS") or "/etc/xdg"
    personal = Path(os.environ.get("XDG_CONFIG_HOME") or home / ".config")
    files = [Path(folder) / "pip" / "pip.conf" for folder in reversed(system.split(os.pathsep))]
    files += [Path("/etc/pip.conf"), home / ".pip" / "pip.conf", personal / "pip" / "pip.conf"]
    return [*files, Path(chosen)] if chosen else files


def get(url: str) -> tuple[bytes, str]:
    """Return the body at ``url`` and the address it came from, through the proxy and certificates of pip."""
    certificates = setting("cert") or os.environ.get("REQUESTS_CA_BUNDLE") or os.environ.get("CURL_CA_BUNDLE")
    folder = certificates if certificates and Path(certificates).is_dir() else None
    context = ssl.create_default_context(cafile=None if folder else certificates, capath=folder)
    handlers: list[urllib.request.BaseHandler] = [urllib.request.HTTPSHandler(context=context)]
    if proxy := setting("proxy"):
        handlers.append(urllib.request.ProxyHandler({"http": proxy, "https": proxy}))
    plain, login = split_login(url)
    request = urllib.request.Request(plain, headers={"Accept": "text/html, */*;q=0.1", **login})  # noqa: S310
    try:
        with urllib.request.build_opener(*handlers).open(request, timeout=TIMEOUT) as answer:
            return answer.read(), answer.geturl()
    except (urllib.error.URLError, TimeoutError, ValueError) as error:
        raise FetchError(f"{host(plain)}: {error}") from None


def split_login(url: str) -> tuple[str, dict[str, str]]:
    """Take ``user:password@`` out of ``url``, as urllib would take it for part of the host."""
    parts = urllib.parse.urlsplit(url)
    user, at, place = parts.netloc.rpartition("@")
    if not at:
        return url, {}
    token = base64.b64encode(urllib.parse.unquote(user).encode()).decode()
    return parts._replace(netloc=place).geturl(), {"Authorization": f"Basic {token}"}


def with_login_of(index: str, target: str) -> str:
    """Give ``target`` the index's login, if it lies on the same host and brings none."""
    source, aim = urllib.parse.urlsplit(index), urllib.parse.urlsplit(target)
    user, at, place = source.netloc.rpartition("@")
    if at and aim.scheme == source.scheme and aim.netloc == place:
        return aim._replace(netloc=f"{user}@{place}").geturl()
    return target


def host(url: str) -> str:
    """Name the server and nothing secret."""
    return urllib.parse.urlsplit(url).netloc.rpartition("@")[2] or url
