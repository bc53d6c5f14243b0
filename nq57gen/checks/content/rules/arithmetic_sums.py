"""Parts that do not give the whole: in a sentence, in a list and its paragraph."""

from __future__ import annotations

from collections.abc import Iterable

from nq57gen.checks.content.paper import Paper
from nq57gen.checks.content.partitions import Partition, partitions
from nq57gen.checks.content.quantities import is_share, share, shown
from nq57gen.checks.content.rule import ERROR, Found, rule


def _said(one: Partition) -> str:
    parts = " + ".join(shown(part.count.value) for part in one.parts)
    difference = one.added - one.whole.value
    more = "thừa" if difference > 0 else "thiếu"
    said = f"trong khi ghi {shown(one.whole.value)} ({more} {shown(abs(difference))})"
    return f"{parts} = {shown(one.added)}, {said}"


@rule(
    "SO-01",
    "Trong một câu, các phần cộng lại bằng tổng số đã ghi",
    "tính lại: sửa tổng số hoặc sửa số của một phần",
    severity=ERROR,
    bad=[
        "- Tổng số hồ sơ đã tiếp nhận 3.115 hồ sơ; trong đó hồ sơ nộp trực tuyến là 1.103 hồ "
        "sơ, tiếp nhận trực "
        "tiếp là 2.032 hồ sơ.",
        "Đã cấp 424 thẻ (cấp mới: 148, cấp đổi: 271, cấp lại: 6).",
        "Đã cấp 424 thẻ căn cước (148 cấp mới, 217 cấp đổi, 5 cấp lại).",
        "Tổng thu phí bằng 29.061.000 đồng (phí chứng thực 21.709.000 đồng, phí hộ tịch 7.252.000 đồng).",
        "Kinh phí thực hiện 1,2 tỷ đồng, gồm 800 triệu đồng ngân sách phường và 300 triệu đồng xã hội hóa.",
        "Tiếp nhận 120 hồ sơ trực tuyến và 85 hồ sơ trực tiếp, tổng cộng 215 hồ sơ.",
    ],
    good=[
        "Đã cấp 424 thẻ căn cước (148 cấp mới, 271 cấp đổi, 5 cấp lại).",
        "Đã tiếp nhận 40 hồ sơ (12 cấp mới, 5 cấp lại).",
        "Tổng số 3.135 hồ sơ; trong đó trực tuyến 1.103 hồ sơ, trực tiếp 2.032 hồ sơ.",
        "Có 50 cán bộ tham gia, trong đó 20 cán bộ nữ, 12 cán bộ lãnh đạo.",
        "Kinh phí 1,2 tỷ đồng, gồm 800 triệu đồng ngân sách phường và 400 triệu đồng xã hội hóa.",
        "Tổng số 1.250 hộ (trong đó 320 hộ nghèo, 410 hộ cận nghèo).",
        "Tổ chức 05 lớp với 250 lượt người, trong đó 120 cán bộ, 130 người dân.",
        "Đã cấp 20 suất cho học sinh, trong đó 12 người cao tuổi, 9 trẻ em dự lễ.",
        "Thành lập 06 tổ gồm 60 thành viên, hoạt động tại 12 khu phố.",
        "Tiếp nhận 04 phản ánh, kiến nghị (về đất đai 02, phát quà ngày 02/9).",
    ],
)
def in_sentence(paper: Paper) -> Iterable[Found]:
    """Wholes with their parts behind them, in brackets, or before them."""
    for one in partitions(paper):
        if one.wrong and not one.listed:
            yield Found(one.passage.quoted(*one.span), _said(one))


@rule(
    "SO-02",
    "Các dòng liệt kê bên dưới cộng lại bằng tổng số ở dòng trên",
    "tính lại: sửa tổng số hoặc sửa số của một dòng",
    severity=ERROR,
    bad=[
        "- Tiếp nhận 377/377 thủ tục hành chính; trong đó:\n+ Toàn trình là 219 thủ tục;\n+ Một "
        "phần là 138 thủ tục;\n"
        "+ Chưa cung cấp là 21 thủ tục.",
    ],
    good=[
        "- Tiếp nhận 377 thủ tục hành chính; trong đó:\n+ Toàn trình là 219 thủ tục;\n+ Một "
        "phần là 138 thủ tục;\n"
        "+ Chưa cung cấp là 20 thủ tục.",
        "- Rà soát 1.250 hộ, trong đó:\n+ Hộ nghèo 320 hộ;\n+ Hộ cận nghèo 410 hộ.",
        "- Trong 6 tháng đầu năm đã hoàn thành các việc, cụ thể:\n- Tập huấn 2 tháng.\n- Kiểm tra 3 tháng.",
    ],
)
def in_list(paper: Paper) -> Iterable[Found]:
    """A paragraph with a total that opens a list, and the first figure of each line of it."""
    for one in partitions(paper):
        if one.wrong and one.listed:
            yield Found(one.passage.quoted(*one.span), _said(one))


@rule(
    "SO-03",
    "Tỷ lệ ghi cạnh một phần bằng phần đó chia cho tổng số",
    "tính lại tỷ lệ, hoặc kiểm tra số của phần này",
    severity=ERROR,
    bad=[
        "- Tiếp nhận 377 thủ tục; trong đó:\n+ Toàn trình là 219 thủ tục = 58,09%;\n+ Một phần "
        "là 158 thủ tục = 31,91%.",
        "Tổng số 200 hồ sơ, gồm 150 hồ sơ trực tuyến (chiếm 75%) và 50 hồ sơ trực tiếp (chiếm 35%).",
    ],
    good=[
        "- Tiếp nhận 377 thủ tục; trong đó:\n+ Toàn trình là 219 thủ tục = 58,09%;\n+ Một phần "
        "là 158 thủ tục = 41,91%.",
        "Tổng số 200 hồ sơ, gồm 150 hồ sơ trực tuyến (chiếm 75%) và 50 hồ sơ trực tiếp (chiếm 25%).",
        "Tổng số 200 hồ sơ, gồm 150 hồ sơ trực tuyến, đúng hạn đạt 98% và 50 hồ sơ trực tiếp, "
        "đạt 95% kế hoạch.",
    ],
)
def shares(paper: Paper) -> Iterable[Found]:
    """The percentage beside each part of a whole."""
    for one in partitions(paper):
        for part in one.parts:
            if part.percent and not is_share(part.count.value, one.whole.value, part.percent):
                other = (part.percent.value * one.whole.value / 100).to_integral_value()
                also = f"; {part.percent.written} của {shown(one.whole.value)} là {shown(other)}"
                yield Found(
                    part.passage.quoted(part.count.start, part.percent.end),
                    f"{shown(part.count.value)}/{shown(one.whole.value)} = "
                    f"{share(part.count.value, one.whole.value)}, trong khi ghi {part.percent.written}"
                    + (also if other != part.count.value and one.whole.value % 1 == 0 else ""),
                )
