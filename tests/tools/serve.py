#!/usr/bin/env python3
# serve.py — serves a built page on localhost.
# SPDX-License-Identifier: MIT
#
# usage: serve.py FOLDER [PORT]
#
# Binds to this machine only. A busy port means the next one; the address
# that was taken is printed. Ends cleanly with Ctrl-C.
import functools
import http.server
import os
import sys

FIRST_PORT = 8642
PORTS_TO_TRY = 20


class Handler(http.server.SimpleHTTPRequestHandler):
    # Python's own table depends on the machine's /etc/mime.types; browsers
    # refuse modules and streaming compilation under a wrong type.
    extensions_map = {
        "": "application/octet-stream",
        ".css": "text/css; charset=utf-8",
        ".html": "text/html; charset=utf-8",
        ".ico": "image/x-icon",
        ".js": "text/javascript; charset=utf-8",
        ".json": "application/json",
        ".map": "application/json",
        ".mjs": "text/javascript; charset=utf-8",
        ".png": "image/png",
        ".py": "text/plain; charset=utf-8",
        ".svg": "image/svg+xml",
        ".txt": "text/plain; charset=utf-8",
        ".wasm": "application/wasm",
        ".webmanifest": "application/manifest+json",
        ".woff2": "font/woff2",
    }

    def end_headers(self):
        # A rebuild must be seen at the next reload.
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def log_request(self, code="-", size="-"):
        # Only what went wrong is worth a line.
        if not isinstance(code, int) or code >= 400:
            super().log_request(code, size)


class Server(http.server.ThreadingHTTPServer):
    # Without this a second server could silently share the port.
    allow_reuse_port = False
    daemon_threads = True


def bind(folder, first):
    handler = functools.partial(Handler, directory=folder)
    for port in range(first, first + PORTS_TO_TRY):
        try:
            return Server(("127.0.0.1", port), handler)
        except OSError:
            continue
    sys.exit(f"serve.py: ports {first} to {first + PORTS_TO_TRY - 1} are busy")


def main(arguments):
    if not 1 <= len(arguments) <= 2:
        sys.exit("usage: serve.py FOLDER [PORT]")
    folder = arguments[0]
    if not os.path.isfile(os.path.join(folder, "index.html")):
        sys.exit(f"serve.py: no index.html in {folder}")
    first = int(arguments[1]) if len(arguments) == 2 else FIRST_PORT
    with bind(folder, first) as server:
        print(f"Twinloop is at http://localhost:{server.server_port}/"
              "  (Ctrl-C ends)", flush=True)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            print()


if __name__ == "__main__":
    main(sys.argv[1:])
