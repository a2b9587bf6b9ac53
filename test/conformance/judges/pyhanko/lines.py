"""One line in, one line of JSON out, until standard input ends: hundreds of files cost one start of Python.

A line is a file's path and then name=value pairs, with a tab between each two.
"""

import json
import sys
from collections.abc import Callable


def serve(answer: Callable[[str, dict[str, str]], dict]) -> None:
    answers = sys.stdout
    # Libraries that print must not come between two answers.
    sys.stdout = sys.stderr
    for line in sys.stdin:
        file, *fields = line.rstrip("\n").split("\t")
        options = dict(field.split("=", 1) for field in fields)
        try:
            said = answer(file, options)
        except Exception as failure:  # whatever a file makes a library raise is this file's answer
            said = {"failure": f"{type(failure).__name__}: {failure}"}
        print(json.dumps(said), file=answers, flush=True)


def paths(options: dict[str, str], name: str) -> list[str]:
    return [path for path in options.get(name, "").split(";") if path]
