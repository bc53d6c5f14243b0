"""Two small valid specs, and what becomes of them when they are changed."""

from __future__ import annotations

import tempfile
from pathlib import Path

from nq57gen.diagnostics import Diagnostic
from nq57gen.errors import InvalidInput
from nq57gen.operations.document import Understood, understand

ROOT = Path(__file__).resolve().parents[2]
SHOWN_AS = "thu.yaml"

PLAN = """\
phien_ban_dac_ta: 1
loai_van_ban: ke_hoach
mau: dong-nai
don_vi: {loai: phường, ten: Minh Hưng}
nam_ke_hoach: 2026
trich_yeu: Triển khai chuyển đổi số
van_ban:
  kh94: {loai: Kế hoạch, so: 94/KH-UBND, ngay: 22/10/2025, co_quan: UBND phường, trich_yeu: về chuyển đổi số}
phong_ban:
  truong_hoc: {ten: Các trường học}
bien:
  so_luot: 75
can_cu: [kh94]
muc_dich: |
  Phổ biến cho <<phong_ban.truong_hoc>>.
yeu_cau: |
  Tập huấn <<bien.so_luot>> lượt.[^1]
muc_tieu:
  chung: |
    Đạt mọi chỉ tiêu tại <<phu_luc.muc_tieu>>.
giai_phap:
  - tieu_de: Chuyển đổi số
    noi_dung: |
      - Số hóa hồ sơ.
to_chuc_thuc_hien:
  - don_vi_chu_tri: phong_vhxh
    nhiem_vu: |
      - Chủ trì thực hiện.
ket_thuc: |
  Trên đây là Kế hoạch.
chu_thich:
  "1": Theo <<nq57.ngan>>.
phu_luc:
  - ma: muc_tieu
    tieu_de: Các mục tiêu
    bang: chi_tieu
    chi_tieu:
      - {ma: phu_song, ten: Phủ sóng 5G, don_vi_tinh: "%", ke_hoach: ≥ 60%, chu_tri: cong_an}
noi_nhan:
  - Thường trực Đảng ủy
  - "Lưu: VT"
nguoi_ky: {quyen_han: [TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH], chuc_vu: PHÓ CHỦ TỊCH, ho_ten: Nguyễn Văn A}
"""

REPORT = """\
phien_ban_dac_ta: 1
loai_van_ban: bao_cao
mau: hai-phong
don_vi: {loai: xã, ten: Gia Phúc}
nam_bao_cao: 2025
trich_yeu: Kết quả chuyển đổi số
chi_tieu:
  - {ma: ho_so, ten: Hồ sơ trực tuyến, ke_hoach: ≥ 80%, ket_qua: 91%}
ket_qua: |
  Đạt <<chi_tieu.dat>>/<<chi_tieu.tong>> chỉ tiêu:
  <<chi_tieu.liet_ke_dat>>
noi_nhan:
  - "Lưu: VT"
nguoi_ky: {quyen_han: TM. ỦY BAN NHÂN DÂN, chuc_vu: CHỦ TỊCH, ho_ten: Trần Văn B}
"""


def changed(spec: str, *changes: tuple[str, str]) -> str:
    """``spec`` with each text, which must stand in it exactly once, replaced by another."""
    for old, new in changes:
        assert spec.count(old) == 1, f"{old!r} stands {spec.count(old)} times in the spec"
        spec = spec.replace(old, new)
    return spec


def understood(spec: str) -> Understood:
    """The spec and its document. Raises InvalidInput."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, SHOWN_AS)
        path.write_text(spec, encoding="utf-8")
        return understand(path, SHOWN_AS, ROOT)


def findings(spec: str) -> tuple[Diagnostic, ...]:
    """Everything found in ``spec``, warnings too."""
    try:
        return understood(spec).warnings
    except InvalidInput as error:
        return error.diagnostics


def spots(spec: str) -> list[tuple[str, int]]:
    """Code and line of everything found in ``spec``."""
    return [(found.code, found.position.line) for found in findings(spec) if found.position]


def line_of(spec: str, text: str) -> int:
    """The number of the line of ``spec`` on which its only ``text`` begins."""
    assert spec.count(text) == 1, f"{text!r} stands {spec.count(text)} times in the spec"
    return spec[: spec.index(text)].count("\n") + 1
