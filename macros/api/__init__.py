"""The catalogue for programs: JSON, CSV, schema, constants, feeds, plain text."""
