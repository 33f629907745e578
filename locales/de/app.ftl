### Die Wörter der Bildschirme, nach Bildschirm. Regeln: docs/messages.md.

