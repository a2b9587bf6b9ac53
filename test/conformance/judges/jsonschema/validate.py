"""Python's jsonschema: whether a schema is one of JSON Schema 2020-12, and which values it takes.

A file is {"schema": ..., "values": [...]}; the answer {"problem": why it is no schema, or null, "faults": [[...], ...]},
for each value what is wrong with it.
"""

import json
import sys

from jsonschema import Draft202012Validator
from jsonschema.exceptions import SchemaError


def verdict(path: str) -> dict:
    with open(path, encoding="utf-8") as file:
        case = json.load(file)
    try:
        Draft202012Validator.check_schema(case["schema"])
    except SchemaError as error:
        return {"problem": error.message, "faults": []}
    validator = Draft202012Validator(case["schema"], format_checker=Draft202012Validator.FORMAT_CHECKER)
    faults = [[f"{error.json_path}: {error.message}" for error in validator.iter_errors(value)] for value in case["values"]]
    return {"problem": None, "faults": faults}


for line in sys.stdin:
    try:
        answer = verdict(line.rstrip("\n").split("\t")[0])
    except Exception as error:  # Whatever it is, the next line is another file.
        answer = {"failure": f"{type(error).__name__}: {error}"}
    print(json.dumps(answer), flush=True)
