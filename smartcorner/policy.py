"""The Content-Security-Policy of a page: it asks nothing of anybody but its own site."""

import base64
import hashlib
import re

# As strict as file:// allows.
POLICY = (
    "default-src 'none'; script-src 'self'{hashes}; style-src 'self'; img-src 'self'{images}; "
    "font-src 'self'; media-src 'self'; connect-src 'self'; manifest-src 'self'; "
    "base-uri 'none'; form-action 'none'{frames}"
)
INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
BEFORE = '<meta charset="utf-8">'


def secured(html: str, *, images: str) -> str | None:
    """Return a page with its policy, a hash for each inline script; None where it has no place.

    `images` is where pictures may come from besides the site.
    """
    hashes = "".join(
        f" 'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"
        for script in INLINE_SCRIPT.findall(html)
    )
    frames = "; frame-src 'self'" if "<iframe" in html else ""
    policy = POLICY.format(hashes=hashes, images=images, frames=frames)
    head, mark, rest = html.partition(BEFORE)
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    return f"{head}{mark}\n{meta}{rest}" if mark else None
