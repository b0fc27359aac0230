"""The scripts of web/, in Node: what needs no page."""
