# Die Codes der eigenen Konten, und der Tresor, in dem sie liegen.

screen-codes = Codes
screen-codes-words = Authenticator Tresor Einmalcodes OTP TOTP

codes-failed = Der Tresor konnte nicht gelesen werden
codes-list = Konten
codes-count =
    { $count ->
        [one] { $count } Konto
       *[other] { $count } Konten
    }
codes-add = Konto hinzufügen
codes-lock = Sperren
codes-locked-itself = Der Tresor hat sich gesperrt
codes-search-label = Konten suchen
codes-search-placeholder = Anbieter, Name oder Stichwort
codes-search-clear = Suche leeren
codes-none-found = Kein Konto passt zu „{ $typed }“
codes-none-found-hint = Gesucht wird in Anbietern, Namen und Stichwörtern. Versuchen Sie es mit weniger Buchstaben.
codes-empty = Noch keine Konten
codes-empty-body = Ein Dienst, der Zwei-Faktor-Authentisierung anbietet, zeigt einen QR-Code und einen Link oder Schlüssel. Fügen Sie den Link oder den Schlüssel hier hinzu, dann zeigt diese Seite die Codes.
codes-now = Code
codes-next = Danach
codes-left = noch { $seconds } s
codes-hidden = Verborgen, bis Sie darauf zeigen
codes-counted = Gezählt: jeder Code gilt einmal
codes-copied = Der Code von { $name } ist kopiert
codes-copied-clears = Die Zwischenablage leert sich in { $seconds } Sekunden.
codes-more = Mehr zu { $name }
codes-clock-late-seconds = Die Uhr dieses Computers geht { $shown } Sekunden nach
codes-clock-ahead-seconds = Die Uhr dieses Computers geht { $shown } Sekunden vor
codes-clock-late-minutes =
    { $count ->
        [one] Die Uhr dieses Computers geht { $shown } Minute nach
       *[other] Die Uhr dieses Computers geht { $shown } Minuten nach
    }
codes-clock-ahead-minutes =
    { $count ->
        [one] Die Uhr dieses Computers geht { $shown } Minute vor
       *[other] Die Uhr dieses Computers geht { $shown } Minuten vor
    }
codes-clock-body = Die Codes hier stimmen trotzdem: Sie richten sich nach der Uhr des Dienstes. Stellen Sie die Uhrzeit dieses Computers auf automatisch, damit sie auch ohne Netz stimmen.
codes-leave = Zurück
codes-unnamed = Konto ohne Namen
codes-pin = Oben anheften
codes-unpin = Nicht mehr anheften
codes-edit = Namen und Stichwörter ändern
codes-remove = Entfernen
codes-remove-title = { $name } entfernen
codes-remove-body = Dieser Computer zeigt dann keine Codes mehr dafür, und der Schlüssel ist endgültig weg. Wo ein Dienst diese Codes noch verlangt, schalten Sie dort zuerst die Zwei-Faktor-Authentisierung aus oder richten Sie eine andere App ein.
codes-remove-send = { $name } entfernen
codes-removed = { $name } ist entfernt
codes-edit-title = Name und Stichwörter von { $name }
codes-edit-save = Speichern
codes-issuer = Anbieter
codes-issuer-help = Wer die Codes verlangt, etwa der Name eines Dienstes.
codes-name = Konto
codes-name-help = Ihr Name oder Ihre Adresse dort.
codes-tags = Stichwörter
codes-tags-help = Wörter, mit denen es gefunden wird, durch Kommas getrennt.
codes-add-title = Konto hinzufügen
codes-add-how = Wie fügen Sie es hinzu?
codes-add-by-link = Mit einem Link
codes-add-by-hand = Von Hand
codes-link = Link
codes-link-help = Er beginnt mit otpauth:// und ist das, was der QR-Code des Dienstes sagt.
codes-secret = Schlüssel
codes-secret-help = Buchstaben und Ziffern von 2 bis 7, wie der Dienst sie zeigt. Leerzeichen spielen keine Rolle.
codes-kind = Art der Codes
codes-kind-time = Nach der Zeit
codes-kind-counter = Gezählt
codes-kind-steam = Steam
codes-digits = Ziffern
codes-period = Sekunden für jeden Code
codes-algorithm = Hashfunktion
codes-add-send = Konto hinzufügen
codes-add-go-on = Weiter
codes-add-by-screen = Vom Bildschirm
codes-add-by-screen-help = Sucht QR-Codes in anderen Fenstern. Ein Code auf Papier oder auf einem Telefon: ein Foto machen und als Bild wählen.
codes-add-by-file = Aus einem Bild oder einer Datei
codes-add-by-file-help = Ein QR-Code, eine Sicherung oder der Export eines anderen Programms.
codes-tools = Übernehmen und sichern
codes-backup-empty = Noch ist kein Konto zu sichern.
codes-added = { $name } ist hinzugefügt
codes-settings = Wie Codes gezeigt werden
codes-hide = Codes verbergen, bis ich darauf zeige
codes-auto-lock = Sperren, wenn niemand Keyholder benutzt
codes-auto-lock-minutes =
    { $minutes ->
        [one] Nach { $minutes } Minute
       *[other] Nach { $minutes } Minuten
    }
