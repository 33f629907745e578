# Users: what is done to a selection, and the step that is due for one.

bulk-access = Zugang ändern
bulk-menu-add_role = Rolle hinzufügen
bulk-menu-remove_role = Rolle entziehen
bulk-menu-set_scope = Standorte festlegen
bulk-role = Rolle
bulk-choose-role = Eine Rolle wählen.
bulk-add_role =
    { $count ->
        [one] { $count } Benutzer eine Rolle geben
       *[other] { $count } Benutzern eine Rolle geben
    }
bulk-remove_role =
    { $count ->
        [one] { $count } Benutzer eine Rolle entziehen
       *[other] { $count } Benutzern eine Rolle entziehen
    }
bulk-set_scope =
    { $count ->
        [one] Standorte von { $count } Benutzer festlegen
       *[other] Standorte von { $count } Benutzern festlegen
    }
bulk-put_back =
    { $count ->
        [one] Standorte von { $count } Benutzer zurücksetzen
       *[other] Standorte von { $count } Benutzern zurücksetzen
    }
bulk-delete =
    { $count ->
        [one] { $count } Benutzer löschen
       *[other] { $count } Benutzer löschen
    }
bulk-delete-means = Sie werden sofort abgemeldet und verlieren hier jeden Zugang. 30 Tage lang liegen sie im Papierkorb und lassen sich wiederherstellen; dann wird gelöscht, was über sie bekannt ist.
bulk-restore =
    { $count ->
        [one] { $count } Benutzer wiederherstellen
       *[other] { $count } Benutzer wiederherstellen
    }
bulk-restore-means = Sie sind mit ihrem früheren Zugang wieder da. Links, die sie vorher bekommen haben, bleiben ungültig.

## One user: the step that is due

users-row-resend = { $name } eine neue Einladung senden
users-row-make_link = Aktivierungslink für { $name } erzeugen, zum Kopieren

## What is gained and lost

bulk-nobody = In der Auswahl würde sich für niemanden etwas ändern.
bulk-ask =
    { $count ->
        [one] Zweite Zustimmung für 1 Person erbitten
       *[other] Zweite Zustimmung für { $count } Personen erbitten
    }
bulk-approval = Die übrigen sind erledigt. Wenn Sie fragen, ändert sich für diese nichts, bis jemand zustimmt.
bulk-waits = wartet auf eine zweite Zustimmung
bulk-asked = gefragt
bulk-shown-asked = Wartet
bulk-add_role-alike =
    { $count ->
        [one] { $count } Benutzer bekommt die Rolle „{ $role }“ und gewinnt: { $permissions }.
       *[other] { $count } Benutzer bekommen die Rolle „{ $role }“ und gewinnen: { $permissions }.
    }
bulk-add_role-mixed =
    { $count ->
        [one] { $count } Benutzer bekommt die Rolle „{ $role }“ und gewinnt: { $permissions }.
       *[other] { $count } Benutzer bekommen die Rolle „{ $role }“ und gewinnen, soweit eine andere Rolle es nicht schon gibt: { $permissions }.
    }
bulk-add_role-nothing =
    { $count ->
        [one] { $count } Benutzer bekommt die Rolle „{ $role }“, darf aber dasselbe wie bisher.
       *[other] { $count } Benutzer bekommen die Rolle „{ $role }“, dürfen aber dasselbe wie bisher.
    }
bulk-remove_role-alike =
    { $count ->
        [one] { $count } Benutzer verliert die Rolle „{ $role }“ und damit: { $permissions }.
       *[other] { $count } Benutzer verlieren die Rolle „{ $role }“ und damit: { $permissions }.
    }
bulk-remove_role-mixed =
    { $count ->
        [one] { $count } Benutzer verliert die Rolle „{ $role }“ und damit: { $permissions }.
       *[other] { $count } Benutzer verlieren die Rolle „{ $role }“ und damit, soweit keine andere Rolle es gibt: { $permissions }.
    }
bulk-remove_role-nothing =
    { $count ->
        [one] { $count } Benutzer verliert die Rolle „{ $role }“, darf aber dasselbe wie bisher.
       *[other] { $count } Benutzer verlieren die Rolle „{ $role }“, dürfen aber dasselbe wie bisher.
    }
bulk-same-add_role =
    { $count ->
        [one] { $count } hat sie schon.
       *[other] { $count } haben sie schon.
    }
bulk-same-remove_role =
    { $count ->
        [one] { $count } hat sie nicht.
       *[other] { $count } haben sie nicht.
    }
bulk-same-set_scope =
    { $count ->
        [one] { $count } erreicht genau das schon.
       *[other] { $count } erreichen genau das schon.
    }
bulk-scope-to-all =
    { $count ->
        [one] { $count } Benutzer gewinnt jeden Standort, auch später hinzukommende.
       *[other] { $count } Benutzer gewinnen jeden Standort, auch später hinzukommende.
    }
bulk-scope-to-none_yet =
    { $count ->
        [one] { $count } Benutzer verliert jeden Standort. Was von einem Standort abhängt, geht erst wieder, wenn jemand wählt.
       *[other] { $count } Benutzer verlieren jeden Standort. Was von einem Standort abhängt, geht erst wieder, wenn jemand wählt.
    }
bulk-scope-from-all =
    { $count ->
        [one] { $count } Benutzer behält { $places } und verliert jeden anderen Standort.
       *[other] { $count } Benutzer behalten { $places } und verlieren jeden anderen Standort.
    }
bulk-scope-from-none_yet =
    { $count ->
        [one] { $count } Benutzer gewinnt: { $places }.
       *[other] { $count } Benutzer gewinnen: { $places }.
    }
bulk-scope-from-only =
    { $count ->
        [one] { $count } Benutzer mit gewählten Standorten erreicht danach genau { $places }.
       *[other] { $count } Benutzer mit gewählten Standorten erreichen danach genau { $places }.
    }
bulk-scope-counts = { $gain } gewinnen, { $lose } verlieren, für { $same } ändert sich nichts.
bulk-scope-each = Was sich für wen ändert
bulk-scope-reading = Es wird gelesen, was jede Person jetzt erreicht …
bulk-scope-unread = Die jetzigen Standorte ließen sich nicht lesen.
problem-only_role = Das ist die einzige Rolle, und jeder behält mindestens eine. Erst eine andere Rolle geben oder den Benutzer deaktivieren.

## Everybody whom the filter lets through

bulk-select-all = Alle { $total } passenden auswählen
bulk-all-too-many = { $total } Benutzer passen, und höchstens { $max } lassen sich auf einmal ändern. Den Filter enger fassen.
bulk-too-many = Höchstens { $max } Benutzer lassen sich auf einmal ändern. Den Filter enger fassen oder weniger auswählen.

## Results

bulk-shown-all = Alle
bulk-shown-failed = Nicht erledigt
bulk-shown-done = Erledigt
bulk-save-errors =
    { $count ->
        [one] Fehler als Datei speichern
       *[other] { $count } Fehler als Datei speichern
    }
bulk-file-name = Name
bulk-file-sign-in-name = Anmeldename
bulk-file-why = Warum nicht
bulk-file-code = Code
