"""The chain: each entry's hash covers everything it says and the hash of the entry before.

Pure. Whoever holds one hash (an edition prints the newest) can tell whether anything before it was changed.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import sha256

GENESIS = "0" * 64
"""What the first entry names as the hash before it."""


def entry_hash(previous: str, content: Mapping[str, str | int | None]) -> str:
    """SHA-256 over canonical JSON (sorted keys, no spaces, UTF-8) of the content and the hash before."""
    canonical = json.dumps(
        {**content, "previous_hash": previous}, sort_keys=True, ensure_ascii=False, separators=(",", ":")
    )
    return sha256(canonical.encode("utf-8")).hexdigest()
