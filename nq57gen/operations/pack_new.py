"""``nq57gen pack new``: a pack of the project's own to begin with."""

from __future__ import annotations

import os
import re
from pathlib import Path

from msgspec import Struct

from nq57gen.diagnostics import make
from nq57gen.errors import UsageError
from nq57gen.operations.skeletons import BASES, PLAN, REPORT, SKELETONS, Template, shown, template
from nq57gen.operations.together import New, write_together
from nq57gen.packs.find import PACK_FILE, pack_folders, pack_names
from nq57gen.patterns import lazily
from nq57gen.regular import read_regular
from nq57gen.units.places import Province
from nq57gen.units.register import register

_NAME = lazily(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LONGEST_NAME = 60
#: Names of devices, which no folder of Windows may have.
_RESERVED = lazily(r"con|prn|aux|nul|com[0-9]|lpt[0-9]")
_PACK_LINE = lazily(r"^mau:.*$", re.MULTILINE)
_PROVINCE_LINES = lazily(r"^ *(?:tinh|loai_tinh): <<\?don_vi\.(?:tinh|loai_tinh)>>\n", re.MULTILINE)
_TEXT = """\
# Bộ mẫu {title}. Thiếu gì thì lấy ở bộ mẫu {parent}; ở đây chỉ ghi chỗ khác, chỗ thêm.
# Thư mục khung/ có kế hoạch, báo cáo viết đủ lời: sửa cho đúng kế hoạch của cấp tỉnh, rồi nhân cho đơn vị:
#   nq57gen clone {name} --unit "phường ..."
# Mọi khóa của tệp này: docs/dac-ta.md, phần Bộ mẫu. Dòng bắt đầu bằng # là ghi chú; bỏ dấu # để dùng.
phien_ban_dac_ta: 1
ten: {title}
# Mỗi lần sửa khung thì ghi ấn bản lớn hơn; đơn vị chạy nq57gen update để lấy chỗ mới.
an_ban: {edition}
ke_thua: {parent}

{province}
# Từ dùng theo loại đơn vị; một từ không đổi thì ghi một giá trị.
# thuat_ngu:
#   khu_dan_cu: {{xa: thôn, phuong: tổ dân phố, dac_khu: khu dân cư}}

# Cơ quan gọi khác, hoặc có thêm.
# phong_ban:
#   trung_tam_van_hoa: {{ten: "Trung tâm Văn hóa, Thể thao <<don_vi.loai>>", ngan: Trung tâm VHTT}}

# Văn bản của cấp tỉnh: trong khung gọi bằng mã, ví dụ <<kh_nam_tinh>>.
# van_ban:
#   kh_nam_tinh:
#     loai: Kế hoạch
#     so: 10/KH-UBND
#     ngay: 15/01/2026
#     co_quan: <<tinh.ubnd>>
#     trich_yeu: triển khai <<nq57.ngan>> năm 2026
"""
_OF_A_PROVINCE = "# Chỗ duy nhất quyết định “tỉnh” hay “thành phố”.\ntinh: {{ten: {name}, loai: {kind}}}\n"
_OF_NONE = (
    "# Bộ mẫu của một tỉnh, thành phố thì ghi tên; không ghi thì dùng được cho mọi nơi.\n"
    "# tinh: {ten: Thanh Hóa, loai: tỉnh}\n"
)
_OF_THE_PARENT = "# Tỉnh, thành phố: {kind} {name}, theo bộ mẫu {parent}.\n"


class NewPack(Struct, frozen=True):
    """A pack to write; ``province``: which it is for, blank for any."""

    name: str
    province: str
    files: tuple[New, ...]

    def write(self) -> None:
        """Write all or nothing. Raises InvalidInput."""
        write_together(self.files)


def pack_new(name: str, parent: str, edition: int, project: Path, *, word: bool = False) -> NewPack:
    """A new pack ``name`` that inherits from ``parent``, in the project's ``templates/``; not written yet.

    A name like "thanh-hoa" is that of a province: the pack is for it. ``word``: with the parent's Word file,
    to be changed. Raises UsageError: a name that cannot be one (C040, C050) or is taken (C041); InvalidInput:
    the parent is not there or wrong (M, S, C010).
    """
    if not _NAME.fullmatch(name) or len(name) > _LONGEST_NAME:
        raise UsageError([make("C040", name=name)])
    if _RESERVED.fullmatch(name):
        raise UsageError([make("C050", name=name)])
    folder = project / "templates" / name
    if os.path.lexists(folder) or name in pack_names(pack_folders(project)):
        raise UsageError([make("C041", name=name, folder=shown(folder, project))])
    given = template(parent, project)
    province = register().find_province(name.replace("-", " ")).found
    texts = {PACK_FILE: _pack_text(name, given, province, edition)}
    for document, skeleton in ((PLAN, given.plan), (REPORT, given.report)):
        text = _PACK_LINE.sub(f"mau: {name}", skeleton.text, count=1)
        if province is not None:
            text = _PROVINCE_LINES.sub("", text)
        texts[f"{SKELETONS}/{document}.yaml"] = text
    contents = {file: text.encode() for file, text in texts.items()}
    if word:
        for kind in given.pack.document_types.values():
            data = read_regular(kind.template)
            contents[kind.template.name] = contents[f"{BASES}/{kind.template.name}"] = data
    files = (New(folder / file, shown(folder / file, project), data) for file, data in contents.items())
    return NewPack(name, province.full_name if province else given.pack.province, tuple(files))


def _pack_text(name: str, given: Template, province: Province | None, edition: int) -> str:
    pack = given.pack
    if province is not None and province.name != pack.province:
        said = _OF_A_PROVINCE.format(name=province.name, kind=province.kind)
    elif pack.province:
        said = _OF_THE_PARENT.format(name=pack.province, kind=pack.province_kind, parent=pack.name)
    else:
        said = _OF_NONE
    title = province.name if province else name
    return _TEXT.format(name=name, title=title, parent=pack.name, edition=edition, province=said)
