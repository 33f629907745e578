# Das Menü des Symbols im Infobereich, das der Kern zeichnet.

tray-show = Keyholder anzeigen
tray-hide = In den Infobereich verbergen
tray-unlock = Tresor entsperren…
tray-lock = Tresor sperren
tray-unnamed = Konto ohne Namen
tray-quit = Keyholder beenden
