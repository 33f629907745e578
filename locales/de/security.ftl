# Was der Kunde von Passwörtern, Anmeldungen und Sitzungen verlangt.

screen-security = Sicherheit
security-lead = Was dieser Kunde von Passwörtern, Anmeldungen und Sitzungen verlangt. Wer zu mehreren Kunden gehört, erfüllt jeweils das Strengste.
security-locked = Sie können das ansehen, aber nicht ändern
security-failed = Die Regeln konnten nicht geladen werden
security-profile = Profil
security-profile-description = Wessen Regeln gelten. Standards widersprechen sich; ein Profil entscheidet, und jede Einstellung sagt, welche Abschnitte sie erfüllt.
security-profile-payments = Zahlungen
security-profile-payments-description = Die Regeln aus den Anleitungen der Zahlungsanbieter: vier Arten von Zeichen, alle 90 Tage ein neues Passwort.
security-profile-pci = PCI DSS
security-profile-pci-description = Was der Umgang mit Kartendaten verlangt: Buchstaben und Ziffern; Passwörter altern nur ohne zweiten Faktor.
security-profile-nist = NIST
security-profile-nist-description = Lange Passwörter, die niemand errät, und kein erzwungener Wechsel.
security-group-passwords = Passwörter
security-group-locks = Sperren
security-group-sessions = Sitzungen und Links
security-length = Länge
security-length-means = Wie viele Zeichen ein neues Passwort mindestens hat. Bestehende Passwörter bleiben, bis sie geändert werden.
security-composition = Arten von Zeichen
security-composition-any = Keine Regel: beliebige Zeichen, solange das Passwort lang und schwer zu erraten ist.
security-composition-letters_and_digits = Buchstaben und Ziffern.
security-composition-four_kinds = Großbuchstaben, Kleinbuchstaben, Ziffern und Sonderzeichen.
security-rotation = Ablauf
security-rotation-nobody = Passwörter laufen nicht ab. Eines, das bekannt wurde, muss trotzdem geändert werden.
security-rotation-without_second_factor = Passwörter von Personen, die sich nur mit dem Passwort anmelden, laufen ab.
security-rotation-everybody = Alle Passwörter laufen ab. Die nächste Anmeldung verlangt ein neues.
security-history = Frühere Passwörter
security-history-means = Welche Passwörter nicht wiederkommen: die letzten, und jedes, das in diesen Stunden galt.
security-lockout = Falsche Passwörter
security-lockout-means = Wann und wie lange eine Anmeldung gesperrt wird. Ein bekanntes Gerät zählt für sich, damit Fremde niemanden aussperren.
security-inactivity = Abwesenheit
security-inactivity-means = Wer sich so lange nicht anmeldet, wird gesperrt. Nur ein Link zum Zurücksetzen von der Administration öffnet wieder.
security-session_idle = Unbenutzte Sitzung
security-session_idle-means = Nach welcher Zeit ohne Nutzung man sich neu anmeldet.
security-session_length = Dauer einer Sitzung
security-session_length-means = Nach welcher Zeit man sich auf jeden Fall neu anmeldet.
security-links = Links
security-links-means = Wie lange Links zum Aktivieren und Zurücksetzen gelten. Jeder gilt einmal.
security-group-mailed-codes = Codes per E-Mail
security-mailed-codes = Wer weder App noch Passkey hat, bekommt bei der Anmeldung einen Code per E-Mail
security-mailed-codes-means = Ein schwacher zweiter Faktor, denn wer jemandes E-Mails liest, hat ihn, aber mehr als keiner. Geschützte Dienste und „2FA erzwingen“ zählen ihn nie. Ausgeschaltet stehen diese Personen da, als hätten sie keinen zweiten Faktor. Wer auch zu einem anderen Kunden gehört, der Codes verschickt, wird weiter danach gefragt.
security-mailed-codes-off-optional =
    { $count ->
        [0] Niemand hat nur Codes per E-Mail.
        [one] Eine Person hat nur Codes per E-Mail und meldet sich mit dem Passwort allein an, bis sie eine App oder einen Passkey einrichtet. Wer dieses Passwort kennt, könnte das an ihrer Stelle tun.
       *[other] { $count } Personen haben nur Codes per E-Mail und melden sich mit dem Passwort allein an, bis sie eine App oder einen Passkey einrichten. Wer ein solches Passwort kennt, könnte das an ihrer Stelle tun.
    }
