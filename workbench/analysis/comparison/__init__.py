"""What claims have to do with each other: the same words, the same thing, or what cannot both be true."""
