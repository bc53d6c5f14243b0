"""B many documents at once: worker processes, a cluster, watching."""

from __future__ import annotations

from nq57gen.messages.entry import Message

_NOT_YOURS = "không phải lỗi của bạn; hãy báo kèm đặc tả"

MESSAGES: dict[str, Message] = {
    "B001": Message(
        "Tiến trình tạo văn bản này bị tắt giữa chừng (thường do máy hết bộ nhớ)",
        "đóng bớt chương trình rồi chạy lại riêng tệp này; nếu vẫn bị thì hãy báo kèm đặc tả",
    ),
    "B002": Message("Lỗi của chương trình khi tạo văn bản này: {reason}", _NOT_YOURS),
    "B010": Message(
        "--cluster cần gói distributed (Dask), máy này chưa cài", 'gõ: pip install "nq57gen[cluster]"'
    ),
    "B011": Message(
        "Cụm máy ở địa chỉ “{address}” không trả lời ({reason})",
        "kiểm tra địa chỉ (ví dụ tcp://may-chu:8786) và xem dask scheduler đã chạy chưa",
    ),
    "B012": Message(
        "Cụm máy ở địa chỉ “{address}” chưa có máy nào làm việc",
        "trên mỗi máy gõ: dask worker {address} --nthreads 1",
    ),
    "B013": Message(
        "Máy “{worker}” của cụm dùng nq57gen {found}, máy này dùng {own}",
        "cài cùng một phiên bản nq57gen trên mọi máy của cụm",
    ),
    "B014": Message(
        "Máy “{worker}” của cụm không thấy tệp “{file}”",
        "đặt dự án ở một thư mục dùng chung, mọi máy thấy ở cùng một đường dẫn",
    ),
    "B015": Message(
        "Hệ thống không cho theo dõi thư mục ({reason})",
        "đóng bớt chương trình khác đang theo dõi tệp, hoặc tăng giới hạn của hệ thống (Linux: "
        "fs.inotify.max_user_watches); không thì bỏ --watch, chạy lại nq57gen render sau mỗi lần lưu",
    ),
    "B020": Message("{first} không dùng cùng {second}", "bỏ một trong hai"),
}
