"""What the program makes of texts, names, filters, labels and values: tables of its own answers."""

from __future__ import annotations

from collections.abc import Iterator

from nq57gen.model.document import ParagraphKind, Runs
from nq57gen.model.expressions import FILTERS, Evaluator
from nq57gen.model.names import Names, Value
from nq57gen.model.sections import paragraph_kind
from nq57gen.model.targets import RESERVED_IDS
from nq57gen.vietnamese.labels import NumberStyle, label
from nq57gen.vietnamese.values import evaluate
from tools.markdown import code, literal, prose, table
from tools.reference_samples import EXAMPLES, Sample, example

_LINES = (
    "Đoạn văn thường.",
    "- Gạch đầu dòng.",
    "+ Dấu cộng đầu dòng.",
    "* Dấu sao đầu dòng.",
    "a) Nhãn gõ tay.",
    "1.1. Nhãn gõ tay.",
    "Chữ **đậm**, chữ *nghiêng*.",
    "Có chú thích.[^1]",
    "Tại <<don_vi>>.",
    r"In nguyên \* \[ \< và \\.",
)
_KINDS = {
    ParagraphKind.BODY: "đoạn văn",
    ParagraphKind.BULLET: "gạch đầu dòng",
    ParagraphKind.LABELLED: "đoạn có nhãn",
}
#: What each name is. A step that the spec chooses is written "mã".
NAMES = {
    "don_vi": "Loại và tên đơn vị",
    "don_vi.ten": "Tên riêng của đơn vị",
    "don_vi.loai": "Loại đơn vị",
    "don_vi.loai_hoa": "Loại đơn vị, viết hoa chữ đầu",
    "ubnd": "Ủy ban nhân dân của đơn vị",
    "ubnd.ngan": "Viết tắt là UBND",
    "ubnd.hoa": "In chữ hoa",
    "tinh": "Loại và tên tỉnh, thành phố",
    "tinh.ten": "Tên riêng của tỉnh, thành phố",
    "tinh.loai": "Loại: tỉnh hoặc thành phố",
    "tinh.ubnd": "Ủy ban nhân dân cấp tỉnh, viết tắt",
    "tinh.dang_bo": "Tỉnh ủy hoặc Thành ủy",
    "nam_ke_hoach": "Năm của kế hoạch (chỉ có trong kế hoạch)",
    "nam_bao_cao": "Năm của báo cáo (chỉ có trong báo cáo)",
    "loai_van_ban": "Tên loại văn bản",
    "thuat_ngu.mã": "Từ quen dùng theo loại đơn vị và theo tỉnh",
    "phong_ban.mã": "Tên đầy đủ của cơ quan",
    "phong_ban.mã.ten": "Tên đầy đủ của cơ quan",
    "phong_ban.mã.ngan": "Tên ngắn của cơ quan",
    "bien.mã": "Số liệu, chữ đã ghi dưới khóa “bien”",
    "mã": "Văn bản viện dẫn: lần đầu in đầy đủ, các lần sau in gọn như .ngan",
    "mã.day_du": "Luôn in đầy đủ",
    "mã.ngan": "Luôn in gọn",
    "mã.ngan_ngay": "In gọn, kèm ngày ban hành",
    "mã.loai": "Tên loại của văn bản viện dẫn",
    "mã.so": "Số và ký hiệu",
    "mã.ngay": "Ngày ban hành",
    "mã.co_quan": "Cơ quan ban hành",
    "mã.trich_yeu": "Trích yếu",
    "chi_tieu.tong": "Số chỉ tiêu của cả văn bản",
    "chi_tieu.dat": "Số chỉ tiêu đạt, tính cả vượt",
    "chi_tieu.vuot": "Số chỉ tiêu vượt",
    "chi_tieu.chua_dat": "Số chỉ tiêu chưa đạt",
    "chi_tieu.kho_dat": "Số chỉ tiêu khó đạt",
    "chi_tieu.chua_danh_gia": "Số chỉ tiêu chưa đánh giá",
    "chi_tieu.liet_ke_dat": "Đứng riêng một dòng: mỗi chỉ tiêu đạt thành một gạch đầu dòng",
    "chi_tieu.liet_ke_vuot": "Như trên, các chỉ tiêu vượt",
    "chi_tieu.liet_ke_chua_dat": "Như trên, các chỉ tiêu chưa đạt",
    "chi_tieu.liet_ke_kho_dat": "Như trên, các chỉ tiêu khó đạt",
    "chi_tieu.liet_ke_chua_danh_gia": "Như trên, các chỉ tiêu chưa đánh giá",
    "chi_tieu.mã": "Tên chỉ tiêu",
    "chi_tieu.mã.ten": "Tên chỉ tiêu",
    "chi_tieu.mã.don_vi_tinh": "Đơn vị tính",
    "chi_tieu.mã.ke_hoach": "Giá trị kế hoạch",
    "chi_tieu.mã.ket_qua": "Kết quả",
    "chi_tieu.mã.danh_gia": "Đánh giá: đã ghi, hoặc tự tính",
    "phu_luc.mã": "Phụ lục và số của nó; chỉ có một phụ lục thì in “Phụ lục”",
    "phu_luc.mã.tieu_de": "Tên phụ lục",
    "phu_luc.mã.tong": "Số chỉ tiêu trong phụ lục",
    "phu_luc.mã.dat": "Số chỉ tiêu đạt trong phụ lục, tính cả vượt",
    "phu_luc.mã.vuot": "Số chỉ tiêu vượt trong phụ lục",
    "phu_luc.mã.chua_dat": "Số chỉ tiêu chưa đạt trong phụ lục",
    "phu_luc.mã.kho_dat": "Số chỉ tiêu khó đạt trong phụ lục",
    "phu_luc.mã.chua_danh_gia": "Số chỉ tiêu chưa đánh giá trong phụ lục",
    "phu_luc.mã.so_nhiem_vu": "Số nhiệm vụ trong phụ lục",
}
#: Root names whose attributes the spec or the pack chooses.
_CHOSEN = ("thuat_ngu", "phong_ban", "bien", "chi_tieu", "phu_luc")
_FILTERS = {
    "so": ("29061000 | so", '"58.09" | so'),
    "phan_tram": ('"58.09" | phan_tram',),
    "hai_chu_so": ("5 | hai_chu_so",),
    "bang_chu": ("29061000 | bang_chu",),
    "la_ma": ("4 | la_ma",),
    "hoa": ('"khắc phục" | hoa',),
    "thuong": ('"ĐẤT ĐAI" | thuong',),
    "hoa_dau": ('"chủ tịch" | hoa_dau', "1010 | bang_chu | hoa_dau"),
    "ngay_ngan": ('"5/3/2026" | ngay_ngan',),
    "ngay_day_du": ('"5/3/2026" | ngay_day_du',),
}
_STYLES = {
    NumberStyle.PART: "Tiêu đề in dòng dưới, chữ hoa, giữa trang",
    NumberStyle.ROMAN: "Tiêu đề in chữ hoa",
    NumberStyle.ARABIC: "",
    NumberStyle.DECIMAL: "Nối vào số của mục cha (ở đây là 2.)",
    NumberStyle.LETTER: "Không có f, j, w, z; sau d là đ",
    NumberStyle.NONE: "Không đánh số",
}
_VALUES = (
    ("≥ 60%", "75,2%"),
    ("100%", "95"),
    ("từ 80% trở lên", "80%"),
    ("ít nhất 3 lớp", "4 lớp"),
    ("không quá 15 phút", "12 phút"),
    ("80-90%", "85%"),
    ("> 70", "70"),
    ("Tiên tiến, hiện đại", "Tiên tiến, hiện đại"),
    ("Hoàn thành", "Đang làm"),
    ("≥ 60%", "-"),
    ("≥ 90%", "trên 80%"),
)