codes-order = Reihenfolge
codes-order-name = Nach Namen
codes-order-use = Meistbenutzte zuerst
codes-backup = Sicherung speichern
codes-backup-form = Was brauchen Sie?
codes-backup-sealed = Eine versiegelte Datei
codes-backup-sealed-help = Zum Aufbewahren. Sie enthält alles, versiegelt mit einer eigenen Passphrase, die niemand zurücksetzen kann. Bewahren Sie beides getrennt von diesem Computer auf.
codes-backup-sealed-send = Sicherung speichern
codes-backup-paper = Ein Blatt Papier
codes-backup-paper-help = Jedes Konto mit seinem QR-Code und seinem Schlüssel, zum Drucken und Wegschließen.
codes-backup-paper-send = Blatt unversiegelt speichern
codes-backup-paper-next = Öffnen Sie es in einem Browser und drucken Sie es. Löschen Sie danach die Datei und leeren Sie den Papierkorb.
codes-backup-plain = Eine Liste für ein anderes Programm
codes-backup-plain-help = Jedes Konto als otpauth://-Link, wie ihn fast jeder Authenticator liest. Schlagwörter und Notizen bleiben hier.
codes-backup-plain-send = Liste unversiegelt speichern
codes-backup-plain-next = Übernehmen Sie sie in das andere Programm. Löschen Sie danach die Datei und leeren Sie den Papierkorb.
codes-backup-bare-title = Wer diese Datei bekommt, hat Ihre Codes
codes-backup-bare = Sie ist nicht versiegelt. Auch Programme, die Ihre Downloads abgleichen oder durchsuchen, lesen sie. Nur Ihr eigenes Benutzerkonto darf sie öffnen.
codes-backup-bare-consent = Ich lösche die Datei, sobald ich sie gebraucht habe
codes-backup-saved = In Ihren Downloads gespeichert als { $file }
sheet-title = Codes meiner Konten
sheet-lead = Mit Keyholder erstellt am { $date }. Wer dieses Blatt hat, kann die Codes machen: Schließen Sie es weg, und schreddern Sie es, wenn es veraltet ist.
sheet-key = Schlüssel
sheet-settings = Einstellungen

vault-create-title = Ihre Codes in Keyholder
vault-create-lead = Keyholder macht die Codes, nach denen Dienste bei der Anmeldung fragen. Die Schlüssel Ihrer Konten liegen in einer versiegelten Datei auf diesem Computer und sonst nirgends.
vault-create-keychain = Der Schlüssel der Datei kommt in { $name }. Der Tresor öffnet sich dann mit Ihrer Sitzung auf diesem Computer.
vault-create-also = Auch mit einer Passphrase öffnen
vault-create-also-help = Ein Weg hinein, falls der Schlüsselbund verloren geht. Niemand kann sie zurücksetzen.
vault-create-passphrase-only = Ohne Schlüsselbund hält nur eine Passphrase die Datei versiegelt. Sie geben sie bei jedem Start von Keyholder ein, und niemand kann sie zurücksetzen.
vault-create = Tresor anlegen
vault-consent = Ich habe das gelesen und bewahre die Passphrase sicher auf
vault-consent-needed = Setzen Sie zuerst das Häkchen oben.
vault-passphrase = Passphrase
vault-passphrase-help = Mindestens { $min } Zeichen. Mehrere Wörter merken sich leichter als Sonderzeichen.
vault-passphrase-again = Passphrase noch einmal
vault-unlock-title = Der Tresor ist gesperrt
vault-unlock-lead = Keiner seiner Schlüssel ist im Speicher. Öffnen Sie ihn, um Ihre Codes zu sehen.
vault-unlock-keychain = Mit { $name } öffnen
vault-unlock-passphrase = Mit der Passphrase öffnen
vault-open-older = Trotzdem öffnen
vault-open-previous = Die Kopie davor öffnen

own-here = Auf diesem Computer einrichten
own-here-vault = Legen Sie zuerst auf der Seite „Codes“ Ihren Tresor an und öffnen Sie ihn.
own-here-lead = Keyholder bewahrt den Schlüssel in Ihrem Tresor auf, bestätigt ihn mit dem ersten Code und füllt Codes ein, wenn Sie sich hier anmelden.
own-here-advice = Ein Telefon ist sicherer
own-here-advice-why = Hier kommen Passwort und Codes auf einem Gerät zusammen. Wer an diesen Computer kommt, solange der Tresor offen ist, hat beides. Richten Sie wenn möglich auch eine App auf Ihrem Telefon ein, und geben Sie diesem Computer einen verschlüsselten Datenträger und eine Bildschirmsperre.
own-here-name = Dieser Computer
own-here-send = Hier einrichten
own-fill = Code von diesem Computer einfüllen
own-fill-failed = Der Code konnte nicht eingefüllt werden

