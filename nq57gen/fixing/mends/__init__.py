"""The mends, one module a family; importing this package registers them all."""

from nq57gen.fixing.mends import appendices as appendices
from nq57gen.fixing.mends import components as components
from nq57gen.fixing.mends import ends as ends
from nq57gen.fixing.mends import headings as headings
from nq57gen.fixing.mends import letterhead as letterhead
from nq57gen.fixing.mends import letters as letters
from nq57gen.fixing.mends import page as page
from nq57gen.fixing.mends import page_numbers as page_numbers
from nq57gen.fixing.mends import signing as signing
from nq57gen.fixing.mends import text as text
