# test_serve.py — tests of the playground's server.
# SPDX-License-Identifier: MIT
import pathlib
import sys
import tempfile
import threading
import unittest
import urllib.error
import urllib.request

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

import serve  # noqa: E402

FILES = {
    "index.html": "text/html; charset=utf-8",
    "main.js": "text/javascript; charset=utf-8",
    "style.css": "text/css; charset=utf-8",
    "scenarios.json": "application/json",
    "twinloop.wasm": "application/wasm",
}


class ServeTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        for name in FILES:
            (pathlib.Path(folder.name) / name).write_text("x")
        self.folder = folder.name
        self.server = self.start()

    def start(self):
        server = serve.bind(self.folder, serve.FIRST_PORT)
        self.addCleanup(server.server_close)
        threading.Thread(target=server.serve_forever, args=(0.01,)).start()
        self.addCleanup(server.shutdown)
        return server

    def get(self, name):
        address = f"http://127.0.0.1:{self.server.server_port}/{name}"
        return urllib.request.urlopen(address, timeout=10)

    def test_types_do_not_depend_on_the_machine(self):
        for name, expected in FILES.items():
            with self.get(name) as answer:
                self.assertEqual(answer.headers["Content-Type"], expected)

    def test_the_folder_itself_is_the_page(self):
        with self.get("") as answer:
            self.assertEqual(answer.read(), b"x")

    def test_a_busy_port_means_the_next_one(self):
        other = self.start()
        self.assertGreater(other.server_port, self.server.server_port)

    def test_what_is_missing_is_said_so(self):
        with self.assertRaises(urllib.error.HTTPError) as caught:
            self.get("missing.js")
        self.assertEqual(caught.exception.code, 404)
        caught.exception.close()


if __name__ == "__main__":
    unittest.main()
