"""What holds in Chromium (tests/browsers/) holds in Firefox and in WebKit, the engine of Safari."""
