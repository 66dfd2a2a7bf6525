"""What crosses the wire, what doesn't, and what hostile bytes can do: nothing but raise WireError."""

import contextlib
import json
import math
import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from autograder.sandbox.inside import wire

QUICK = settings(max_examples=150)
GENERATORS = [getattr(np.random, name) for name in wire.BIT_GENERATORS]


def cross(value, **kwargs):
    """Send a value, and take it at the other side."""
    lengths, header, *blobs = wire.frame(value, **kwargs)
    blob = b"".join(bytes(one) for one in blobs)
    assert wire.LENGTHS.unpack(lengths) == (len(header), len(blob))
    return wire.decode(header, blob)


def message(value, blob=b""):
    return wire.decode(json.dumps(value).encode(), blob)


def same(one, other):
    """Tell whether two values are the same, NaN and the types of all parts included."""
    if type(one) is not type(other):
        return False
    if isinstance(one, np.ndarray):
        return (one.dtype, one.shape, one.tobytes()) == (other.dtype, other.shape, other.tobytes())
    if isinstance(one, np.generic):
        return (one.dtype, one.tobytes()) == (other.dtype, other.tobytes())
    if isinstance(one, float):
        return one == other or (math.isnan(one) and math.isnan(other))
    if isinstance(one, complex):
        return same(one.real, other.real) and same(one.imag, other.imag)
    if isinstance(one, (list, tuple)):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, dict):
        return same(list(one), list(other)) and same(list(one.values()), list(other.values()))
    return one == other


texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
integers = st.integers() | st.integers(-(10**4000), 10**4000)
hashable = st.none() | st.booleans() | integers | texts | st.binary(max_size=20)
leaves = hashable | st.floats() | st.complex_numbers() | st.frozensets(hashable, max_size=3)
plain = st.recursive(
    leaves,
    lambda part: (
        st.lists(part, max_size=4)
        | st.lists(part, max_size=4).map(tuple)
        | st.dictionaries(hashable, part, max_size=4)
        | st.sets(hashable, max_size=4)
    ),
    max_leaves=12,
)
dtypes = (
    hnp.boolean_dtypes()
    | hnp.integer_dtypes(endianness="?")
    | hnp.unsigned_integer_dtypes(endianness="?")
    | hnp.floating_dtypes(endianness="?")
    | hnp.complex_number_dtypes(endianness="?")
    | hnp.byte_string_dtypes(max_len=8, endianness="<")
    | hnp.unicode_string_dtypes(max_len=8, endianness="?")
)


def arrays(**kwargs):
    shapes = hnp.array_shapes(min_dims=0, max_dims=4, min_side=0, max_side=4)

    def of(dtype):
        elements = (
            {"alphabet": st.characters(exclude_categories=["Cs"])} if dtype.kind == "U" else None
        )
        return hnp.arrays(dtype, shapes, elements=elements, **kwargs)

    return dtypes.flatmap(of)


# ---- honest values


@QUICK
@given(plain)
def test_plain_data_comes_back_as_it_was(value):
    assert same(cross(value), value)


@QUICK
@given(arrays(fill=st.nothing()))
def test_an_array_comes_back_with_its_dtype_shape_and_bits(array):
    back = cross(array)
    assert same(back, np.ascontiguousarray(array).reshape(array.shape))
    assert back.flags.writeable
    assert back.flags.owndata or back.base.flags.owndata


@QUICK
@given(arrays(fill=st.nothing()), st.data())
def test_order_strides_and_direction_of_an_array_do_not_matter(array, data):
    views = [np.asfortranarray(array), array.T, array[..., None][..., 0]]
    if array.ndim:
        views += [array[::-1], array[::2], np.repeat(array, 2, axis=0)[::2]]
    view = data.draw(st.sampled_from(views))
    assert same(cross(view), view.copy(order="C"))


@QUICK
@given(arrays(fill=st.nothing()).filter(lambda array: array.size))
def test_a_scalar_of_numpy_stays_one(array):
    scalar = array.ravel()[0]
    assert same(cross(scalar), scalar)


@pytest.mark.parametrize(
    "scalar", [np.str_(""), np.bytes_(b""), np.float64("nan"), np.bool_(True), np.int64(-1)]
)
def test_scalars_with_nothing_in_them_cross_too(scalar):
    assert same(cross(scalar), scalar)