security-mailed-codes-off-required =
    { $count ->
        [0] Niemand hat nur Codes per E-Mail.
        [one] Eine Person hat nur Codes per E-Mail. Sobald 2FA erzwungen wird, richtet sie gleich nach dem Passwort eine Authenticator-App ein. Wer dieses Passwort kennt, könnte das an ihrer Stelle tun.
       *[other] { $count } Personen haben nur Codes per E-Mail. Sobald 2FA erzwungen wird, richten sie gleich nach dem Passwort eine Authenticator-App ein. Wer ein solches Passwort kennt, könnte das an ihrer Stelle tun.
    }
security-mailed-codes-on =
    { $count ->
        [0] Niemand bekommt jetzt einen Code per E-Mail.
        [one] Eine Person hat weder App noch Passkey und tippt bei der nächsten Anmeldung einen Code aus ihrem Postfach ein.
       *[other] { $count } Personen haben weder App noch Passkey und tippen bei der nächsten Anmeldung einen Code aus ihrem Postfach ein.
    }
security-group-approval = Kritische Rechte
security-group-built-in = Codes auf demselben Computer
security-built-in = Codes aus dieser App öffnen keine eingeschränkten Dienste
security-built-in-means = Wer die Codes in Keyholder aufbewahrt, auf dem Computer, an dem man sich anmeldet, hat beide Faktoren auf einem Gerät. Die Anmeldung geht damit weiterhin, aber Eingeschränktes bleibt zu, bis es einen Authenticator auf einem anderen Gerät oder einen Passkey gibt. Keyholder sagt dem Dienst, woher ein Code kam; ein fremdes Programm auf demselben Computer sieht es nicht.
security-built-in-on =
    { $count ->
        [0] Niemand hat nur solche Codes.
        [one] { $count } Benutzer hat nur solche Codes. Eingeschränktes ist dort ab jetzt zu.
       *[other] { $count } Benutzer haben nur solche Codes. Eingeschränktes ist für sie ab jetzt zu.
    }
security-built-in-off = Codes aus dieser App öffnen eingeschränkte Dienste wieder.
security-approval = Kritische Rechte zu geben braucht eine zweite Person
security-approval-means = Wer jemandem ein solches Recht gibt oder es einer Rolle erlaubt, die jemand hat, fragt eine zweite Person aus der Administration, die innerhalb von 72 Stunden zustimmt oder ablehnt. Auch das Ausschalten braucht eine zweite Person. Wer allein übrig ist, handelt allein, sobald 72 Stunden lang niemandes Zugang geändert wurde.
security-approval-rights = Kritisch: { $rights }.
security-approval-on =
    { $count ->
        [one] Jetzt ist niemand betroffen. Ab dann wartet, wer kritische Rechte gibt; heute könnte eine andere Person zustimmen.
       *[other] Jetzt ist niemand betroffen. Ab dann wartet, wer kritische Rechte gibt; heute könnten { $count } andere zustimmen.
    }
security-approval-off = Das gilt, sobald eine zweite Person zustimmt.
security-approval-nobody = Außer Ihnen kann sich niemand aus der Administration anmelden: Niemand könnte zustimmen. Fügen Sie zuerst eine zweite Person hinzu.
security-always = Immer eingeschaltet, in jedem Profil: Häufige Passwörter, Wörter, Wiederholungen und Namen werden abgelehnt; Links gelten einmal; Passwörter werden als Argon2id-Hash gespeichert.
security-standards = Standards
security-meets = erfüllt { $standard } { $clause }
security-breaks = nicht { $standard } { $clause }
standard-pci_dss = PCI DSS
standard-nist = NIST 800-63B
standard-asvs = ASVS
security-range = { $least } bis { $most }
security-was = · jetzt { $before }
security-unsaved = Noch nicht gespeichert
security-discard = Verwerfen
security-review = Auswirkung ansehen
security-out-of-range = Eine Zahl liegt außerhalb ihrer Grenzen
security-effect-title = Was sich dadurch ändert
security-effect-now = Gleich nach dem Speichern
security-effect-waiting = Warten Sie, bis die Auswirkung berechnet ist
security-effect-failed = Die Auswirkung konnte nicht berechnet werden
security-change-profile = Profil: { $before } → { $after }
security-change-number = { $setting }: { $before } → { $after }
security-effect-expired = Benutzer mit abgelaufenem Passwort: { $before } → { $after }.
security-effect-locked = Nach Abwesenheit gesperrte Benutzer: { $before } → { $after }.
security-effect-more =
    { $count ->
        [one] und eine weitere Person
       *[other] und { $count } weitere
    }
security-effect-asked =
    { $count ->
        [0] Niemand, der angemeldet ist, muss sich neu anmelden.
        [one] Eine angemeldete Person muss sich in wenigen Minuten neu anmelden.
       *[other] { $count } angemeldete Personen müssen sich in wenigen Minuten neu anmelden.
    }
