"""Build SmartCorner's site: `python build_modules.py --help`. Also MkDocs' hook."""

import sys
from pathlib import Path

if __name__ == "__main__":
    from smartcorner.cli import main

    sys.exit(main(root=Path(__file__).resolve().parent))

from smartcorner.site import (
    on_build_error,
    on_config,
    on_env,
    on_files,
    on_page_content,
    on_page_context,
    on_page_markdown,
    on_post_build,
    on_post_page,
    on_serve,
    on_startup,
)

__all__ = [
    "on_build_error",
    "on_config",
    "on_env",
    "on_files",
    "on_page_content",
    "on_page_context",
    "on_page_markdown",
    "on_post_build",
    "on_post_page",
    "on_serve",
    "on_startup",
]
