"""Units and agencies of another place, kind or time."""

from __future__ import annotations

from tests.content.seeds.seed import CHU_VAN_AN, GIA_PHUC, HANG_GON, MINH_HUNG, NAM_DO_SON, seeds_of

UNITS = [
    *seeds_of(
        "DV",
        MINH_HUNG,
        (
            "xã in a phường",
            "Bảo đảm an toàn thông tin trên địa bàn <<don_vi.loai>>",
            "Bảo đảm an toàn thông tin trên địa bàn xã",
            ("địa bàn xã",),
        ),
        (
            "a neighbour's name",
            "Kế hoạch này đến Nhân dân trên địa bàn.",
            "Kế hoạch này đến Nhân dân trên địa bàn phường Minh Long.",
            ("Minh Long",),
        ),
        (
            "a ministry that ended",
            "Bộ Thông tin và Truyền thông (nay là Bộ Khoa học và Công nghệ)",
            "Bộ Thông tin và Truyền thông",
            ("Bộ Thông tin",),
        ),
        ("a province that ended", "do <<tinh.ubnd>> đề ra", "do UBND tỉnh Bình Phước đề ra", ("Bình Phước",)),
        (
            "a department that ended",
            "Sở Khoa học và Công nghệ (b/c)",
            "Sở Thông tin và Truyền thông (b/c)",
            ("Sở Thông tin",),
        ),
        (
            "xã in an office of a table",
            "            chu_tri: tram_y_te",
            "            chu_tri: Trạm Y tế xã",
            ("Trạm Y tế xã",),
        ),
    ),
    *seeds_of(
        "DV",
        HANG_GON,
        ("xã of a phường", "fanpage Facebook của <<don_vi.loai>>", "fanpage Facebook của xã", ("của xã",)),
        (
            "a department in a citation",
            "co_quan: Sở Khoa học và Công nghệ <<tinh>>",
            "co_quan: Sở Thông tin và Truyền thông <<tinh>>",
            ("Sở Thông tin",),
        ),
    ),
    *seeds_of(
        "DV",
        NAM_DO_SON,
        (
            "thị trấn in a phường",
            "Đề án 06/CP tại <<don_vi.loai>>,",
            "Đề án 06/CP tại thị trấn,",
            ("thị trấn",),
        ),
        (
            "a merged ministry",
            "doanh nghiệp của Bộ Tài chính",
            "doanh nghiệp của Bộ Kế hoạch và Đầu tư",
            ("Bộ Kế hoạch",),
        ),
        ("tỉnh in a city", "Đã đề nghị thành phố cấp", "Đã đề nghị tỉnh cấp", ("đề nghị tỉnh",)),
    ),
    *seeds_of(
        "DV",
        GIA_PHUC,
        (
            "phường in a xã",
            "đăng tin trên Trang thông tin điện tử của <<don_vi.loai>>",
            "đăng tin trên Trang thông tin điện tử của phường",
            ("của phường",),
        ),
        (
            "a huyện",
            "UBND <<don_vi.loai>> đã ban hành <<kh23>>",
            "UBND huyện đã ban hành <<kh23>>",
            ("huyện",),
        ),
    ),
    *seeds_of(
        "DV",
        CHU_VAN_AN,
        ("a plan of the quận", "CĐS của <<don_vi.loai>> cho từng", "CĐS của quận cho từng", ("quận",)),
    ),
]
