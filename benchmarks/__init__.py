"""How long a build takes, beside other tools on the same pages in the same run."""