@given(st.integers(0, 2**52 - 1), st.booleans())
@QUICK
def test_the_payload_of_a_nan_survives_in_arrays(payload, negative):
    bits = np.array([(negative << 63) | (0x7FF << 52) | payload], np.uint64)
    assert cross(bits.view(np.float64)).view(np.uint64) == bits


@given(st.text(max_size=10))
@QUICK
def test_texts_can_be_encoded_once_they_have_crossed(text):
    assert cross(text) == text.encode("utf-8", "replace").decode()
    assert message(text) == text.encode("utf-8", "replace").decode()


@pytest.mark.parametrize("bits", GENERATORS)
@pytest.mark.parametrize("draws", [0, 1, 7])
def test_a_generator_goes_on_where_it_was(bits, draws):
    generator = np.random.Generator(bits(7))
    generator.random(draws, np.float32)
    back = cross(generator)
    assert np.array_equal(back.random(20, np.float32), generator.random(20, np.float32))
    assert np.array_equal(back.normal(size=20), generator.normal(size=20))
    assert np.array_equal(back.permutation(20), generator.permutation(20))


@pytest.mark.parametrize("bits", wire.BIT_GENERATORS)
@pytest.mark.parametrize(
    "seed",
    [
        7,
        [3, 2**70],
        np.int64(4),
        np.array([5, 6], np.uint8),
        (np.int32(1), 2),
        np.random.SeedSequence(5, spawn_key=(2, 1)),
    ],
)
def test_a_generator_spawns_what_it_would_at_home(bits, seed):
    home = np.random.Generator(getattr(np.random, bits)(seed))
    home.spawn(2)
    away = cross(home)
    drawn = [one.random() for one in away.spawn(3)]
    # Its copy at home spawns on from there.
    expected = [one.random() for one in home.spawn(3)]
    assert drawn == expected
    wire.draw_on([home], [cross(away)])
    assert [one.random() for one in home.spawn(1)] == [one.random() for one in away.spawn(1)]
    behind = cross(home)
    behind.spawn(4)
    wire.draw_on([home], [behind])
    assert home.spawn(1)[0].random() == behind.spawn(1)[0].random()


@pytest.mark.parametrize(
    "seeds",
    [
        {"pool_size": 1 << 40},
        {"pool_size": 3},
        {"n_children_spawned": -1},
        {"n_children_spawned": "0"},
        {"entropy": [1] * 1000},
        {"entropy": 1 << 5000},
        {"entropy": -1},
        {"entropy": None},
        {"spawn_key": 7},
        {"spawn_key": [1.5]},
        {"more": 1},
    ],
)
def test_forged_seeds_are_refused(seeds):
    whole = {"entropy": 5, "spawn_key": [], "pool_size": 4, "n_children_spawned": 0, **seeds}
    told = {"!": "d", "v": [list(pair) for pair in whole.items()]}
    with pytest.raises(wire.WireError):
        message(generator(state_of(np.random.PCG64), told))


def test_many_arrays_share_a_frame():
    value = {
        "a": np.arange(3),
        ("b", 1): [np.ones((2, 0)), b"xyz", np.float32(2)],
        "c": (np.zeros(2), b""),
    }
    assert same(cross(value), value)


# ---- what isn't plain


class Array(np.ndarray):
    pass


class Real(float):
    pass


class Text(str):
    __slots__ = ()


class Pair(tuple):
    __slots__ = ()


class Table(dict):
    pass


class Liar:
    @property
    def __class__(self):
        return float


OPAQUE = [
    np.ones(3).view(Array), Real(1.0), Text("a"), Pair((1, 2)), Table(a=1), Liar(), object(), np.ones(2, object),
    np.zeros(2, "i4,f8"), np.ma.array([1]), np.array(["2020-01-01"], "M8[D]"), np.random.RandomState(1), len, Real,
]  # fmt: skip


@pytest.mark.parametrize("value", OPAQUE, ids=lambda value: type(value).__name__)
def test_subclasses_objects_and_liars_are_never_taken_for_data(value):
    with pytest.raises(wire.WireError):
        wire.frame(value)
    seen = []
    wire.frame({"deep": [value]}, lambda one: seen.append(one) or {"!": "obj", "id": 1})
    assert len(seen) == 1
    assert seen[0] is value


