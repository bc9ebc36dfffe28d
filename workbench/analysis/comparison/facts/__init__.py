"""What a claim states, read so that it can be held against another: counts, measures, days, denials."""
