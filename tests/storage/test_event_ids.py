"""Event ids are UUIDv7: unique, rising within a process, and the number of the document."""

import time
import uuid

import pytest

from workbench.storage.event_ids import document_number, new_event_id


def test_an_id_is_a_uuid_of_version_7() -> None:
    text = new_event_id()
    value = uuid.UUID(hex=text)
    assert text == value.hex
    assert value.version == 7
    assert value.variant == uuid.RFC_4122
    assert abs((value.int >> 80) / 1_000 - time.time()) < 5


def test_ids_rise_within_a_process_also_when_the_clock_steps_back(monkeypatch: pytest.MonkeyPatch) -> None:
    ids = [new_event_id() for _ in range(10_000)]
    now = time.time_ns()
    monkeypatch.setattr(time, "time_ns", lambda: now - 10**12)
    ids += [new_event_id() for _ in range(1_000)]
    assert ids == sorted(set(ids))
    assert {uuid.UUID(hex=text).version for text in ids} == {7}


def test_the_number_of_the_document_is_the_integer_of_the_id() -> None:
    text = new_event_id()
    assert f"{document_number(text):032x}" == text
