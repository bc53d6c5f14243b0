# The two commands of the README are `make render` and `make test`; each works alone on a fresh clone.
# Everything runs from the checkout, in .venv, with exactly the versions of the lock files.

PYTHON ?= python3
VENV := .venv
RUN := $(VENV)/bin/python
SPECS ?= specs

.PHONY: render test check lint bench docs templates lock clean

render: $(VENV)/run.stamp
	$(RUN) -m nq57gen render $(SPECS)

test: $(VENV)/dev.stamp
	$(RUN) -m pytest -n auto

lint: $(VENV)/dev.stamp
	$(RUN) -m ruff check
	$(RUN) -m ruff format --check
	$(RUN) -m mypy

check: lint test

bench: $(VENV)/dev.stamp
	$(RUN) -m bench

# Pages generated from the code: the spec reference and the list of messages.
docs: $(VENV)/dev.stamp
	$(RUN) -m tools.reference

# After a change of the unpacked templates: pack them into the .docx files.
templates: $(VENV)/dev.stamp
	for file in templates/*/*.docx; do $(RUN) -m tools.twin pack "$$file"; done

# Needs uv; run after a change of the dependencies in pyproject.toml.
lock:
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-annotate --no-header \
		pyproject.toml -o requirements.lock
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-annotate --no-header \
		pyproject.toml --extra cluster --group dev -c requirements.lock -o requirements-dev.lock

$(VENV)/venv.stamp:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "nq57gen cần Python 3.11 trở lên; chạy: make PYTHON=python3.11 …")'
	$(PYTHON) -m venv $(VENV)
	touch $@

$(VENV)/run.stamp: requirements.lock | $(VENV)/venv.stamp
	$(RUN) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	touch $@

$(VENV)/dev.stamp: requirements-dev.lock | $(VENV)/venv.stamp
	$(RUN) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	touch $@

clean:
	rm -rf $(VENV) dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis
