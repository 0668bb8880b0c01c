# test_programs.py — tests of the runner's own tools.
# SPDX-License-Identifier: MIT
import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

import check_trace  # noqa: E402
import programs  # noqa: E402


class NormaliseTest(unittest.TestCase):
    def check(self, text, expected):
        self.assertEqual(programs.normalise(text, "/home/p"), expected)

    def test_own_paths_become_relative(self):
        self.check('  File "/home/p/a/b.py", line 1, in f\n    x\n    ^\n',
                   '  File "a/b.py", line 1, in f\n    x\n    ^\n')

    def test_foreign_frames_go_with_source_and_carets(self):
        self.check('Traceback (most recent call last):\n'
                   '  File "/usr/lib/x.py", line 1, in f\n    x\n    ^\n'
                   '  File "<frozen runpy>", line 1, in f\n'
                   '  File "/home/p/b.py", line 2, in g\n    y\nE: z\n',
                   'Traceback (most recent call last):\n'
                   '  File "b.py", line 2, in g\n    y\nE: z\n')

    def test_foreign_frames_inside_a_group_go(self):
        self.check('  |   File "/usr/lib/x.py", line 1, in f\n'
                   '  |     x\n  | E: z\n', '  | E: z\n')

    def test_addresses_are_masked(self):
        self.check("<A object at 0x7f00ab>", "<A object at 0x?>")

    def test_a_warning_in_a_library_moves_to_sys(self):
        self.check("/usr/lib/e.py:80: RuntimeWarning: w\n  source\nnext\n",
                   "sys:1: RuntimeWarning: w\nnext\n")


class ExpectationTest(unittest.TestCase):
    def test_sections(self):
        result = programs.Result("out", "err\n", 1)
        self.assertEqual(programs.format_result(result),
                         "out\n--- no newline ---\n--- stderr ---\nerr\n"
                         "--- exit 1 ---\n")

    def test_stderr_may_be_left_out_where_we_differ(self):
        stored = "# differs: why\na\n--- stderr not compared ---\n"
        expected, actual = programs.comparable(
            stored, programs.Result("a\n", "anything", 0))
        self.assertEqual(expected, actual)


class TraceTest(unittest.TestCase):
    START = '{"seq":0,"t":0,"kind":"program.start"}\n'

    def test_a_sound_trace(self):
        text = self.START + '{"seq":1,"t":0,"kind":"output","cause":0}\n'
        self.assertEqual(check_trace.problems(text), [])

    def test_a_later_cause_is_found(self):
        text = self.START + '{"seq":1,"t":0,"kind":"output","cause":1}\n'
        self.assertEqual(len(check_trace.problems(text)), 1)

    def test_a_missing_cause_is_found(self):
        text = self.START + '{"seq":1,"t":0,"kind":"output"}\n'
        self.assertEqual(len(check_trace.problems(text)), 1)


if __name__ == "__main__":
    unittest.main()
