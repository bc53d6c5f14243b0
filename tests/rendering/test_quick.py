"""Documents made as text are, byte for byte, those of docxtpl and lxml."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from nq57gen import caching
from nq57gen.errors import InvalidInput
from nq57gen.model.document import Document, HeadingKind, ParagraphKind, Run
from nq57gen.operations.document import understand
from nq57gen.rendering import render as steps
from nq57gen.rendering.context import build_context
from nq57gen.rendering.prepared import Prepared, prepared
from nq57gen.rendering.quick import quick_parts
from nq57gen.rendering.xml import w
from tests.rendering.build import (
    LONG,
    ROOT,
    TEMPLATE,
    appendix,
    document,
    full_document,
    heading,
    paragraph,
    row,
    table,
    targets,
)  # fmt: skip
from tests.rendering.opened import DOCUMENT, edited, part, rendered

SPECS = sorted((ROOT / "specs").glob("*/*.yaml"))


def by_reference(model: Document, template: bytes, monkeypatch: pytest.MonkeyPatch) -> bytes:
    """Render with docxtpl and lxml."""

    def plain(content: bytes, name: str) -> Prepared:
        return replace(prepared(content, name), quick=None)

    with monkeypatch.context() as patch:
        patch.setattr(steps, "prepared", plain)
        return rendered(model, template)


def is_quick(model: Document, template: bytes) -> bool:
    ready = prepared(template, "van_ban.docx")
    if ready.quick is None:
        return False
    context, tables = build_context(model, ready.facts)
    return quick_parts(ready.quick, context, tables, model.footnotes, ready.facts) is not None


@pytest.mark.parametrize("path", SPECS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_every_sample(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    understood = understand(path, path.name, ROOT)
    spec = understood.spec
    template = spec.pack.document_types[spec.document_type].template.read_bytes()
    assert prepared(template, "van_ban.docx").reasons == ()
    assert is_quick(understood.document, template)
    assert rendered(understood.document, template) == by_reference(understood.document, template, monkeypatch)


def test_a_cell_whose_tags_print_nothing_gets_a_paragraph(monkeypatch: pytest.MonkeyPatch) -> None:
    """Word calls a table damaged that has a cell without one."""
    lines = ("{%p if du_thao %}", "Dự thảo", "{%p endif %}")
    tagged = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines)
    cells = f"<w:tc>{tagged}</w:tc><w:tc><w:tcPr/>{tagged}</w:tc><w:tc><w:p/></w:tc>"
    grid = '<w:gridCol w:w="3000"/>' * 3
    own = f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid><w:tr>{cells}</w:tr></w:tbl>"
    title = '<w:p><w:pPr><w:pStyle w:val="TenLoai"/>'
    template = edited((title, own + title))
    assert is_quick(document(), template)
    data = rendered(document(), template)
    assert data == by_reference(document(), template, monkeypatch)
    assert all(cell.find(w("p")) is not None for cell in part(data).iter(w("tc")))


def test_everything_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    template = TEMPLATE.read_bytes()
    for model in (full_document(), document(), document(full_name="", footnotes=("Một & <hai> {{ ba }}",))):
        assert is_quick(model, template)
        assert rendered(model) == by_reference(model, template, monkeypatch)


TEXTS = st.sampled_from(
    [
        "Văn bản.",
        "Như sau:",
        "Như sau: ",
        "Hai: \u00a0",
        "&<>{}\"'",
        "{_{ }_}",
        ":",
        " ",
        "",
        "a>",
        "x;",
        LONG,
    ]
)
BLOCKS = st.one_of(
    st.builds(paragraph, TEXTS, st.sampled_from(ParagraphKind)),
    st.builds(lambda text: paragraph((Run(text, bold=True), Run(" "), Run("", note=1))), TEXTS),
    st.builds(lambda kind, text: heading(kind, "1.", text), st.sampled_from(HeadingKind), TEXTS),
    st.builds(targets, st.integers(1, 12), st.sampled_from([5, 8])),
    st.builds(lambda text: table([1, 2], row(text, "b"), row("c", text)), TEXTS),
)


@settings(deadline=None, max_examples=40)
@given(
    st.lists(BLOCKS, min_size=1, max_size=6),
    st.lists(
        st.tuples(st.lists(BLOCKS, max_size=3), st.booleans(), st.sampled_from(["", "./."])), max_size=3
    ),
    TEXTS,
)
def test_any_order_of_blocks(body, appendices, text) -> None:  # type: ignore[no-untyped-def]
    model = document(
        *body,
        appendices=tuple(
            appendix(f"Phụ lục {place}", *blocks, landscape=wide, end_mark=mark)
            for place, (blocks, wide, mark) in enumerate(appendices)
        ),
        subject=text,
        full_name=text,
        addressees=(text,),
        footnotes=(text or "một",),
    )
    template = TEMPLATE.read_bytes()
    assert is_quick(model, template)
    with pytest.MonkeyPatch.context() as patch:
        try:
            wanted = by_reference(model, template, patch)
        except Exception as error:
            with pytest.raises(type(error)):
                rendered(model)
            return
        assert rendered(model) == wanted


IDS = 'w14:paraId="1A2B3C4D" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
START = '<w:p><w:pPr><w:pStyle w:val="TheMau"/></w:pPr><w:r><w:t>{%p if phu_luc.dau_het %}'
RUN = "<w:r><w:t>{{ phu_luc.nhan }}"


@pytest.mark.parametrize(
    ("old", "new", "part", "quick"),
    [
        ("Kính gửi: {{", "Kính gửi {{", DOCUMENT, True),
        ("{{ so_ky_hieu }}", "Ký hiệu:  {{ so_ky_hieu }}.", DOCUMENT, True),
        (START, f'<w:p><w:bookmarkStart w:id="0" w:name="_GoBack"/><w:bookmarkEnd w:id="0"/>'
         f'<w:proofErr w:type="spellStart"/><w:r><w:t>Hết phần</w:t></w:r></w:p>{START}', DOCUMENT, True),
        (START, f"<w:p {IDS}><w:r><w:t>Hết phần</w:t></w:r></w:p>{START}", DOCUMENT, True),
        (RUN, f"<w:r><w:rPr><w:b/></w:rPr><w:t></w:t></w:r><w:r/>{RUN}", DOCUMENT, True),
        (START, f"<w:p/><w:p><w:r><w:t>Sau đây:</w:t></w:r></w:p>{START}", DOCUMENT, True),
        (START, f"<w:sdt><w:sdtContent><w:p><w:r><w:t>Ô</w:t></w:r></w:p></w:sdtContent></w:sdt>{START}",
         DOCUMENT, False),
        ('<w:pStyle w:val="OBang"/>', '<w:pStyle w:val="OBang"/><w:keepNext w:val="0"/>'
         '<w:spacing w:line="240" w:after="7"/><w:jc w:val="both"/>', DOCUMENT, True),
        ('<w:pStyle w:val="NoiDung"/>', '<w:pStyle w:val="NoiDung"/><w:keepNext w:val="0"/>'
         '<w:spacing w:line="240" w:after="7"/><w:ind w:left="5"/><w:rPr><w:b/></w:rPr>', DOCUMENT, True),
        ("<w:p>", "<w:p><w:r><w:t>{{ so_ky_hieu }}</w:t></w:r>", "word/header2.xml", True),
    ],
)  # fmt: skip
def test_templates_changed_in_word(
    old: str, new: str, part: str, quick: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    template = edited((old, new), part=part)
    model = full_document()
    assert is_quick(model, template) is quick
    assert rendered(model, template) == by_reference(model, template, monkeypatch)


@pytest.mark.parametrize("letter", ["\t", "\n", "\r", "\a", "\f"])
def test_what_docxtpl_would_rewrite_is_left_to_it(letter: str) -> None:
    assert not is_quick(document(paragraph(f"a{letter}b")), TEMPLATE.read_bytes())


@pytest.mark.parametrize("letter", ["\ufffe", "\uffff", "\udc00"])
def test_a_letter_no_word_file_can_hold_is_refused(letter: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        rendered(document(paragraph(f"Trước {letter} sau")))
    assert [(one.code, one.message) for one in caught.value.diagnostics] == [
        ("M114", f"Có ký tự U+{ord(letter):04X}, ký tự tệp Word không chứa được, sau “Trước ”")
    ]


def test_a_template_kept_on_disk_gives_the_same_without_xml_libraries(tmp_path: Path) -> None:
    script = (
        "import sys, hashlib; from pathlib import Path; from nq57gen import caching; "
        "caching.use_folder(Path(sys.argv[1])); "
        "from tests.rendering.build import full_document; from nq57gen.rendering import Properties; "
        "from nq57gen.rendering.render import render_document; "
        "data = render_document(full_document(), Path(sys.argv[2]).read_bytes(), template_name='m', "
        "properties=Properties('a', 'b', 'c', 'd')); "
        "print(hashlib.sha256(data).hexdigest(), "
        "*(name for name in ('lxml', 'docx', 'docxtpl', 'zipfile') if name in sys.modules))"
    )
    command = [sys.executable, "-c", script, str(tmp_path), str(TEMPLATE)]
    runs = [
        subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()
        for _ in range(2)
    ]
    assert "docxtpl" in runs[0][1:]
    assert runs[1] == runs[0][:1]
    for path in tmp_path.iterdir():
        path.write_bytes(path.read_bytes()[:-1])
    assert (
        subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()[0]
        == runs[0][0]
    )
    assert caching.current() is None
