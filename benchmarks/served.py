"""A web server on this machine that compresses, as the web host of a corner does."""

import gzip
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

TEXT = {".html", ".css", ".js", ".svg", ".json", ".txt", ".xml"}


@cache
def packed(file: Path) -> bytes:
    """Return a file's content, compressed once."""
    return gzip.compress(file.read_bytes(), 9, mtime=0)


class _Handler(SimpleHTTPRequestHandler):
    """Serves a folder over kept connections, text compressed; says nothing."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Send a file, or that there is none."""
        file = Path(self.translate_path(self.path))
        if file.is_dir():
            file /= "index.html"
        if not file.is_file():
            self.send_error(404)
            return
        text = file.suffix in TEXT
        body = packed(file) if text else file.read_bytes()
        self.send_response(200)
        kind = self.guess_type(str(file))
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if text else kind)
        if text:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600")
        self.end_headers()
        with suppress(ConnectionError):  # whoever looked has gone
            self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Leave the output to the figures."""


@contextmanager
def serve(folder: Path) -> Iterator[str]:
    """Serve a folder while the block runs; gives its address, with a slash at its end."""
    handler = partial(_Handler, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads = True
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