def test_what_loops_or_nests_too_deeply_is_refused_by_the_sender():
    loop = []
    loop.append(loop)
    deep = 1.0
    for _ in range(wire.MAX_DEPTH + 2):
        deep = (deep,)
    for value in (loop, deep):
        with pytest.raises(wire.WireError):
            wire.frame(value)


@pytest.mark.parametrize("wrap", [lambda x: [x], lambda x: (x,), lambda x: {1: x}])
def test_what_the_sender_lets_through_the_receiver_takes(wrap):
    value = 1.0
    for _ in range(wire.MAX_DEPTH):
        value = wrap(value)
    assert same(cross(value), value)


def test_a_header_over_its_cap_is_refused_by_the_sender():
    with pytest.raises(wire.WireError, match="too large"):
        wire.frame(["x" * 100] * (wire.MAX_HEADER // 100))


# ---- hostile bytes

SEEDS = [
    {"id": 1, "ok": np.arange(6.0).reshape(2, 3), "args": [(1, "é"), {"k": b"x"}]},
    {"exc": {"type": "E", "mro": ["E"], "tb": [["f.py", 3, "g", "x"]]}},
    [np.float32(1), 2j, {1, 2}, frozenset([3]), np.array(["ab"])],
    np.random.default_rng(1),
    np.random.Generator(np.random.MT19937(1)),
]


def decodes_or_refuses(header, blob):
    with contextlib.suppress(wire.WireError):
        wire.decode(header, blob, lambda description: description)


@QUICK
@given(st.binary(max_size=200), st.binary(max_size=20))
def test_random_bytes_raise_a_wire_error_and_nothing_else(header, blob):
    decodes_or_refuses(header, blob)


@QUICK
@given(st.sampled_from(SEEDS), st.randoms(use_true_random=False))
def test_mutated_messages_raise_a_wire_error_and_nothing_else(seed, rng: random.Random):
    _, header, *blobs = wire.frame(seed)
    header, blob = bytearray(header), b"".join(bytes(one) for one in blobs)
    for _ in range(rng.randint(1, 6)):
        place = rng.randrange(len(header))
        how = rng.random()
        if how < 0.4:
            header[place] = rng.choice(b'0123456789-.eE"[]{},:tnUSbfO<>|(')
        elif how < 0.6:
            del header[place : place + rng.randint(1, 4)]
        elif how < 0.8:
            header[place:place] = rng.choice(
                [b"9" * 30, b"null", b"[]", b"NaN", b"-1", b'"O"', b"{}"]
            )
        else:
            header[place] = rng.randrange(256)
        if not header:
            return
    decodes_or_refuses(bytes(header), blob[: rng.randint(0, len(blob))])


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda part: st.lists(part, max_size=3),
    max_leaves=5,
)


@QUICK
@given(
    st.fixed_dictionaries(
        {
            "!": st.sampled_from(
                ["nd", "ns", "b", "t", "d", "set", "frozenset", "c", "rng", "obj", "fn"]
            )
        },
        optional={
            "t": st.sampled_from(["<f8", "|b1", "<U2", "|S0", "O", "V8", "i4,f8"]) | json_values,
            "s": st.lists(st.integers(-1, 5)) | json_values,
            "o": st.integers(-2, 20) | json_values,
            "n": st.integers(-2, 20) | json_values,
            "v": json_values,
            "id": json_values,
        },
    ),
    st.binary(max_size=20),
)
def test_well_tagged_nonsense_raises_a_wire_error_and_nothing_else(value, blob):
    decodes_or_refuses(json.dumps(value).encode(), blob)


def array(**changes):
    return {"!": "nd", "t": "<f8", "s": [2], "o": 0, "n": 16, **changes}


BAD_DTYPES = [
    "O", "|O", "|V8", "<M8[s]", "<m8", "i4,f8", "f8,f8", "2f8", "(2,)f8", "2i4,(3,)f8", "f8(2)", "object", "float", "a8",
    "|a8", "<f7", "<f8 ", "<f٨", "<U-1", "<U99999999999", "", " ", "<", "f8\0", None, 8, True, [], {}, ["<f8"], 1.5,
]  # fmt: skip


@pytest.mark.parametrize("dtype", BAD_DTYPES, ids=repr)
def test_only_plain_dtypes_are_read(dtype):
    with pytest.raises(wire.WireError):
        message(array(t=dtype), bytes(16))
    with pytest.raises(wire.WireError):
        message({"!": "ns", "t": dtype, "o": 0, "n": 8}, bytes(8))


BAD_SHAPES = [
    [3], [-1], [-1, -2], [2, 2], [2.0], [True, 2], ["2"], [None], None, 2, {}, [[2]], [1] * 33, [1 << 62, 1 << 62, 0],
    [1 << 32, 1 << 32], [1 << 64], [(1 << 64) + 2], [1 << 40],
]  # fmt: skip


@pytest.mark.parametrize("shape", BAD_SHAPES, ids=lambda shape: repr(shape)[:30])
def test_a_shape_has_to_fit_its_bytes_exactly(shape):
    with pytest.raises(wire.WireError):
        message(array(s=shape), bytes(16))


@pytest.mark.parametrize(
    "cut",
    [
        {"o": 8},
        {"o": -1},
        {"o": -16},
        {"n": 17},
        {"n": -16},
        {"o": 0.0},
        {"n": True},
        {"o": 1 << 70},
    ],
)
def test_a_slice_has_to_lie_within_the_message(cut):
    with pytest.raises(wire.WireError):
        message(array(**cut), bytes(16))


def test_empty_arrays_of_empty_texts_take_no_room():
    for shape in ([1 << 33], [1 << 39, 2], [0]):
        for dtype in ("<U0", "|S0"):
            with pytest.raises(wire.WireError):
                message({"!": "nd", "t": dtype, "s": shape, "o": 0, "n": 0})


@pytest.mark.parametrize(
    "piece", [{"!": "b"}, {"!": "nd", "t": "|u1", "s": [1 << 20]}], ids=["bytes", "array"]
)
def test_one_piece_of_a_message_is_not_copied_a_thousand_times(piece):
    piece = {**piece, "o": 0, "n": 1 << 20}
    assert len(message([piece], bytes(1 << 20))[0]) == 1 << 20
    with pytest.raises(wire.WireError, match="bounds"):
        message([piece] * 10_000, bytes(1 << 20))


@pytest.mark.parametrize("opening", [b"[", b'{"a":', b'{"!":"t","v":[', b'{"!":"d","v":[[1,'])
@pytest.mark.parametrize("times", [260, 5_000, 70_000])
def test_deep_messages_are_refused_before_they_are_parsed(opening, times):
    with pytest.raises(wire.WireError):
        wire.decode(opening * times, b"")


def test_brackets_within_texts_are_no_depth():
    text = '["\\' * 400 + "]"
    assert message([text]) == [text]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "utf-8-sig"])
