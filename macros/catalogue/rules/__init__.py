"""What the tables have to keep, one module for each theme. Each takes the tables, notes what is wrong, and returns values."""
