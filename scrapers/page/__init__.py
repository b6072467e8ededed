"""From developments to a briefing: headline, sentences with their sources, claims, figures, rights."""