def test_only_utf8_is_read(encoding):
    with pytest.raises(wire.WireError):
        wire.decode('{"!":"t","v":[1]}'.encode(encoding), b"")
    with pytest.raises(wire.WireError):
        wire.decode('"\ud800"'.encode("utf-8", "surrogatepass"), b"")


@pytest.mark.parametrize("number", ["9" * 5000, "-" + "1" * 4301, "1" + "0" * 100_000])
def test_endless_integers_are_refused(number):
    with pytest.raises(wire.WireError):
        wire.decode(number.encode(), b"")


@pytest.mark.parametrize(
    "value", [[], {"!": "t", "v": [[]]}, {"!": "d", "v": []}, {"!": "set", "v": []}]
)
def test_what_cannot_be_hashed_is_no_key_and_no_member(value):
    for tag, content in (("set", [value]), ("frozenset", [value]), ("d", [[value, 1]])):
        with pytest.raises(wire.WireError):
            message({"!": tag, "v": content})


@pytest.mark.parametrize("tag", [None, "", "obj", "fn", "pickle", 1, [], {}, "ndarray"])
def test_unknown_tags_and_unexpected_handles_are_refused(tag):
    with pytest.raises(wire.WireError):
        message({"!": tag, "id": 1})
    with pytest.raises(wire.WireError):
        message({})


def test_truth_values_are_zero_or_one_whatever_their_bytes():
    back = message({"!": "nd", "t": "|b1", "s": [3], "o": 0, "n": 3}, bytes([0, 2, 255]))
    assert back.view(np.uint8).tolist() == [0, 1, 1]
    scalar = message({"!": "ns", "t": "|b1", "o": 0, "n": 1}, bytes([7]))
    assert scalar.view(np.uint8) == 1


