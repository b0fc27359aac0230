"""The catalogue packed for scripts in the browser, and these scripts, bundled."""