problem-vault_absent = Auf diesem Computer gibt es keinen Tresor mehr. Legen Sie einen neuen an, oder bringen Sie die Datei zurück.
problem-vault_exists = Am Platz des Tresors liegt schon eine Datei. Es wurde nichts geändert.
problem-vault_locked = Der Tresor ist gesperrt. Öffnen Sie ihn zuerst.
problem-vault_wrong_passphrase = Diese Passphrase öffnet den Tresor nicht. Prüfen Sie die Tastaturbelegung und die Grossschreibung.
problem-vault_wait = Nach mehreren falschen Passphrasen muss man warten. Versuchen Sie es in { $retry_after } s noch einmal.
problem-vault_wait-minutes = Nach mehreren falschen Passphrasen muss man warten. Versuchen Sie es in { $minutes } Minuten noch einmal.
problem-vault_keychain =
    { $problem ->
        [no_session_bus] Der Schlüsselbund ist nicht erreichbar, denn es gibt keinen Sitzungsbus. Öffnen Sie den Tresor mit seiner Passphrase, oder starten Sie Keyholder vom Desktop aus.
        [no_service] Auf diesem Computer läuft kein Schlüsselbund. Benutzen Sie eine Passphrase, oder starten Sie GNOME Keyring oder KWallet.
        [locked] Der Schlüsselbund ist gesperrt. Entsperren Sie ihn und versuchen Sie es dann noch einmal.
        [denied] Das System lässt Keyholder nicht an den Schlüsselbund. Erlauben Sie es dort, oder benutzen Sie die Passphrase.
       *[other] Der Schlüsselbund behält nicht, was man ihm gibt. Benutzen Sie eine Passphrase, oder versuchen Sie es noch einmal.
    }
problem-vault_key_gone = Im Schlüsselbund liegt kein Schlüssel, der diesen Tresor öffnet. Öffnen Sie ihn mit seiner Passphrase. Gibt es keine, hilft nur eine Sicherung.
problem-vault_damaged =
    { $previous ->
        [true] Die Datei des Tresors ist beschädigt. Es wurde nichts geändert. Die Kopie davor liegt daneben; ihr kann fehlen, was zuletzt dazukam.
       *[other] Die Datei des Tresors ist beschädigt, und daneben liegt keine Kopie. Es wurde nichts geändert. Legen Sie eine Sicherung an ihren Platz.
    }
problem-vault_older = Die Datei des Tresors ist älter als die zuletzt gespeicherte. Jemand hat eine Sicherung an ihren Platz gelegt. Was seither dazukam, fehlt darin.
problem-vault_newer_version = Eine neuere Version von Keyholder hat diese Datei geschrieben. Aktualisieren Sie die App und öffnen Sie sie dann.
problem-vault_unreadable = Die Datei des Tresors kann nicht gelesen werden. Prüfen Sie, ob sie Ihnen gehört und der Datenträger in Ordnung ist.
problem-vault_not_saved = Der Tresor konnte nicht gespeichert werden, und es wurde nichts geändert. Prüfen Sie, ob der Datenträger voll ist und der Ordner Ihnen gehört.
problem-vault_changed_elsewhere = Ein anderes Programm hat den Tresor inzwischen gespeichert; hier wurde nichts geändert. Sperren Sie ihn, öffnen Sie ihn wieder und wiederholen Sie dies.
problem-vault_full = Der Tresor fasst nicht mehr. Entfernen Sie, was Sie nicht mehr brauchen.
problem-vault_no_memory = Es ist nicht genug Speicher frei, um die Passphrase zu prüfen. Schliessen Sie andere Programme und versuchen Sie es dann noch einmal.
problem-vault_entry_gone = Dieses Konto ist nicht mehr im Tresor.
problem-vault_account_known = Dieses Konto ist schon im Tresor.
problem-vault_account_unreadable =
    { $reason ->
        [not_otpauth] Das ist kein Link für einen Authenticator. Er muss mit otpauth:// beginnen.
        [migration] Das ist ein Export mehrerer Konten von einem anderen Telefon. Er wird als Import übernommen, nicht als Link.
        [secret] Der Link enthält keinen lesbaren Schlüssel. Kopieren Sie ihn noch einmal, als Ganzes.
        [kind] Der Link verlangt eine Art von Codes, die Keyholder nicht kennt.
        [algorithm] Der Link verlangt eine Hashfunktion, die Keyholder nicht kennt.
        [digits] Der Link verlangt eine andere Zahl von Ziffern als sechs, sieben oder acht.
        [period] Der Link nennt keine Zahl von Sekunden für jeden Code.
        [counter] Der Link nennt keinen Zähler.
       *[other] Der Link ist zu lang für einen Authenticator.
    }
