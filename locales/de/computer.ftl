# Wie sich die App auf diesem Computer verhält: Infobereich, Start mit dem System, Tastenkürzel, Links.

screen-computer = Dieser Computer
screen-computer-words = Infobereich, Tray, Autostart, mit dem System starten, Schließen, Tastenkürzel, Hintergrund
computer-lead = Wie sich Keyholder auf diesem Computer verhält, für alle, die dieses Konto des Systems benutzen.
computer-failed = Was dieser Computer bietet, ließ sich nicht lesen
computer-tray = Im Infobereich weiterlaufen, wenn das Fenster geschlossen wird
computer-tray-help = Das Symbol neben der Uhr holt das Fenster zurück und bietet bis zu fünf Codes an, solange der Tresor offen ist. Der Tresor sperrt sich auch dort.
computer-start = Mit dem System starten
computer-start-help = Keyholder beginnt dann im Infobereich und zeigt kein Fenster.
computer-start-help-window = Keyholder öffnet dann sein Fenster, nachdem Sie sich am System angemeldet haben.
computer-start-absent = Dieses System sagt Keyholder nicht, was mit ihm startet.
computer-shortcut = Tastenkürzel zu den Codes
computer-shortcut-help = Holt Keyholder aus jedem anderen Programm nach vorn, und die Suche in den Codes ist bereit. Es gibt keines, bis Sie eines wählen.
computer-shortcut-none = Keines gewählt
computer-shortcut-choose = Tastenkürzel wählen
computer-shortcut-change = Ändern
computer-shortcut-remove = Entfernen
computer-shortcut-press = Drücken Sie die Tasten jetzt zusammen, mit Strg, Alt oder der Windows-Taste. Escape lässt alles, wie es ist.
tray-problem-no_library = Hier gibt es keinen Infobereich für Keyholder: Die Bibliothek libayatana-appindicator3 ist nicht installiert. Installieren Sie sie mit den Paketen Ihres Systems und starten Sie Keyholder neu.
tray-problem-no_host = Hier gibt es keinen Infobereich für Keyholder: Nichts auf diesem Desktop zeigt Symbole von Programmen. GNOME tut es mit der Erweiterung AppIndicator. Bis dahin beendet das Schließen des Fensters Keyholder.
tray-problem-refused = Hier gibt es keinen Infobereich für Keyholder: Das System hat das Symbol abgelehnt. Das Schließen des Fensters beendet Keyholder.
closing-title = Keyholder schließen?
closing-body = Keyholder kann im Infobereich weiterlaufen, neben der Uhr: Codes und Anfragen bleiben dann einen Klick entfernt, und der Tresor sperrt sich weiterhin. Oder es endet, und nichts davon läuft mehr.
closing-later = Sie können das jederzeit ändern, unter Einstellungen, Dieser Computer.
closing-stay = Im Infobereich weiterlaufen
closing-end = Keyholder beenden
errand-begun = Hier ist etwas begonnen
errand-begun-how = Beenden oder schließen Sie es und öffnen Sie dann Ihre Codes.
opened-link-waits = Ein Link für einen Authenticator wartet. Öffnen Sie den Tresor, dann wird sein Konto gezeigt, bevor etwas behalten wird.
opened-link-title = Das Konto dieses Links hinzufügen?
opened-link-lead = Eine Webseite oder ein anderes Programm hat einen Link für einen Authenticator geöffnet. Fügen Sie das Konto nur hinzu, wenn Sie es gerade selbst einrichten.
opened-link-bad = Der geöffnete Link fügt kein Konto hinzu
problem-autostart_failed = Das System hat nicht geändert, was mit ihm startet. Sie können das in den Einstellungen Ihres Systems tun.
problem-shortcut_refused =
    { $problem ->
        [wayland] Unter Wayland hört kein Programm Tasten, die in anderen gedrückt werden. Legen Sie in den Einstellungen Ihres Systems ein Tastenkürzel an, das Keyholder startet: Dann kommt es nach vorn.
        [taken] Ein anderes Programm hat dieses Tastenkürzel. Wählen Sie andere Tasten.
        [unusable] Ein Tastenkürzel ist ein Buchstabe, eine Ziffer, die Leertaste oder eine von F1 bis F12, zusammen mit Strg, Alt oder der Windows-Taste.
       *[refused] Das System hat dieses Tastenkürzel nicht angenommen. Wählen Sie andere Tasten.
    }
