"""The further files that a submission imports go with it, and nothing else does."""

from autograder.locale import sentence
from autograder.submission import read_submission

MODULE = "a01_gradient_descent_line"


def files(folder):
    return set(read_submission(folder, MODULE).files)


def test_what_is_imported_comes_along(put):
    folder = put(
        {
            f"{MODULE}.py": "import tools\nfrom norms import l2\n",
            "tools.py": "x = 1\n",
            "norms.py": "def l2(v):\n    return 1\n",
            "unused.py": "y = 2\n",
        }
    )
    assert files(folder) == {"tools.py", "norms.py"}


def test_what_a_helper_imports_comes_along_too(put):
    folder = put(
        {
            f"{MODULE}.py": "import a\n",
            "a.py": "import b\n",
            "b.py": "import a\nimport c\n",
            "c.py": "",
        }
    )
    assert files(folder) == {"a.py", "b.py", "c.py"}  # an empty one too


def test_packages_come_with_their_inits(put):
    folder = put(
        {
            f"{MODULE}.py": "from tools.norms import l2\n",
            "tools/__init__.py": "from . import extra\n",
            "tools/norms.py": "from .deep.more import x\n",
            "tools/extra.py": "x = 1\n",
            "tools/deep/more.py": "x = 1\n",
            "tools/unused.py": "x = 1\n",
        }
    )
    assert files(folder) == {
        "tools/__init__.py",
        "tools/norms.py",
        "tools/extra.py",
        "tools/deep/more.py",
    }


def test_paths_are_relative_to_the_chosen_file(put):
    folder = put({f"hw/{MODULE}.py": "import tools\n", "hw/tools.py": "x = 1\n", "tools.py": ""})
    assert files(folder) == {"tools.py"}


def test_a_notebooks_imports_count(put, notebook):
    text = notebook("%matplotlib inline", "def f():\n    import tools\n    return tools.x")
    assert files(put({f"{MODULE}.ipynb": text, "tools.py": "x = 1\n"})) == {"tools.py"}


def test_an_import_by_name_counts(put):
    source = "import importlib\nt = importlib.import_module('tools')\nu = __import__('more')\n"
    folder = put({f"{MODULE}.py": source, "tools.py": "x = 1\n", "more.py": "x = 1\n"})
    assert files(folder) == {"tools.py", "more.py"}


def test_a_helper_from_korean_windows_arrives_as_utf8(put):
    source = "이름 = '경사'\n"
    folder = put({f"{MODULE}.py": "import tools\n", "tools.py": source.encode("cp949")})
    assert read_submission(folder, MODULE).files["tools.py"] == source.encode()


def test_a_cookie_does_not_outlive_its_encoding(put):
    source = "# -*- coding: cp949 -*-\nname = '경사'\n"
    folder = put({f"{MODULE}.py": "import tools\n", "tools.py": source.encode("cp949")})
    helper = read_submission(folder, MODULE).files["tools.py"]
    scope = {}
    exec(compile(helper, "tools.py", "exec"), scope)
    assert scope["name"] == "경사"


def test_a_helper_that_cannot_be_read_is_left_out_with_a_note(put):
    folder = put({f"{MODULE}.py": "import tools\n", "tools.py": b"\0\1\2"})
    submission = read_submission(folder, MODULE)
    assert submission.files == {}
    assert "tools.py was left out" in submission.notes[0].en
    assert "binary" in submission.notes[0].en
    assert "이진" in submission.notes[0].ko


def test_a_helpers_name_is_never_read_as_a_template():
    for name in ("{reason}.py", "{0}.py", "{name!r}.py"):
        note = sentence(
            "helper_left_out", name=name, reason=sentence("unreadable_not_text", where=name)
        )
        assert note.en.count(name) == 2, note.en
        assert note.ko.count(name) == 2, note.ko
