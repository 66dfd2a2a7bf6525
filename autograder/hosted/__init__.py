"""Hosted graders, and the bundles for them: Gradescope, GitHub Actions, what students are given."""
