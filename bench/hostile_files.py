"""The files of :mod:`bench.hostile`, each made in a folder; none of them is kept."""

from __future__ import annotations

import os
import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from bench.wards import ROOT, SAMPLE
from nq57gen.operations.document import understand
from nq57gen.operations.render import render_bytes
from nq57gen.writer.package import Entry, entry_of, join, pack, unpack

_PROSE = re.compile(r"^(\s+- )[^:<>*]{60,}\.$", re.MULTILINE)
#: Behind this paragraph of the body something is put in.
_HERE = b"</w:p><w:p>"
_CHUNK = 1_000_000
_P = "<w:p><w:r><w:t>Nội dung.</w:t></w:r></w:p>"
_DOCUMENT = "word/document.xml"


class Base(Struct, frozen=True):
    """What the files are made from: the text of a spec, the parts of its document."""

    spec: str
    parts: dict[str, bytes]


class Input(Struct, frozen=True):
    """One input: ``make`` writes it into a folder and returns the commands to run on it."""

    name: str
    make: Callable[[Base, Path], list[list[str]]]


def base() -> Base:
    """Make the spec of a sample and its document."""
    understood = understand(ROOT / SAMPLE, SAMPLE, ROOT)
    data = render_bytes(understood.spec, understood.document)
    return Base((ROOT / SAMPLE).read_text(encoding="utf-8"), unpack(data))


def spec_with(base: Base, text: str) -> str:
    """The sample with ``text`` in place of its first paragraph of prose."""
    quoted = text.replace("'", "''")
    return _PROSE.sub(lambda match: f"{match[1]}'{quoted}'", base.spec, count=1)


