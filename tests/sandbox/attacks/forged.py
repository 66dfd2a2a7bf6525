"""Writes its own frames to the grader."""

import json

from tools import request, send


def answer(value):
    return b'{"!":"d","v":[["id",%d],["ok",%s]]}' % (request(), value)


def error(**fields):
    described = {"type": "E", "mro": ["E"], "msg": "m", "tb": [], **fields}
    inner = [[key, value] for key, value in described.items()]
    text = json.dumps({"!": "d", "v": inner}).encode()
    return b'{"!":"d","v":[["id",%d],["exc",%s]]}' % (request(), text)


def array(dtype='"<f8"', shape=b"[2]", offset=0, length=16):
    described = b'{"!":"nd","t":%s,"s":%s,"o":%d,"n":%d}' % (dtype.encode(), shape, offset, length)
    return answer(described), bytes(16)


FORGERIES = {
    "nothing": lambda: (b"", b""),
    "noise": lambda: (bytes(range(256)), b""),
    "second answer": lambda: (answer(b"42"), b""),
    "wrong id": lambda: (b'{"!":"d","v":[["id",%d],["ok",42]]}' % (request() + 1), b""),
    "id that is no number": lambda: (b'{"!":"d","v":[["id",NaN],["ok",42]]}', b""),
    "id that is true": lambda: (b'{"!":"d","v":[["id",true],["ok",42]]}', b""),
    "id that is an array": lambda: (
        b'{"!":"d","v":[["id",{"!":"nd","t":"<f8","s":[2],"o":0,"n":16}],["ok",42]]}', bytes(16)),
    "id that is huge": lambda: (b'{"!":"d","v":[["id",%s],["ok",42]]}' % (b"9" * 4000), b""),
    "answer that is a list": lambda: (b"[1,2,3]", b""),
    "answer with neither": lambda: (b'{"!":"d","v":[["id",%d]]}' % request(), b""),
    "answer with both": lambda: (b'{"!":"d","v":[["id",%d],["ok",1],["exc",5]]}' % request(), b""),
    "exception that is no dict": lambda: (b'{"!":"d","v":[["id",%d],["exc",[1]]]}' % request(), b""),
    "exception of odd types": lambda: (error(type=5, mro={"!": "t", "v": [1]}, msg=[1], tb="x"), b""),
    "exception with odd frames": lambda: (error(tb=[[1], "x", [1, 2, 3, 4], ["f", -5, None, []], None]), b""),
    "exception called StopIteration": lambda: (error(type="StopIteration", mro=["StopIteration"]), b""),
    "exception called SystemExit": lambda: (error(type="SystemExit", mro=["SystemExit", "BaseException"]), b""),
    "exception called StudentError": lambda: (error(type="StudentError", mro=["StudentError", "WorkerLost"]), b""),
    "exception called print": lambda: (error(type="print", mro=["print", "__import__", "", "True"]), b""),
    "exception with surrogates": lambda: (error(type="\ud800", mro=["\udfff"], msg="\ud800" * 100), b""),
    "exception that goes on": lambda: (error(type="x" * 100_000, mro=["y"] * 100_000, msg="z" * 300_000), b""),
    "warnings of odd types": lambda: (
        b'{"!":"d","v":[["id",%d],["ok",1],["warned",[[1,2],5,null,["a"],[[],{"!":"t","v":[]}]]]]}' % request(), b""),
    "header over the cap": lambda: (b" " * ((1 << 20) + 1), b""),
    "header of spaces": lambda: (b" " * (1 << 20), b""),
    "deep json": lambda: (b"[" * 500_000, b""),
    "deep dicts": lambda: (answer(b'{"a":' * 100_000), b""),
    "deep within the limit": lambda: (answer(b"[" * 120 + b"]" * 120), b""),
    "endless number": lambda: (answer(b"1" * 900_000), b""),
    "lone surrogate": lambda: (answer(b'"\\ud800"'), b""),
    "object array": lambda: array('"|O"', b"[2]"),
    "comma dtype": lambda: array('"f8,f8"', b"[1]"),
    "subarray dtype": lambda: array('"(2,)f8"', b"[1]"),
    "overflowing shape": lambda: array(shape=b"[4611686018427387904,4,2]"),
    "negative shape": lambda: array(shape=b"[-1,-2]"),
    "slice outside": lambda: array(offset=1 << 40),
    "huge empty texts": lambda: array('"<U0"', b"[8589934592]", 0, 0),
    "one piece, many times": lambda: (
        answer(b"[" + b",".join([b'{"!":"b","o":0,"n":8000000}'] * 20_000) + b"]"), bytes(8_000_000)),
    "broken characters": lambda: (answer(b'{"!":"nd","t":"<U2","s":[2],"o":0,"n":16}'), b"\xff" * 16),
    "unknown handle": lambda: (answer(b'{"!":"obj","id":99999999}'), b""),
    "odd handle": lambda: (answer(b'{"!":"obj","id":{"!":"t","v":[]},"cls":5,"mod":[]}'), b""),
    "many handles": lambda: (answer(b"[" + b",".join([b'{"!":"obj","id":7}'] * 50_000) + b"]"), b""),
    "function": lambda: (answer(b'{"!":"fn","id":1}'), b""),
    "broken generator": lambda: (
        answer(b'{"!":"rng","v":{"!":"d","v":[["bit_generator","MT19937"],["state",{"!":"d","v":[["key",[1]],["pos",-9]]}]]}}'),
        b""),
    "key without a hash": lambda: (answer(b'{"!":"d","v":[[[],1]]}'), b""),
    "callback without end": lambda: (b'{"!":"d","v":[["callback",[]],["a",5],["k",null]]}', b""),
    "callback with odd names": lambda: (
        b'{"!":"d","v":[["callback",1],["a",[]],["k",{"!":"d","v":[[1,2]]}]]}', b""),
    "callback and answer": lambda: (
        b'{"!":"d","v":[["callback",0],["a",[]],["k",{"!":"d","v":[]}],["id",%d],["ok",42]]}' % request(), b""),
}  # fmt: skip


def attack(target):
    send(*FORGERIES[target["variant"]]())


def names():
    return list(FORGERIES)
