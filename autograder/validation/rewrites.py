"""Harmless rewrites of a program's source: it says the same in other words, and nobody may lose a point by it."""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping

Functions = (ast.FunctionDef, ast.Lambda)


def rewritten(source: str, transformer: ast.NodeTransformer) -> str:
    """Return a program's source, rewritten."""
    return ast.unparse(ast.fix_missing_locations(transformer.visit(ast.parse(source))))


class OtherNames(ast.NodeTransformer):
    """Gives every local variable of a function another name."""

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.FunctionDef:
        inner = list(ast.walk(node))
        stored = {
            one.id for one in inner if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Store)
        }
        kept = {one.arg for one in inner if isinstance(one, ast.arg)}
        for one in inner:
            if isinstance(one, ast.Global | ast.Nonlocal):
                kept |= set(one.names)
            elif isinstance(one, ast.FunctionDef | ast.ClassDef):
                kept.add(one.name)
        for one in inner:
            if isinstance(one, ast.Name) and one.id in stored - kept:
                one.id = f"my_{one.id}"
        return node


class TypeHints(ast.NodeTransformer):
    """Gives every parameter, and what a function returns, a type hint."""

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.FunctionDef:
        for argument in (*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs):
            argument.annotation = ast.Name("object")
        node.returns = ast.Constant("np.ndarray")
        self.generic_visit(node)
        return node


class Walrus(ast.NodeTransformer):
    """Writes each assignment of a local variable as an expression."""

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.FunctionDef:
        self.generic_visit(node)
        node.body = [_as_expression(statement) for statement in node.body]
        return node


class Match(ast.NodeTransformer):
    """Writes each ``if`` of a function as a ``match``."""

    def visit_If(self, node: ast.If) -> ast.Match:
        self.generic_visit(node)
        truth = ast.Call(ast.Name("bool"), [node.test], [])
        cases = [
            ast.match_case(ast.MatchSingleton(True), body=node.body),
            ast.match_case(ast.MatchAs(), body=node.orelse or [ast.Pass()]),
        ]
        return ast.Match(truth, cases)


def _as_expression(statement: ast.stmt) -> ast.stmt:
    match statement:
        case ast.Assign(targets=[ast.Name(id=name)], value=value):
            return ast.Expr(ast.NamedExpr(ast.Name(name, ast.Store()), value))
    return statement


REWRITES: Mapping[str, Callable[[], ast.NodeTransformer]] = {
    "other_names_for_locals": OtherNames,
    "type_hints": TypeHints,
    "assignments_as_expressions": Walrus,
    "match_for_if": Match,
}
