"""Values in, what programs read out: JSON, CSV, schema, constants, feeds, plain text."""
