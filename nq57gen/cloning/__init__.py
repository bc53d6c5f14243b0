"""Turns a pack's skeletons into a unit's own specs, and a plan into the report on it: texts in, texts out."""

from nq57gen.cloning.fill import Own, fill, own_of
from nq57gen.cloning.report import report_from_plan
from nq57gen.cloning.years import Cited, of_its_year

__all__ = ["Cited", "Own", "fill", "of_its_year", "own_of", "report_from_plan"]
