"""Answers the request to load it with an exception."""

from tools import request, send

send(b'{"!":"d","v":[["id",%d],["exc",{"!":"d","v":[["type","E"]]}]]}' % request())
