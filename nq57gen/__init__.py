"""nq57gen: kế hoạch và báo cáo thực hiện Nghị quyết số 57-NQ/TW, từ YAML ra Word."""

__version__ = "0.1.0"
