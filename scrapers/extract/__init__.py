"""Bytes to values: feeds, pages, their metadata, bodies and parts. Pure."""
