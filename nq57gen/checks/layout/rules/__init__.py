"""The rules, one module a component; importing this package registers them all, in the decree's order."""

# ruff: noqa: I001
from nq57gen.checks.layout.rules import page as page
from nq57gen.checks.layout.rules import fonts as fonts
from nq57gen.checks.layout.rules import page_numbers as page_numbers
from nq57gen.checks.layout.rules import frame as frame
from nq57gen.checks.layout.rules import national_name as national_name
from nq57gen.checks.layout.rules import issuing_body as issuing_body
from nq57gen.checks.layout.rules import number as number
from nq57gen.checks.layout.rules import place_date as place_date
from nq57gen.checks.layout.rules import type_subject as type_subject
from nq57gen.checks.layout.rules import bases as bases
from nq57gen.checks.layout.rules import citations as citations
from nq57gen.checks.layout.rules import body as body
from nq57gen.checks.layout.rules import end_mark as end_mark
from nq57gen.checks.layout.rules import headings as headings
from nq57gen.checks.layout.rules import numbering as numbering
from nq57gen.checks.layout.rules import tables as tables
from nq57gen.checks.layout.rules import signature as signature
from nq57gen.checks.layout.rules import addressees as addressees
from nq57gen.checks.layout.rules import recipients as recipients
from nq57gen.checks.layout.rules import appendices as appendices
from nq57gen.checks.layout.rules import attachments as attachments
from nq57gen.checks.layout.rules import marks as marks
from nq57gen.checks.layout.rules import capitals_sentences as capitals_sentences
from nq57gen.checks.layout.rules import capitals_names as capitals_names
from nq57gen.checks.layout.rules import capitals_words as capitals_words
from nq57gen.checks.layout.rules import punctuation as punctuation
from nq57gen.checks.layout.rules import required as required
