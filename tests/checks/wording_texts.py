"""Texts for the rules of wording: what each must find, and what looks like it and is right."""

from __future__ import annotations

#: By rule: texts it must find, texts it must not.
TEXTS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "VH-01": (
        (
            "Đã xong việc. các cơ quan báo cáo.",
            "Có khó khăn gì? nếu có thì nêu rõ.",
            "Quyết tâm làm ngay!  mỗi cơ quan một việc.",
        ),
        (
            "Gửi về TP. hồ sơ gồm hai bản.",
            "Thiết bị gồm máy in, máy quét v.v. và dây mạng.",
            "Truy cập hệ thống theodoinq.dcs.vn để cập nhật.",
            "Xem trang. dichvucong.gov.vn có đủ thủ tục.",
            "Đạt 98,5% kế hoạch. 12 xã đã xong.",
            "Mục 2. nêu trên; các việc khác: làm sau.",
            "Bố trí 1.250.000 đồng... và nguồn khác.",
        ),
    ),
    "VH-02": (
        (
            "Giao đồng chí Nguyễn văn An theo dõi.",
            "Giao bà trần thị hoa tổng hợp.",
            "Ông Lê thị Minh Hòa báo cáo.",
        ),
        (
            "Giao đồng chí Nguyễn Văn An theo dõi.",
            "Các bà, các ông lê bước lên sân khấu.",
            "Nhà Nguyễn văn hiến lâu đời.",
            "Giao ông H'Linh Niê, bà Ksor H'Nhan.",
        ),
    ),
    "VH-03": (
        (
            "Chỉ đạo của UBND Tỉnh Đồng Nai.",
            "Thuộc Thành phố Hải Phòng.",
            "Ở phường Minh Hưng và của Phường Minh Hưng.",
            "Khu vực Tỉnh Khánh Hoà.",
        ),
        (
            "Tỉnh Đồng Nai có 95 xã, phường.",
            "Đã xong. Thành phố Hải Phòng chỉ đạo.",
            "- Tỉnh Đồng Nai: 95 đơn vị.",
            "Thuộc Thành phố Hồ Chí Minh, Thủ đô Hà Nội.",
            "Ở Phường Chu Văn An và của Phường Chu Văn An.",
            "TỈNH ĐỒNG NAI, THÀNH PHỐ HẢI PHÒNG",
            "Theo hướng dẫn của Thành phố và Tỉnh ủy Đồng Nai.",
        ),
    ),
    "VH-04": (
        ("Học tập tại thành phố Hồ Chí Minh.", "Ở thủ đô Hà Nội.", "Đi quận 1; quận 12."),
        (
            "Thành phố Hồ Chí Minh, Thủ đô Hà Nội, Quận 1, Phường 5.",
            "Kết quả của phường 6 tháng đầu năm.",
            "Chi cho cấp phường 2,5% ngân sách.",
            "Hướng dẫn của xã, phường 2 cấp.",
            "THÀNH PHỐ HỒ CHÍ MINH",
        ),
    ),
    "VH-05": (
        ("Vùng Tây nguyên và Đông nam bộ.", "Các tỉnh Bắc Trung bộ.", "Ở vùng Bắc bộ."),
        (
            "Vùng Tây Nguyên, Đông Nam Bộ, Bắc Trung Bộ, Bắc Bộ.",
            "Phía tây nam bộ phận một cửa.",
            "Hướng Tây Bắc, phía đông nam.",
            "Cả vùng Nam bộ đội đóng quân.",
        ),
    ),
    "VH-06": (
        (
            "Uỷ Ban Nhân Dân tỉnh Đồng Nai.",
            "Ủy ban Nhân dân phường.",
            "Hội đồng Nhân dân các cấp.",
            "Của uỷ ban nhân dân phường Minh Hưng.",
            "Bộ Khoa học và công nghệ.",
            "Sở Giáo dục và đào tạo.",
            "Mặt trận tổ quốc Việt Nam.",
        ),
        (
            "Ủy ban nhân dân phường, Uỷ ban nhân dân tỉnh, Hội đồng nhân dân.",
            "TM. ỦY BAN NHÂN DÂN",
            "ủy ban nhân dân cấp xã có trách nhiệm.",
            "Bồi dưỡng cán bộ tài chính, cán bộ y tế, cán bộ công an.",
            "Bộ Khoa học và Công nghệ, Sở Công Thương, Bộ Công an.",
            "Viện Kiểm sát nhân dân, Viện kiểm sát nhân dân.",
            "Ủy ban Mặt trận Tổ quốc Việt Nam phường.",
        ),
    ),
    "VH-07": (
        ("Phòng Văn hoá - xã hội tổng hợp.", "Trung tâm Phục vụ Hành chính công.", "Công An phường."),
        (
            "Phòng Văn hóa - Xã hội, Phòng Kinh tế, Hạ tầng và Đô thị.",
            "Các phòng kinh tế của doanh nghiệp.",
            "Trung tâm Phục vụ hành chính công phường.",
            "Trạm Y tế phường, trạm y tế các xã.",
        ),
    ),
    "VH-08": (
        (
            "Chính sách, pháp luật của nhà nước.",
            "Chủ trương của Đảng, nhà nước.",
            "Cán bộ, đảng viên và nhân dân.",
            "Thái độ phục vụ nhân dân.",
        ),
        (
            "Quản lý nhà nước, ngân sách nhà nước, cơ quan nhà nước.",
            "Hội đồng nhân dân, Ủy ban nhân dân, Công an nhân dân.",
            "Giá trị tính theo đồng nhân dân tệ, với nhân dân tệ.",
            "Phục vụ Nhân dân; chính sách của Nhà nước.",
            "Tiếp người của ủy ban nhân dân các cấp.",
        ),
    ),
    "VH-09": (
        (
            "Thực hiện nghị quyết số 57-NQ/TW.",
            "Theo kế hoạch hành động số 12-KH/TU.",
            "Tại các quyết định số 01/QĐ-BCĐ.",
            "Theo Luật tổ chức chính quyền địa phương.",
            "Theo luật Giao dịch điện tử.",
        ),
        (
            "Thực hiện Nghị quyết số 57-NQ/TW, Thông báo kết luận số 02-TB/BCĐ.",
            "Báo cáo số liệu; xây dựng kế hoạch, báo cáo số 2 của quý.",
            "Theo Luật Tổ chức chính quyền địa phương, Luật này, luật sư.",
            "Có 10 quyết định, 17 kế hoạch và công văn số lượng lớn.",
        ),
    ),
    "VH-10": (
        (
            "Theo Khoản 2 Điều 5.",
            "Tại khoản 2 điều 5.",
            "Tại điều 5, khoản 1.",
            "Theo Điều 13 khoản 2.",
            "Tại Điểm a khoản 1 Điều 3.",
            "Tại khoản 2, điểm a Điều 3.",
        ),
        (
            "Khoản 2 Điều 5 quy định rõ.",
            "Theo điểm a khoản 2 Điều 5 Chương I.",
            "Sửa Điều 5, khoản 2 Điều 7; bãi bỏ khoản 1, điểm b khoản 3 Điều 9.",
            "Theo điều kiện thực tế, các khoản chi, điểm số, 6 điều Bác dạy.",
            "Đủ 3 điều kiện; đạt điểm 9 ở khoản thu.",
        ),
    ),
    "VH-11": (
        (
            "Giao Phó chủ tịch UBND phường.",
            "Báo cáo thủ tướng Chính phủ.",
            "Ý kiến của chủ tịch Ủy ban nhân dân phường Minh Hưng.",
            "Thông báo kết luận của tổng bí thư.",
        ),
        (
            "Giao Phó Chủ tịch UBND phường; chủ tịch UBND các xã.",
            "Chủ tịch Ủy ban nhân dân phường Minh Hưng, Thủ tướng Chính phủ, Tổng Bí thư.",
            "Bầu chủ tịch hội; phó chủ tịch hội.",
        ),
    ),
    "VH-12": (
        (
            "Theo đường lối của đảng.",
            "Lời dạy của bác Hồ.",
            "Đảng cộng sản Việt Nam.",
            "Chính sách của đảng và Nhà nước.",
        ),
        (
            "Theo đường lối của Đảng; nghị quyết của đảng bộ, đảng ủy, đảng viên.",
            "Công tác xây dựng đảng, tổ chức đảng và nhà nước.",
            "Bác Hồ, Đảng Cộng sản Việt Nam.",
        ),
    ),
    "VH-13": (
        (
            "Mừng ngày quốc khánh 2-9.",
            "Trước tết Nguyên Đán.",
            "Nghỉ lễ Quốc Khánh.",
            "Ngày quốc tế lao động 1-5.",
        ),
        (
            "Mừng ngày Quốc khánh 2-9, ngày Quốc tế Lao động 1-5, ngày Phụ nữ Việt Nam 20-10.",
            "Trước Tết, trước tết Nguyên đán, tết Trung thu.",
            "NGÀY QUỐC KHÁNH",
            "Làm việc trung thu nhập khá.",
        ),
    ),
    "VH-14": (
        (
            "Trực từ thứ hai đến thứ sáu.",
            "Họp sáng thứ bảy.",
            "Họp vào Thứ Hai.",
            "Họp thứ tư hằng tuần.",
            "Trong Tháng 3 năm 2026.",
            "Rằm tháng giêng.",
        ),
        (
            "Trực từ thứ Hai đến thứ Sáu; họp sáng thứ Bảy.",
            "Họp lần thứ hai trong năm, lần thứ tư hằng tuần.",
            "Thứ trưởng, thứ hạng, thứ nhất, thứ năm là kinh phí.",
            "Tháng 3 năm 2026 hoàn thành.",
            "Tháng 10 là tháng tiêu dùng số.",
        ),
    ),
    "VH-15": (
        ("Kỷ niệm cách mạng tháng 8.", "Kỷ niệm Cách mạng tháng tám.", "Cách mạng tháng 10 Nga."),
        (
            "Kỷ niệm Cách mạng tháng Tám.",
            "Kỷ niệm Cách mạng Tháng Tám.",
            "Cuộc cách mạng công nghiệp lần thứ tư; cách mạng số.",
        ),
    ),
    "SN-01": (
        (
            "Thực hiện Kế hoạch số 18/KH-UBND ngày 15/01/2026 của tỉnh, Kế hoạch số 19/KH-UBND ngày 16 tháng "
            "01 năm 2026 của tỉnh.",
            "Trước ngày 15 tháng 06 năm 2026.",
            "Trước ngày 5 tháng 6 năm 2026.",
            "Trước ngày 05 tháng 1 năm 2026.",
            "Từ 01/07/2025.",
        ),
        (
            "Thực hiện Kế hoạch số 18/KH-UBND ngày 15/01/2026 của tỉnh.",
            "Thực hiện Kế hoạch số 18/KH-UBND ngày 15 tháng 01 năm 2026 của tỉnh.",
            "Nhận từ ngày 01/7/2025 đến ngày 17/11/2025 của kỳ (Kế hoạch số 1/KH ngày 02/5/2025 của tỉnh).",
            "Trong tháng 1 năm 2026, tháng 12/2025, ngày 10/12/2025.",
            "Ngày      tháng      năm 2026.",
        ),
    ),
    "SN-02": (
        (
            "Kinh phí 1,250,000 đồng.",
            "Đạt 98.5%.",
            "Đạt 98 %.",
            "Có 25000 lượt.",
            "Có 1,250 hồ sơ.",
            "Chi 1.2 triệu đồng.",
        ),
        (
            "Kinh phí 1.250.000 đồng; đạt 98,5%; có 1.250 hồ sơ.",
            "Theo TCVN ISO 9001:2015; mục 2.10; năm 2026 đồng thời.",
            "Đạt 3.112/3.115 hồ sơ, 0,85 điểm.",
            "Phiên bản 2.5 của phần mềm; số 0251234567.",
        ),
    ),
    "SN-03": (
        (
            "Cơ quan , đơn vị.",
            "Cơ quan,đơn vị.",
            "Đã  xong.",
            "Kinh tế – xã hội.",
            "Giai đoạn như giai đoạn 2026-2030.",
            "Đã xong .",
        ),
        (
            "Cơ quan, đơn vị; kinh tế - xã hội; giai đoạn 2026 - 2030; 57-NQ/TW.",
            "Trang dichvucong.gov.vn; lúc 10:30; tỷ lệ 98,5%; 1.250.000 đồng.",
            "Từ ngày  tháng  năm 2026.",
            "– Gạch đầu dòng dài.",
        ),
    ),
    "SN-04": (
        ("Uỷ ban và ủy ban.", "Số hóa, số hoá.", "Đảng uỷ và Đảng ủy."),
        (
            "Ủy ban, hoàn thành, quý, quỹ, quý II.",
            "Uỷ ban số hoá.",
            "Bà Đào Thị Thuý Hằng, số hóa, lũy kế.",
            "Thúy và thuyền.",
        ),
    ),
    "SN-05": (
        ("Nhiệm vụ KHCN của phường.", "Về CĐS và ĐMST."),
        (
            "Chuyển đổi số (CĐS); sau đây CĐS là nhiệm vụ.",
            "UBND, HĐND phường; Phụ lục III, phần XII; Nghị quyết số 57-NQ/TW; ISO 9001.",
            "Gọi tắt là Ban (sau đây gọi tắt là BCĐ). BCĐ họp.",
            "Trích mục ỦY BAN NHÂN DÂN của trang.",
        ),
    ),
}
