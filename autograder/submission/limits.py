"""How large a submission may be.

A lesson's finished ``.py`` is some 30 kB and its notebook, figures included, about 1 MB; the limits leave an honest
submission plenty of room and keep a hostile one from costing more than a second or two.
"""

KIB = 1024
MIB = 1024 * KIB

MAX_SOURCE_BYTES = 512 * KIB  # one .py file, or all code cells of a notebook together
MAX_NOTEBOOK_BYTES = 32 * MIB  # one .ipynb file: outputs hold figures
MAX_CELLS = 2_000  # code cells of one notebook

MAX_ARCHIVE_BYTES = 64 * MIB  # one .zip file, data sets and all
MAX_ARCHIVE_ENTRIES = 5_000
MAX_ARCHIVE_INDEX_BYTES = 2 * MIB  # its table of contents, which is read before anything else
MAX_ARCHIVE_RATIO = 200  # unpacked to packed; source code reaches about 10, a bomb 1000
RATIO_MATTERS_FROM = MIB  # a short run of spaces may well pack 500 to 1
MAX_UNPACKED_BYTES = 64 * MIB  # everything read from one archive

MAX_DEPTH = 3  # folders between the top of a submission and the file
MAX_FOLDER_ENTRIES = 5_000  # files and folders looked at in one submission
MAX_CANDIDATES = 12  # files that may be the submission, of which one is chosen by content

MAX_HELPERS = 50  # further .py files that the submission imports
MAX_HELPER_BYTES = 2 * MIB  # all of them together
MAX_DATA_FILES = 20  # data files that it reads
MAX_DATA_BYTES = 2 * MIB  # all of them together

# Characters parsed in search of the whole parts of a broken source.
PARSE_BUDGET = 8 * MAX_SOURCE_BYTES
