"""The built-in sample nights: invented outlets, their feeds and pages, read offline by `make demo`."""
