"""CSV tables in, checked and frozen values out. Knows no HTML, no MkDocs and no Jinja."""

from .model import TABLES, Catalogue, DataError, load
from .values import OTHER_NEGATIVE, Category, Code

__all__ = ["OTHER_NEGATIVE", "TABLES", "Catalogue", "Category", "Code", "DataError", "load"]