def word_with(base: Base, xml: Iterable[str], part: str = _DOCUMENT, after: bytes = b"") -> bytes:
    """The sample's document with the pieces of ``xml`` in ``part`` behind a tag, or amid the text."""
    whole = base.parts[part]
    at = whole.index(after) + len(after) if after else whole.index(_HERE, len(whole) // 5) + len("</w:p>")
    entries = [
        entry_of(name, _spliced(whole, at, xml) if name == part else (content,))
        for name, content in base.parts.items()
    ]
    return join(entries)


def _spliced(whole: bytes, at: int, xml: Iterable[str]) -> Iterator[bytes]:
    yield whole[:at]
    for piece in xml:
        yield piece.encode()
    yield whole[at:]


def paragraph(text: str) -> str:
    """One paragraph of one run."""
    return f'<w:p><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def times(piece: str, count: int) -> Iterator[str]:
    """``piece`` ``count`` times, in chunks."""
    at_once = max(1, _CHUNK // len(piece))
    for start in range(0, count, at_once):
        yield piece * min(at_once, count - start)


def megabytes(piece: str, count: int) -> Iterator[str]:
    """``piece`` as often as it goes into ``count`` MB."""
    return times(piece, count * 1_000_000 // len(piece.encode()))


def around(before: str, xml: Iterable[str], after: str) -> Iterator[str]:
    """``xml`` between two pieces."""
    yield before
    yield from xml
    yield after


def _word(name: str, *pieces: Callable[[], Iterable[str]], **options: object) -> Input:
    def make(base: Base, folder: Path) -> list[list[str]]:
        file = folder / "vao.docx"
        file.write_bytes(word_with(base, (x for piece in pieces for x in piece()), **options))  # type: ignore[arg-type]
        return [["check", str(file)], ["check", str(file), "--fix"]]

    return Input(name, make)


def _raw(name: str, write: Callable[[Base, Path], None]) -> Input:
    def make(base: Base, folder: Path) -> list[list[str]]:
        write(base, folder / "vao.docx")
        return [["check", str(folder / "vao.docx")]]

    return Input(name, make)


def _spec(name: str, change: Callable[[Base], str]) -> Input:
    def make(base: Base, folder: Path) -> list[list[str]]:
        file = folder / "vao.yaml"
        file.write_text(change(base), encoding="utf-8")
        return [["check", str(file)], ["render", str(file), "--force"]]

    return Input(name, make)


def text_input(name: str, sign: str, length: int) -> Input:
    """A text that is ``sign`` over and over, in a spec and in a Word file."""

    def make(base: Base, folder: Path) -> list[list[str]]:
        text = "Nội dung " + sign * (length // len(sign.encode()))
        spec, word = folder / "vao.yaml", folder / "vao.docx"
        spec.write_text(spec_with(base, text), encoding="utf-8")
        word.write_bytes(word_with(base, [paragraph(text.replace("&", "&amp;").replace("<", "&lt;"))]))
        return [["check", str(spec)], ["render", str(spec), "--force"], ["check", str(word)]]

    return Input(name, make)


#: Signs and words that rules look for, repeated without an end.
TEXTS = {
    f"text {sign!r}": sign
    for sign in (
        *(
            "(",
            "[",
            "[^",
            "[^a",
            "[^a]",
            "*",
            "**",
            "**a",
            "*a",
            "<<",
            "<",
            ">>",
            "<<a",
            "“",
            "”",
            "“a”",
            "'",
            '"',
        ),
        *(
            "1.1.1.",
            "1.",
            "1",
            "1,",
            "1.234,",
            "1 ",
            "100% ",
            ";",
            "; ",
            ",",
            ", ",
            ".",
            ". ",
            ":",
            ": ",
            "-",
            "- ",
        ),
        *(
            "–",
            "…",
            "...",
            "/",
            "\\",
            "a",
            "A",
            "Đ",
            "a ",
            "A ",
            "á ",
            "trong đó ",
            "trong đó: ",
            "bao gồm ",
            "và ",
        ),
        *("số 1/KH ", "số 1/KH-UBND ngày 01/01/2025 ", "ngày ", "ngày 01/01/2025 ", "tháng ", "năm 2025 "),
        *(
            "Điều 1 ",
            "khoản 1 ",
            "Phụ lục I ",
            "xã ",
            "phường A ",
            "Ủy ban nhân dân ",
            "UBND ",
            "Kế hoạch số ",
        ),
        *(
            "Quý I/2025 ",
            "tỷ đồng ",
            "10 tỷ đồng ",
            "từ 1 đến ",
            "1-2-",
            "10%-",
            "(1) ",
            "(a",
            "a) ",
            "1) ",
            "%",
            "@",
        ),
        *(
            "\u00a0",
            "  ",
            "\u0301",
            "ế",
            "🙂",
            "Nghị quyết ",
            "Ông ",
            "đồng chí ",
            "của ",
            "theo ",
            "a.b",
            "a/b",
            "A-B-",
        ),
    )
}


def _cell(properties: str, text: str = "1") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}</w:tc>"


def _table(rows: str, grid: str = '<w:gridCol w:w="3000"/><w:gridCol w:w="3000"/>') -> str:
    head = f"<w:tr>{_cell('', 'TT')}{_cell('', 'Nội dung')}</w:tr>"
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{head}{rows}</w:tbl>"


def _row(cell: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{_cell(cell)}{_cell('')}</w:tr>"


def _spans() -> Iterator[Input]:
    for value in ("100000", "1000000", "999999999999", "-5", "9" * 5000, "9" * 1_000_000):
        said = value if len(value) < 20 else f"{len(value)} digits"
        for name in ("gridSpan",):
            table = _table(_row(f'<w:{name} w:val="{value}"/>'))
            yield _word(f"{name} {said}", lambda table=table: [table])  # type: ignore[misc]
        for name in ("gridBefore", "gridAfter"):
            table = _table(_row("", f'<w:{name} w:val="{value}"/>'))
            yield _word(f"{name} {said}", lambda table=table: [table])  # type: ignore[misc]
    wide = _table(_row('<w:gridSpan w:val="60"/>') * 20, '<w:gridCol w:w="1"/>' * 100_000)
    yield _word("tblGrid of 100,000", lambda: [wide])
    many = _table(f"<w:tr>{_cell('') * 20_000}</w:tr>")
    yield _word("20,000 cells in a row", lambda: [many])
    spans = _table(_row('<w:gridSpan w:val="100000"/>') * 500)
    yield _word("gridSpan in 500 rows", lambda: [spans])
    merged = _table(_row('<w:vMerge w:val="restart"/>') + _row("<w:vMerge/>") * 50_000)
    yield _word("vMerge over 50,000 rows", lambda: [merged])
    digits = "9" * 1_000_000
    yield _word(
        "million digits in a cell", lambda: [_table(_row("") + _row("").replace(">1<", f">{digits}<"))]
    )
    yield _word("5,000 digits in a cell", lambda: [_table(_row("").replace(">1<", f">{digits[:5000]}<"))])
    for before in ("", "Điều ", "Phụ lục ", "số ", "ngày ", "Quý ", "khoản ", "1.", "có ", "giao ", "bước "):
        for after in (".", " xã", "/KH-UBND", " Nội dung", "%"):
            texts = f"{before}{digits[:5000]}{after}"
            yield _word(f"digits {before}…{after}", lambda texts=texts: [paragraph(texts)])  # type: ignore[misc]
    for name in ("ilvl", "numId", "outlineLvl", "spacing", "ind", "sz", "jc", "pStyle"):
        value = f'<w:pPr><w:{name} w:val="{digits}" w:left="{digits}" w:line="{digits}"/></w:pPr>'
        yield _word(
            f"{name} of a million digits",
            lambda value=value: [f"<w:p>{value}<w:r><w:t>a</w:t></w:r></w:p>"],  # type: ignore[misc]
        )


def _sizes() -> Iterator[Input]:
    yield _word("190 MB of empty paragraphs", lambda: megabytes("<w:p/>", 190))
    yield _word("190 MB of paragraphs", lambda: megabytes(_P, 190))
    yield _word(
        "190 MB of one text", lambda: around("<w:p><w:r><w:t>", megabytes("a ", 190), "</w:t></w:r></w:p>")
    )
    yield _word(
        "8 MB of one text", lambda: around("<w:p><w:r><w:t>", megabytes("a ", 8), "</w:t></w:r></w:p>")
    )
    yield _word("190 MB of one attribute", lambda: around('<w:p w:rsidR="', megabytes("a", 190), '"/>'))
    yield _word("attributes", lambda: around("<w:p ", (f'a{n}="{n}" ' for n in range(1_000_000)), "/>"))
    yield _word("namespaces", lambda: around("<w:p ", (f'xmlns:a{n}="u:{n}" ' for n in range(200_000)), "/>"))
    yield _word(
        "nested 200", lambda: ["<w:p><w:sdt><w:sdtContent>" * 100, "</w:sdtContent></w:sdt></w:p>" * 100]
    )
    yield _word("nested 1,000,000", lambda: (*megabytes("<w:sdt>", 7), *megabytes("</w:sdt>", 8)))
    cells = "<w:tbl><w:tr><w:tc>", "<w:p/></w:tc></w:tr></w:tbl>"
    yield _word("tables in tables, 80", lambda: [cells[0] * 80, cells[1] * 80])
    yield _word("190 MB of comments", lambda: megabytes("<!-- a -->", 190))
    yield _word("190 MB of instructions", lambda: megabytes("<?a b?>", 190))
    yield _word("190 MB of blanks", lambda: megabytes("\n", 190))
    yield _word(
        "190 MB of entities", lambda: around("<w:p><w:r><w:t>", megabytes("&amp;", 190), "</w:t></w:r></w:p>")
    )
    for name, piece in (
        ("runs", "<w:r><w:t>a</w:t></w:r>"),
        ("formatted runs", "<w:r><w:rPr><w:b/></w:rPr><w:t>a</w:t></w:r><w:r><w:t>b </w:t></w:r>"),
        ("tabs", "<w:r><w:tab/></w:r>"),
        ("breaks", "<w:r><w:br/></w:r>"),
        ("hyperlinks", '<w:hyperlink w:anchor="a"><w:r><w:t>a</w:t></w:r></w:hyperlink>'),
        ("bookmarks", '<w:bookmarkStart w:id="1" w:name="a"/><w:bookmarkEnd w:id="1"/>'),
        ("simple fields", '<w:fldSimple w:instr="PAGE"/>'),
        ("begun fields", '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'),
        ("notes", '<w:r><w:footnoteReference w:id="2"/></w:r>'),
        ("marks", "<w:r><w:t>\u0301</w:t></w:r>"),
        ("deleted", "<w:del><w:r><w:delText>a</w:delText></w:r></w:del>"),
        ("texts", "<w:r><w:t>a</w:t><w:t>b</w:t></w:r>"),
    ):
        yield _word(
            f"150,000 {name} in a paragraph",
            lambda piece=piece: around("<w:p><w:r><w:t>a</w:t></w:r>", times(piece, 150_000), "</w:p>"),  # type: ignore[misc]
        )
    yield _word(
        "200,000 texts in a run", lambda: around("<w:p><w:r>", times("<w:t>a</w:t>", 200_000), "</w:r></w:p>")
    )
    yield _word("20,000 tables", lambda: times(_table("") + "<w:p/>", 20_000))
    yield _word("20,000 sections", lambda: times("<w:p><w:pPr><w:sectPr/></w:pPr></w:p>", 20_000))
    deleted = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>a</w:t></w:r></w:p>"
    yield _word("50,000 joined paragraphs", lambda: times(deleted, 50_000))
    yield _word("one heading 20,000 times", lambda: times(paragraph("1. Mục tiêu"), 20_000))
    yield _word(
        "50,000 ordinary paragraphs", lambda: (paragraph(f"Nội dung thứ {n}.") for n in range(50_000))
    )


def _parts() -> Iterator[Input]:
    style = '<w:style w:type="paragraph" w:styleId="a{0}"><w:basedOn w:val="a{1}"/></w:style>'
    opens = {
        "styles": b"<w:styles",
        "numbering": b"<w:numbering",
        "footnotes": b"<w:footnotes",
        "settings": b"<w:settings",
    }
    for name, tag in opens.items():
        for count, label in ((1_000_000, "a million"), (5_000_000, "five million")):

            def make(
                base: Base, folder: Path, name: str = name, tag: bytes = tag, count: int = count
            ) -> list[list[str]]:
                part = f"word/{name}.xml"
                if part not in base.parts:
                    return []
                whole = base.parts[part]
                after = whole[whole.index(tag) : whole.index(b">", whole.index(tag)) + 1]
                file = folder / "vao.docx"
                file.write_bytes(word_with(base, times("<w:p/>", count), part, after))
                return [["check", str(file)]]

            yield Input(f"{label} elements in {name}", make)

    def chain(base: Base, folder: Path) -> list[list[str]]:
        whole = base.parts["word/styles.xml"]
        after = whole[whole.index(b"<w:styles") : whole.index(b">", whole.index(b"<w:styles")) + 1]
        file = folder / "vao.docx"
        xml = (style.format(n, n + 1) for n in range(20_000))
        body = (f'<w:p><w:pPr><w:pStyle w:val="a{n}"/></w:pPr></w:p>'.encode() for n in range(0, 20_000, 100))
        parts = dict(base.parts)
        parts[_DOCUMENT] = parts[_DOCUMENT].replace(_HERE, b"</w:p>" + b"".join(body) + b"<w:p>", 1)
        file.write_bytes(word_with(Base(base.spec, parts), xml, "word/styles.xml", after))
        return [["check", str(file)]]

    yield Input("a chain of 20,000 styles", chain)


def _zips() -> Iterator[Input]:
    zeros = entry_of("word/media/a.bin", (bytes(_CHUNK) for _ in range(3000)))

    def lie(base: Base, path: Path, name: str = "word/media/a.bin", size: int = 100) -> None:
        entries = [entry_of(part, (content,)) for part, content in base.parts.items() if part != name]
        path.write_bytes(join([*entries, Entry(name, zeros.data, size, zeros.crc)]))

    yield _raw("an entry of 3 GB that says 100 bytes", lie)
    yield _raw("an entry of 3 GB that says so", lambda base, path: lie(base, path, size=3_000_000_000))
    yield _raw("a body of 3 GB that says 100 bytes", lambda base, path: lie(base, path, _DOCUMENT))

    def lie_foreign(base: Base, path: Path) -> None:
        lie(base, path)
        path.write_bytes(b"PK\5\6"[:0] + path.read_bytes() + b"")
        data = path.read_bytes()
        path.write_bytes(data[:-2] + struct.pack("<H", 1) + b"x")

    yield _raw("the same with a comment", lie_foreign)

    def crowded(base: Base, path: Path) -> None:
        pack_of = {**base.parts, **{f"a/{n}": b"" for n in range(65_000)}}
        path.write_bytes(pack(pack_of))

    yield _raw("65,000 entries", crowded)

    def other(method: int) -> Callable[[Base, Path], None]:
        def write(base: Base, path: Path) -> None:
            with zipfile.ZipFile(path, "w", method) as package:
                for name, content in base.parts.items():
                    package.writestr(name, content)
                with package.open("word/media/a.bin", "w") as file:
                    for _ in range(1000):
                        file.write(bytes(_CHUNK))
            data = path.read_bytes()
            path.write_bytes(data.replace(struct.pack("<L", 1_000_000_000), struct.pack("<L", 100)))

        return write

    yield _raw("1 GB by bzip2 that says 100 bytes", other(zipfile.ZIP_BZIP2))
    yield _raw("1 GB by lzma that says 100 bytes", other(zipfile.ZIP_LZMA))

    def sparse(base: Base, path: Path) -> None:
        with path.open("wb") as file:
            file.write(pack(base.parts))
            file.truncate(20_000_000_000)

    yield _raw("a file of 20 GB", sparse)

    def twice(base: Base, path: Path) -> None:
        data = zlib.compress(bytes(100_000_000))
        pieces = {**base.parts, **{f"word/media/{n}.bin": data for n in range(1900)}}
        path.write_bytes(pack(pieces))

    yield _raw("1,900 parts of 100 KB", twice)


def _specs() -> Iterator[Input]:
    digits = "9" * 1_000_000
    for key in ("so_van_ban", "nam_ke_hoach", "ngay_ban_hanh", "phien_ban_dac_ta"):
        for count in (5000, 1_000_000):
            yield _spec(
                f"{key} of {count} digits",
                lambda base, key=key, count=count: re.sub(  # type: ignore[misc]
                    rf"(?m)^{key}:.*", f"{key}: {digits[:count]}", base.spec
                ),
            )
    for expression in (
        *(
            "<<{0}>>",
            "<<{0} + 1>>",
            "<<'{0}' | la_ma>>",
            "<<'{0}' | so>>",
            "<<'{0}' | bang_chu>>",
            "<<9 * {1}>>",
        ),
        *(
            "<<'{0}' | hai_chu_so>>",
            "<<'{0}' | phan_tram>>",
            "<<'{1}' | la_ma>>",
            "<<'{1}' | bang_chu>>",
            "<<'{1}' | so>>",
        ),
        *("<<'a' ~ 'b' * 1000000000>>", "<<range(1000000000)>>", "<<" + "(" * 240 + "1" + ")" * 240 + ">>"),
        *("<<99999999 | la_ma>>", "<<1e999999999>>", "<<'1e999999999' + 1>>", "<<'9e9999' * '9e9999'>>"),
    ):
        name = expression if len(expression) < 40 else expression[:20] + "…"
        yield _spec(
            name,
            lambda base, expression=expression: spec_with(  # type: ignore[misc]
                base, expression.replace("{0}", digits).replace("{1}", digits[:450])
            ),
        )
    yield _spec("4 MB of [", lambda base: base.spec + "\nbien2: " + "[" * 4_000_000)
    yield _spec("4 MB of {", lambda base: base.spec + "\nbien2: " + "{" * 4_000_000)
    yield _spec("4 MB of &a", lambda base: base.spec + "\nbien2: [" + "&a b, " * 600_000 + "]")
    yield _spec("4 MB of keys", lambda base: base.spec + "".join(f"\nk{n}: 1" for n in range(350_000)))
    yield _spec("4 MB of items", lambda base: base.spec + "\nbien2:\n" + "  - a\n" * 650_000)
    yield _spec("4 MB of lines", lambda base: base.spec + "\n" * 4_000_000)
    yield _spec("4 MB of tabs", lambda base: base.spec + "\t" * 4_000_000)
    yield _spec("4 MB of :", lambda base: base.spec + ": " * 2_000_000)
    yield _spec("4 MB of - ", lambda base: base.spec + "- " * 2_000_000)
    yield _spec("4 MB of ?", lambda base: base.spec + "? " * 2_000_000)
    yield _spec('4 MB of "', lambda base: base.spec + '"' * 4_000_000)
    yield _spec("4 MB of a text", lambda base: spec_with(base, "a b " * 1_000_000))
    yield _spec("4 MB of #", lambda base: base.spec + "#" * 4_000_000)
    yield _spec(
        "aliases",
        lambda base: base.spec + "\na: &a [b]\n" + "".join(f"b{n}: &b{n} [*a, *a]\n" for n in range(50)),
    )


def _pipes() -> Iterator[Input]:
    def pipe(base: Base, folder: Path) -> list[list[str]]:
        commands = []
        for name in ("ong.yaml", "ong.docx"):
            os.mkfifo(folder / name)
            commands.append(["check", str(folder / name)])
        return [
            *commands,
            ["render", str(folder / "ong.yaml")],
            ["check", str(folder / "ong.docx"), "--fix"],
            ["verify", str(folder / "ong.docx")],
        ]

    def device(base: Base, folder: Path) -> list[list[str]]:
        commands = []
        for name in ("zero.yaml", "zero.docx"):
            (folder / name).symlink_to("/dev/zero")
            commands.append(["check", str(folder / name)])
        return [*commands, ["render", str(folder / "zero.yaml")], ["verify", str(folder / "zero.docx")]]

    def pack_pipe(kind: Callable[[Path], None], name: str) -> Callable[[Base, Path], list[list[str]]]:
        def make(base: Base, folder: Path) -> list[list[str]]:
            pack_of = folder.parent / "templates" / f"hong-{folder.name}"
            pack_of.mkdir(parents=True)
            kind(pack_of / name)
            if name != "pack.yaml":
                (pack_of / "pack.yaml").write_text("ten: Hỏng\nke_thua: chung\n", encoding="utf-8")
            spec = folder / "vao.yaml"
            spec.write_text(re.sub(r"(?m)^mau:.*", f"mau: {pack_of.name}", base.spec), encoding="utf-8")
            return [["check", str(spec)], ["render", str(spec)], ["pack", "check", pack_of.name]]

        return make

    yield Input("a pipe", pipe)
    yield Input("/dev/zero", device)
    for name in ("pack.yaml", "ke_hoach.docx"):
        yield Input(f"a pipe as {name}", pack_pipe(lambda path: os.mkfifo(path), name))
        yield Input(f"/dev/zero as {name}", pack_pipe(lambda path: path.symlink_to("/dev/zero"), name))


INPUTS: tuple[Input, ...] = (
    *_spans(),
    *_zips(),
    *_sizes(),
    *_parts(),
    *_specs(),
    *_pipes(),
    *(text_input(name, sign, 100_000) for name, sign in TEXTS.items()),
)
