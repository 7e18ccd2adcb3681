"""``tongket serve``: the pages, on this machine."""

from __future__ import annotations

import argparse
import gc
import socket
from importlib import import_module

from tongket.base.errors import Conflict, InvalidInput, gettext_noop
from tongket.cli import texts, workspace
from tongket.cli.texts import gettext

HELP = gettext_noop("serve the pages of a workspace on this machine")
HOST, PORT = "127.0.0.1", 8000
THREADS = 8
MAX_REQUEST = 128 * 1024 * 1024
"""Bytes that a request may bring; the server keeps them in a file, and hangs up on whoever sends more."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Where to listen."""
    parser.add_argument("--host", default=HOST, help=gettext("the address to listen on (otherwise 127.0.0.1)"))
    parser.add_argument("--port", type=int, default=PORT, help=gettext("the port to listen on (otherwise 8000)"))


def run(options: argparse.Namespace) -> int:
    """Serve until stopped."""
    workspace.use(workspace.folder(options.workspace), language=texts.language())
    listen(options.host, options.port)
    return 0


def check_port(host: str, port: int) -> None:
    """Raises InvalidInput for what is no port, Conflict when nobody can listen there."""
    if not 0 < port < 65536:
        raise InvalidInput(gettext_noop("{port} is not a port: choose a number from 1 to 65535."), port=port)
    try:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        with socket.socket(family) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((host, port))
    except (OSError, OverflowError):
        raise Conflict(
            gettext_noop("Port {port} of {host} is in use or not allowed. Choose another one with --port."),
            port=port,
            host=host,
        ) from None


def listen(host: str, port: int) -> None:
    """Serve the pages; says where. Raises Conflict when the port is taken."""
    check_port(host, port)
    from django.conf import settings
    from django.core.wsgi import get_wsgi_application  # needs Django to have started
    from waitress import serve

    application = get_wsgi_application()
    import_module(settings.ROOT_URLCONF)
    from tongket.intake import background

    background.begin()
    gc.freeze()  # the collector need not walk all code again for every few answers
    print(gettext("Tongket is at {address}. Stop it with Ctrl+C.", address=f"http://{host}:{port}"), flush=True)
    serve(
        application,
        host=host,
        port=port,
        threads=THREADS,
        ident=None,
        clear_untrusted_proxy_headers=True,
        max_request_body_size=MAX_REQUEST,
    )
