"""Documents that the examples of several rules are made of."""

from __future__ import annotations

#: Parts announced in the text and the groups of an appendix: gaps for the heading of the first part, for what
#: follows the last one, and for the name of the first group.
GROUPED = """1. {0}
2. Hoàn thiện thể chế, chính sách
3. Phát triển hạ tầng số đồng bộ{1}
Phụ lục
PHÂN CÔNG NHIỆM VỤ
| TT | Nhiệm vụ | Chủ trì |
| I | {2} | |
| 1 | Tuyên truyền | Phòng A |
| II | Hoàn thiện thể chế, chính sách | |
| 1 | Rà soát | Phòng A |
| III | Phát triển hạ tầng số đồng bộ | |
| 1 | Phủ sóng 5G | Phòng B |"""
AWARENESS = "Nâng cao nhận thức trong toàn phường"
