"""Holds a bill of materials against the schema of its format, without the network."""

import sys
from pathlib import Path

from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

document = Path(sys.argv[1]).read_text(encoding="utf-8")
problem = JsonStrictValidator(SchemaVersion.V1_5).validate_str(document)
if problem is not None:
    sys.exit(f"{sys.argv[1]}: {problem}")
