# fork_main.py — __main__ of fork_server.py's forks; it has no names itself.
# SPDX-License-Identifier: MIT
exec(__import__("fork_server").job())
