"""A record with one wrong byte is restored by its checksum; more than that is not guessed at."""

from hypothesis import example, given
from hypothesis import strategies as st

from workbench.storage.mending import mend
from workbench.storage.records import Damage, Record, frame, scan

bodies = st.binary(max_size=300).map(lambda content: b'{"' + content.replace(b"}", b"") + b'"}')


@given(body=bodies, data=st.data())
def test_one_wrong_byte_is_restored_wherever_it_is(body: bytes, data: st.DataObject) -> None:
    framed = frame(body).rstrip(b"\n")
    position = data.draw(st.integers(0, len(framed) - 1))
    wrong = data.draw(st.integers(0, 255))
    assert mend(framed[:position] + bytes([wrong]) + framed[position + 1 :]) == body


@given(body=bodies, positions=st.sets(st.integers(12, 300), min_size=2, max_size=4))
def test_more_than_one_wrong_byte_is_not_taken_for_the_record(body: bytes, positions: set[int]) -> None:
    framed = bytearray(frame(body))
    hit = [position for position in positions if position < len(framed) - 1]
    for position in hit:
        framed[position] ^= 0x55
    if len(hit) > 1:
        assert mend(bytes(framed)) != body


@given(st.binary(max_size=400))
@example(b"")
@example(b"00000000 0 ")
def test_garbage_raises_nothing(garbage: bytes) -> None:
    mend(garbage)
    covered = 0
    for item in scan(garbage):
        assert isinstance(item, Record | Damage)
        assert covered <= item.offset < item.end <= len(garbage)
        covered = item.end


@given(st.lists(bodies, max_size=6), st.integers(0, 40))
def test_records_are_read_as_they_were_framed(contents: list[bytes], zeros: int) -> None:
    buffer = b"".join(map(frame, contents)) + b"\0" * zeros
    assert [item.body for item in scan(buffer) if isinstance(item, Record)] == contents
