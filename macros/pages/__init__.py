"""The catalogue as HTML, through templates/ and one environment that escapes everything."""
