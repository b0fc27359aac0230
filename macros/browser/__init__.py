"""Values in, what the scripts in the browser read out: the catalogue, packed, and the bundled scripts."""
