"""What an operator begins with: `nightdesk new` writes it. `github` and `gitignore` get their dots there."""
