### Les mots des écrans, par écran. Règles : docs/messages.md.

