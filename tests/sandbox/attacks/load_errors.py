"""Tells of its own loading what can't be."""

from tools import request, send

send(
    b'{"!":"d","v":[["id",%d],["ok",{"!":"t","v":[{"!":"obj","id":1},[[1,2],[],"x",null]]}]]}'
    % request()
)
