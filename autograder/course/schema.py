"""The JSON Schema of ``course.yml``, by which editors complete and check it."""

from __future__ import annotations

import json
from pathlib import Path

from autograder.course.model import Course

SCHEMA_FILE = Path("docs") / "course.schema.json"


def export_schema() -> str:
    """Return the schema as JSON text that ends in a newline; equal models give equal bytes."""
    schema = Course.model_json_schema()
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    schema["title"] = "course.yml"
    return json.dumps(schema, indent=2, ensure_ascii=False, sort_keys=True) + "\n"
