"""From the sources to `content/`: everything that happens before Pelican sees a word."""
