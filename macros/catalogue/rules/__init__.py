"""The rules for the tables, one module per topic. Each takes the tables, records problems, and returns values."""
