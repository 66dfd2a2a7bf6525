"""Answers the request to load it, so that it need not be loaded."""

from tools import request, send

send(b'{"!":"d","v":[["id",%d],["ok",{"!":"t","v":[{"!":"obj","id":1},[]]}]]}' % request())