def marks_table() -> str:
    """Lines of a body text and what becomes of them."""
    sample = example(EXAMPLES[1])
    rows = []
    for line in _LINES:
        runs = sample.runs(line)
        rows.append((code(line), _shown(runs), _KINDS[paragraph_kind(runs)]))
    return table(("Gõ", "In ra", "Là"), rows)


def _shown(runs: Runs) -> str:
    """Runs as Markdown."""
    parts = []
    for run in runs:
        text = literal(run.text)
        text = f"**{text}**" if run.bold else f"*{text}*" if run.italic else text
        parts.append(f"<sup>{run.note}</sup>" if run.note else text)
    text = "".join(parts)
    return text.replace("- ", r"\- ", 1).replace("+ ", r"\+ ", 1) if text[:2] in ("- ", "+ ") else text


def names_table() -> str:
    """Every name between ``<<`` and ``>>``, with what the examples print for it."""
    found: dict[str, tuple[str, str]] = {}
    for path in reversed(EXAMPLES):
        sample = example(path)
        for steps in _printable(sample.names):
            expression = ".".join(steps)
            found.setdefault(_general(steps, sample), (expression, sample.say(expression)))
    if set(found) != set(NAMES):
        raise SystemExit(f"NAMES in {__file__} does not fit the model: {sorted(set(found) ^ set(NAMES))}")
    rows = []
    for name, said in NAMES.items():
        expression, printed = found[name]
        shown = code(f"<<{expression}>>") if expression != name else ""
        rows.append((code(f"<<{name}>>"), prose(said), shown, literal(printed)))
    return table(("Tên", "Ý nghĩa", "Ví dụ", "In ra"), rows)


def _printable(names: dict[str, Value]) -> Iterator[tuple[str, ...]]:
    for key, value in names.items():
        if not isinstance(value, Names):
            yield (key,)
            continue
        if value.printable:
            yield (key,)
        inner = {name: value.get(name) for name in value.known}
        yield from ((key, *steps) for steps in _printable(inner))


def _general(steps: tuple[str, ...], sample: Sample) -> str:
    """``steps`` with the ones that a spec or a pack chooses written "mã"."""
    first, *rest = steps
    if sample.citations.knows(first):
        first = "mã"
    elif first in _CHOSEN and not (first == "chi_tieu" and rest[0] in RESERVED_IDS):
        rest[0] = "mã"
    return ".".join((first, *rest))


def filters_table() -> str:
    """Every filter with examples that the program evaluates."""
    if set(_FILTERS) != set(FILTERS):
        raise SystemExit(f"_FILTERS in {__file__} does not fit the model: {set(_FILTERS) ^ set(FILTERS)}")
    evaluator = Evaluator({})
    rows = [
        (code(name), code(f"<<{source}>>"), literal(evaluator.evaluate(source, {})))
        for name, sources in _FILTERS.items()
        for source in sources
    ]
    return table(("Bộ lọc", "Gõ", "In ra"), rows)


def numbering_table() -> str:
    """The numbering styles with their first labels."""
    rows = []
    for style in NumberStyle:
        count = 11 if style is NumberStyle.LETTER else 4
        labels = ", ".join(text for n in range(1, count) if (text := label(style, n, "2.")))
        rows.append((code(style.value), labels, _STYLES[style]))
    return table(("Ghi", "In ra", "Ghi chú"), rows)


def evaluation_table() -> str:
    """Planned values and results with the evaluation that the program gives."""
    rows = [(literal(plan), literal(result), str(evaluate(plan, result))) for plan, result in _VALUES]
    return table(("Kế hoạch", "Kết quả", "Đánh giá"), rows)
