"""Windows that ask or tell something, one per file."""
