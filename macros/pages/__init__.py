"""Values in, HTML out, through templates/ and one environment that escapes everything."""
