"""From bytes to articles: charsets, formats, metadata and blocks."""
