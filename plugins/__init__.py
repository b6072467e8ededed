"""From `content/` to the site and its feeds: what Pelican calls. Nothing here touches the network."""
