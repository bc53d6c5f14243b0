"""What a good file becomes, and where its pieces stand."""

from __future__ import annotations

import functools
import time
import unicodedata
from collections.abc import Callable

import pytest
import yaml

from nq57gen.diagnostics import Diagnostic, Position, Severity
from nq57gen.spec.reader import looks_like_prose_key
from tests.spec.snippets import data, problems, read

SPEC = """\
# Kế hoạch của phường
phien_ban_dac_ta: 1            # bắt buộc
loai_van_ban: ke_hoach
don_vi: {loai: phường, ten: Minh Hưng}     # xã | phường
so_van_ban:                    # để trống
ngay_ban_hanh: ~
du_thao: có    # in chữ DỰ THẢO
trich_yeu: Triển khai <<nq57>> trên địa bàn <<don_vi>>
noi_nhan:
  - Thường trực Đảng ủy
  - "Lưu: VT, VHXH"
  -
muc_dich: |
  - Rõ người: rõ việc, rõ # trách nhiệm
    * thụt vào

  “Nháy” 'đơn' "kép" {{ }} %
phu_luc:
  - ma: chi_tieu
    chi_tieu:
      - {ma: phu_song_5g, don_vi_tinh: "%", ke_hoach: ≥ 60%, giai_doan: {"2025": 057}}
chu_thich:
  "1": Câu một
    và câu hai
"""


def test_every_scalar_is_text_and_an_empty_one_is_none() -> None:
    assert data(SPEC) == {
        "phien_ban_dac_ta": "1",
        "loai_van_ban": "ke_hoach",
        "don_vi": {"loai": "phường", "ten": "Minh Hưng"},
        "so_van_ban": None,
        "ngay_ban_hanh": None,
        "du_thao": "có",
        "trich_yeu": "Triển khai <<nq57>> trên địa bàn <<don_vi>>",
        "noi_nhan": ["Thường trực Đảng ủy", "Lưu: VT, VHXH", None],
        "muc_dich": "- Rõ người: rõ việc, rõ # trách nhiệm\n  * thụt vào\n\n“Nháy” 'đơn' \"kép\" {{ }} %",
        "phu_luc": [
            {
                "ma": "chi_tieu",
                "chi_tieu": [
                    {
                        "ma": "phu_song_5g",
                        "don_vi_tinh": "%",
                        "ke_hoach": "≥ 60%",
                        "giai_doan": {"2025": "057"},
                    }
                ],
            }
        ],
        "chu_thich": {"1": "Câu một và câu hai"},
    }


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("057", "057"),
        ("12:30", "12:30"),
        ("no", "no"),
        ("1_000", "1_000"),
        ("2026-01-01", "2026-01-01"),
        ("75.2", "75.2"),
        ("=", "="),
        ("null", None),
        ("~", None),
        ('""', ""),
        ("''", ""),
        ('"null"', "null"),
        ("-5", "-5"),
        ("≥ 60%", "≥ 60%"),
        ("<<don_vi>>", "<<don_vi>>"),
        ("chữ#thăng", "chữ#thăng"),
        ("x\ty", "x\ty"),
        ('"một\\nhai\\tba"', "một\nhai\tba"),
        ("'Ea H''leo'", "Ea H'leo"),
        ("[a, -, b]", ["a", "-", "b"]),
        ("[]", []),
        ("{}", {}),
        ("“Một cửa”", "“Một cửa”"),
        ("👨\u200d👩\u200d👧 gia đình", "👨\u200d👩\u200d👧 gia đình"),
    ],
)
def test_no_value_gets_a_type(written: str, value: object) -> None:
    assert data(f"a: {written}\n")["a"] == value


def test_decomposed_letters_come_out_composed_in_keys_and_values() -> None:
    assert data(unicodedata.normalize("NFD", "căn_cứ: Điện, ủy\n")) == {"căn_cứ": "Điện, ủy"}


@pytest.mark.parametrize(
    "text",
    [
        "a: 1\n# \u200b \ufffd \ue000\n",
        "a: 1   # \u200b\n",
        "a:\t1\nb: x\t# y\n\t\nc: 1\n",
        "a: |\n  x\n     \n\u00a0\n  y\n",
        "a: [\n  b,\n  c\n]\n",
        "---\na: 1\n...\n",
        "%YAML 1.2\n---\na: 1\n",
        "a:\n- b\n- c\n",
        "a:\n  -5\nb:\n  -5,2\n",
        'a: "một\n  hai"\n',
        "a: dong-nai # x\nb: không # x\nc: # 5\n",
        'a: "hai chữ" # x\nb: [hai chữ] # x\nc: |  # x\n  y\n',
        "căn_cứ: x\nTrích_yếu: x\ncan-cu: x\ntên: x\nTên: x\n",
        "a: it's\n",
    ],
)
def test_what_does_no_harm_is_read(text: str) -> None:
    assert problems(text) == []


def test_values_and_keys_know_their_places() -> None:
    spec = read(SPEC)
    row = ("phu_luc", 0, "chi_tieu", 0)
    assert spec.position(("loai_van_ban",)) == Position(3, 15)
    assert spec.key_position(("loai_van_ban",)) == Position(3, 1)
    assert spec.position(("don_vi", "ten")) == Position(4, 29)
    assert spec.key_position(("don_vi", "ten")) == Position(4, 24)
    assert spec.position(("noi_nhan", 1)) == spec.key_position(("noi_nhan", 1)) == Position(11, 5)
    assert spec.position(("so_van_ban",)) == Position(5, 12)
    assert spec.position(("muc_dich",)) == Position(13, 11)
    assert spec.position((*row, "giai_doan", "2025")) == Position(21, SPEC.split("\n")[20].index("057") + 1)
    assert spec.position(row) == Position(21, 9)


