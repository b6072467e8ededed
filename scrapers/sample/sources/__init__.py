"""The sample nights' sources, one invented outlet a file; the folder is the registry."""
