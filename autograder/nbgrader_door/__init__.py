"""The old name of ``nbgrader_plugin``, which ``nbgrader_config.py`` files of that time still import."""
