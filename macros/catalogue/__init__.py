"""Reads CSV tables into checked, frozen values. Knows no HTML, no MkDocs and no Jinja."""

from .catalogue import Catalogue
from .columns import TABLES
from .load import DataError, load
from .values import OTHER_NEGATIVE, Category, Code, Statement

__all__ = ["OTHER_NEGATIVE", "TABLES", "Catalogue", "Category", "Code", "DataError", "Statement", "load"]