@pytest.mark.parametrize("order", "<>")
@pytest.mark.parametrize("point", [0x110000, 0xFFFFFFFF, 0xD800])
def test_an_array_of_texts_holds_characters(order, point):
    raw = np.array([65, point], f"{order}u4").tobytes()
    with pytest.raises(wire.WireError, match="text"):
        message({"!": "nd", "t": f"{order}U1", "s": [2], "o": 0, "n": 8}, raw)


def generator(state, seeds=None):
    """Return the message of a generator."""
    return {"!": "rng", "v": [state, seeds]}


def state_of(bits):
    """Return a generator's state as JSON: arrays as lists, so that one entry can be forged."""

    def plain(value):
        if isinstance(value, dict):
            return {"!": "d", "v": [[key, plain(one)] for key, one in value.items()]}
        return [int(one) for one in value] if isinstance(value, np.ndarray) else value

    return plain(bits(1).state)


def forged(state, name, value):
    """Replace one entry, at whatever depth it is."""
    pairs = []
    for key, one in state["v"]:
        inner = forged(one, name, value) if type(one) is dict else one
        pairs.append([key, value if key == name else inner])
    return {"!": "d", "v": pairs}


@pytest.mark.parametrize(
    "value", [-1, 625, 5_000_000, -(1 << 31), 1 << 40, "0", None, float("nan")]
)
@pytest.mark.parametrize(
    ("bits", "name"), [(np.random.MT19937, "pos"), (np.random.Philox, "buffer_pos")]
)
def test_a_generator_never_reads_beyond_its_buffer(bits, name, value):
    state = state_of(bits)
    message(generator(state)).random(700)
    with pytest.raises(wire.WireError):
        message(generator(forged(state, name, value)))


@pytest.mark.parametrize(
    "name", ["Generator", "default_rng", "seed", "BitGenerator", "__class__", "", None, [], 1]
)
def test_only_bit_generators_are_looked_up_by_name(name):
    state = forged(state_of(np.random.PCG64), "bit_generator", name)
    with pytest.raises(wire.WireError):
        message(generator(state))


def every_layout(array):
    """Yield an array's values as they may lie in memory."""
    yield np.asfortranarray(array)
    yield array.transpose()
    yield array[::2]
    yield array[..., ::-1]
    yield np.swapaxes(array, 0, -1)[:, ::-1]
    yield np.broadcast_to(array[:1], array.shape)
    yield np.zeros((*array.shape, 3), array.dtype)[..., 1]


@pytest.mark.parametrize("dtype", [np.float64, np.float32, np.uint8, np.bool_, np.complex128])
@pytest.mark.parametrize("shape", [(4, 3), (5, 1, 2), (1, 1), (2, 3, 4, 5)])
def test_an_array_lies_in_memory_there_as_it_did_here(dtype, shape):
    whole = (np.arange(np.prod(shape)).reshape(shape) % 7).astype(dtype)
    for array in every_layout(whole):
        other = cross(array)
        assert other.strides == array.strides or other.size <= 1 or array.flags.c_contiguous
        np.testing.assert_array_equal(other, array)
        assert other.flags.writeable
        assert other.dtype == array.dtype


def test_a_layout_with_room_for_much_more_is_not_kept():
    sparse = np.zeros((1 << 12, 1 << 12))[:: 1 << 11, 0]
    assert cross(sparse).flags.c_contiguous


LAID = {"!": "nd", "t": "<f8", "s": [2, 2], "o": 0, "n": 32}


@pytest.mark.parametrize(
    "steps",
    [
        [1],
        [1, 2, 3],
        [1 << 40, 1],
        [-(1 << 62), 1],
        [0.5, 1],
        [True, 1],
        ["1", 1],
        None,
        {},
        [[1], 1],
    ],
)
def test_a_forged_layout_is_refused(steps):
    with pytest.raises(wire.WireError):
        message({**LAID, "l": steps}, bytes(32))


@given(st.lists(st.integers(-70, 70), min_size=2, max_size=2))
def test_any_other_layout_holds_or_is_refused(steps):
    try:
        array = message({**LAID, "l": steps}, np.arange(4.0).tobytes())
    except wire.WireError:
        return
    assert array.shape == (2, 2)
    array[...] = 1  # within its own memory