security-effect-passwords = Regeln für Länge und Zeichen gelten ab dem nächsten Passwort, das jemand festlegt: Dem Gespeicherten sieht man die Länge nicht an.
security-save = Speichern
security-saved = Die Regeln sind gespeichert
security-stale = Jemand anderes hat die Regeln inzwischen geändert. Nichts wurde gespeichert.
security-reload = Diese anzeigen

security-number-min_chars_alone = Zeichen, Passwort allein
security-number-min_chars_with_factor = Zeichen, mit zweitem Faktor
security-number-password_days = Tage bis zum Ablauf
security-number-history = Letzte Passwörter, die nicht wiederkommen
security-number-history_hours = Stunden, in denen keines wiederkommt
security-number-attempts = Falsches Passwort, das sperrt
security-number-lock_minutes = Minuten der Sperre
security-number-inactivity_days = Tage ohne Anmeldung
security-number-session_idle_minutes = Minuten ohne Nutzung
security-number-session_hours = Stunden insgesamt
security-number-invitation_hours = Stunden eines Aktivierungslinks
security-number-reset_minutes = Minuten eines Links zum Zurücksetzen

# Einen zweiten Faktor verlangen

security-group-second-factor = Zwei-Faktor-Authentifizierung
enforce-open = 2FA erzwingen
enforce-state-on = 2FA erzwungen
enforce-state-from = 2FA ab { $day }
enforce-unread = Die Regeln des Kunden sind noch nicht gelesen
enforce-title = Zwei-Faktor-Authentifizierung erzwingen
enforce-title-on = Zwei-Faktor-Authentifizierung wird erzwungen
enforce-lead = Alle hier, auch neue Benutzer, melden sich dann neben dem Passwort mit einem Code aus einer Authenticator-App an. Es greift bei der jeweils nächsten Anmeldung; wer angemeldet ist, bleibt es. Wer noch keine App hat, wird durch die Einrichtung geführt.
enforce-off = Freigestellt: Alle entscheiden selbst.
enforce-on = Erzwungen
enforce-on-now = Jede Anmeldung verlangt einen zweiten Faktor. Wer keinen hat, richtet ihn bei der nächsten Anmeldung ein.
enforce-on-from = Ab { $day } verlangt jede Anmeldung einen zweiten Faktor.
enforce-restricted = Volle Kartennummern und Gutschriften verlangen in jedem Fall einen zweiten Faktor.
enforce-when = Ab wann
enforce-now = Jetzt
enforce-now-means = Ab der jeweils nächsten Anmeldung. Wer noch keine App hat, erfährt es per E-Mail.
enforce-day = Ab einem Tag
enforce-day-means = Wer noch keine App hat, erfährt es jetzt per E-Mail und noch einmal drei Tage vorher.
enforce-first-day = Erster Tag
enforce-day-wrong = Wählen Sie einen Tag von morgen bis in einem Jahr.
enforce-effect = Wen es betrifft
enforce-asked =
    { $count ->
        [0] Niemand muss etwas einrichten.
        [one] Ein Benutzer richtet eine App ein, bevor er wieder hineinkommt:
       *[other] { $count } Benutzer richten eine App ein, bevor sie wieder hineinkommen:
    }
enforce-more =
    { $count ->
        [one] noch jemand
       *[other] { $count } weitere
    }
enforce-show = Alle ohne zeigen
enforce-ready =
    { $count ->
        [0] Noch niemand hat eine App.
        [one] Ein Benutzer hat schon eine App; für ihn ändert sich nichts.
       *[other] { $count } Benutzer haben schon eine App; für sie ändert sich nichts.
    }
enforce-waiting =
    { $count ->
        [one] Ein eingeladener Benutzer richtet bei der ersten Anmeldung eine App ein.
       *[other] { $count } eingeladene Benutzer richten bei ihrer ersten Anmeldung eine App ein.
    }
enforce-unreachable =
    { $count ->
        [one] Einer davon hat kein Postfach
       *[other] { $count } davon haben kein Postfach
    }
enforce-unreachable-why = Keine E-Mail erreicht { $names }. Sagen Sie es selbst, und dass ein Telefon mit einer Authenticator-App nötig ist.
enforce-confirm = 2FA erzwingen
enforce-change = Tag ändern
enforce-same = So ist es schon.
enforce-stop = Nicht mehr erzwingen
enforce-saved = Zwei-Faktor-Authentifizierung wird erzwungen
enforce-planned = Zwei-Faktor-Authentifizierung wird ab { $day } erzwungen
enforce-stopped = Zwei-Faktor-Authentifizierung ist wieder freigestellt
enforce-chart = Wer einen zweiten Faktor hat
enforce-chart-state = Zweiter Faktor
enforce-chart-count = Benutzer