def test_a_path_that_does_not_exist_has_the_place_of_what_holds_it() -> None:
    spec = read(SPEC)
    assert spec.position(("don_vi", "tinh")) == spec.position(("don_vi",)) == Position(4, 9)
    assert spec.key_position(("don_vi", "tinh", "x")) == Position(4, 1)
    assert spec.position(("khong_co", 3)) == spec.position(()) == Position(2, 1)
    assert spec.position(("noi_nhan", 9)) == spec.position(("noi_nhan",))


def test_a_diagnostic_carries_path_place_key_path_and_line() -> None:
    spec = read(SPEC)
    assert spec.diagnostic("Y030", ("don_vi", "ten"), at_key=True, key="ten", first=1) == Diagnostic(
        code="Y030",
        message='Khóa "ten" viết hai lần; lần đầu ở dòng 1.',
        hint="Nếu đây là một mục mới của danh sách, thêm “- ” ở đầu; nếu viết thừa, xóa một trong hai.",
        severity=Severity.ERROR,
        path="thu.yaml",
        position=Position(4, 24),
        where="don_vi.ten",
        source_line="don_vi: {loai: phường, ten: Minh Hưng}     # xã | phường",
    )
    assert spec.diagnostic("Y010", ("don_vi",)).position == Position(4, 9)
    assert spec.diagnostic("Y010", ("trich_yeu",), offset=10).position == Position(8, 22)
    assert spec.diagnostic("Y010", ("trich_yeu",), hint="khác").hint == "khác"


def test_one_run_reports_every_mistake_in_file_order() -> None:
    text = """\
ten: rõ người: rõ việc
ghi_chu: "C:\\Users"
noi_nhan:
  - Như trên
  - Lưu: VT
  - "Văn thư
don_vi: {loai: phường, ten: Minh Hưng
ty_le: %
muc_dich: |
- Cụ thể hóa
- Nâng cao
\tthut: 1
trich_yeu: hai chữ # ba
ten: Phòng\u200b
khoi: {{ x }}
can_cu:khong
cuoi: [a] b
"""
    assert problems(text) == [
        ("Y054", 1, 14),
        ("Y059", 2, 13),
        ("Y032", 5, 5),
        ("Y058", 6, 5),
        ("Y061", 7, 9),
        ("Y050", 8, 8),
        ("Y020", 10, 1),
        ("Y060", 13, 20),
        ("Y030", 14, 1),
        ("Y042", 14, 11),
        ("Y051", 15, 7),
        ("Y016", 16, 7),
        ("Y050", 17, 7),
    ]


def test_the_same_mistake_on_many_lines_is_reported_for_each() -> None:
    text = "".join(f"k{n}: @\n" for n in range(10))
    assert problems(text) == [("Y050", n + 1, len(f"k{n}: ") + 1) for n in range(10)]


def test_a_file_full_of_mistakes_still_ends() -> None:
    found = problems("".join(f"k{n}: rõ: {n}: x\n" for n in range(20_000)))
    assert 0 < len(found) <= 25


@pytest.mark.parametrize("line", ["a: 1\n", "b: &x 1\n", "- \u200b\n"])
def test_more_than_a_thousand_findings_are_not_collected(line: str) -> None:
    assert 1000 <= len(problems("k: 1\n" + line * 5000)) <= 1001


@pytest.mark.parametrize(
    ("key", "prose"),
    [
        ("Lưu", True),
        ("Nơi nhận", True),
        ("rõ người", True),
        ("Căn cứ Luật số 65/2025/QH15", True),
        ("<<don_vi>>", True),
        (unicodedata.normalize("NFD", "Lưu"), True),
        ("can_cu", False),
        ("2025", False),
        ("căn_cứ", False),
        ("Trích_yếu", False),
        (unicodedata.normalize("NFD", "căn_cứ"), False),
        ("tên", False),
        ("can-cu", False),
        ("", False),
    ],
)
def test_prose_is_told_from_a_misspelt_key(key: str, prose: bool) -> None:
    assert looks_like_prose_key(key) is prose


def test_a_spec_of_60_kb_is_read_much_faster_than_by_yaml_in_python() -> None:
    rows = "".join(
        f"  - {{ma: chi_tieu_{n}, ten: Tỉ lệ phủ sóng 5G trên địa bàn, ke_hoach: ≥ 60%}}\n"
        for n in range(400)
    )
    body = "".join(f"  - Nâng cao nhận thức, trách nhiệm của cán bộ lần thứ {n}.\n" for n in range(400))
    text = f"muc_dich: |\n{body}phu_luc:\n{rows}"
    assert len(text.encode()) > 60_000

    def seconds(work: Callable[[], object]) -> float:
        start = time.perf_counter()
        work()
        return time.perf_counter() - start

    pairs = []
    for number in range(3):
        other = text.replace("5G", f"{number}G")  # nothing is remembered of it
        loader = functools.partial(yaml.compose, other, yaml.SafeLoader)
        pairs.append((seconds(functools.partial(read, other)), seconds(loader)))
    ours, in_python = map(min, zip(*pairs, strict=True))
    assert ours * 3 < in_python
