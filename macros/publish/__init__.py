"""Makes the site out of what the other rooms made. Beside macros/__init__.py the only room that knows MkDocs."""
