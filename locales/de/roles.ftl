### Rollen und Rechte: die Matrix, Rollen zusammenstellen, Rechte neben den Rollen, warum und wer darf.

screen-roles = Rollen & Rechte
screen-roles-words = Benutzergruppe Benutzergruppen Gruppe Rechte Matrix Zugriff user group

## Die Matrix

matrix-count =
    { $count ->
        [one] { $count } Rolle
       *[other] { $count } Rollen
    }
matrix-hint = Ein Recht oder eine Zelle zeigt, wer es darf. Eingebaute Rollen lassen sich nicht ändern; eine Kopie wird zur eigenen Rolle.
matrix-permission = Recht
matrix-role = Rolle
matrix-role-menu = Was mit { $role } geschehen soll
matrix-own = Eigene
matrix-members =
    { $count ->
        [one] { $count } Person
       *[other] { $count } Personen
    }
matrix-allows = { $role } erlaubt: { $permission }
matrix-allows-not = { $role } erlaubt nicht: { $permission }
matrix-failed = Die Rollen konnten nicht geladen werden

## Eine Rolle zusammenstellen

role-new = Neue Rolle
role-copy = Kopie erstellen
role-edit = Umbenennen oder ändern
role-remove = Löschen
role-new-title = Neue Rolle
role-edit-title = Rolle { $role } ändern
role-name = Name
role-unnamed = Neue Rolle
role-from = Ausgehen von
role-from-empty = Nichts angekreuzt
role-needs-name = Die Rolle braucht zuerst einen Namen.
role-create = { $role } erstellen
role-save = { $role } speichern
role-saved = { $role } gespeichert
role-stale = Jemand anderes hat diese Rolle inzwischen geändert, deshalb wurde nichts gespeichert. Schließen, ansehen und noch einmal versuchen.
role-effect-nothing = Mindestens ein Recht ankreuzen.
role-effect-new = Wer { $role } bekommt, darf: { $allowed }.
role-effect-same = An niemandes Zugriff ändert sich etwas.
role-effect-gains =
    { $members ->
        [0] Noch hat niemand { $role }. Hinzu kommt: { $gained }.
        [one] Eine Person mit { $role } erhält: { $gained }.
       *[other] { $members } Personen mit { $role } erhalten: { $gained }.
    }
role-effect-loses =
    { $members ->
        [0] Noch hat niemand { $role }. Es entfällt: { $lost }.
        [one] Eine Person mit { $role } verliert: { $lost }, sofern keine andere Rolle es gibt.
       *[other] { $members } Personen mit { $role } verlieren: { $lost }, sofern keine andere Rolle es gibt.
    }
role-effect-both =
    { $members ->
        [0] Noch hat niemand { $role }. Hinzu kommt: { $gained }. Es entfällt: { $lost }.
        [one] Eine Person mit { $role } erhält: { $gained }. Es entfällt, sofern keine andere Rolle es gibt: { $lost }.
       *[other] { $members } Personen mit { $role } erhalten: { $gained }. Es entfällt, sofern keine andere Rolle es gibt: { $lost }.
    }

## Eine Rolle löschen

role-delete-title = Rolle { $role } löschen
role-delete = Rolle { $role } löschen
role-deleted = Rolle { $role } gelöscht
role-counting = Die Personen mit dieser Rolle werden gezählt.
role-instead = Rolle, die sie stattdessen bekommen
role-instead-nothing = Keine
role-delete-nobody = Niemand hat { $role }, also ändert sich an niemandes Zugriff etwas.
role-delete-members =
    { $members ->
        [one] Eine Person hat { $role }.
       *[other] { $members } Personen haben { $role }.
    }
role-delete-loses = Es entfällt, sofern keine andere Rolle es gibt: { $lost }.
role-delete-gains = Hinzu kommt: { $gained }.
role-delete-alone =
    { $alone ->
        [one] Eine davon hat keine andere Rolle und darf danach nichts mehr.
       *[other] { $alone } davon haben keine andere Rolle und dürfen danach nichts mehr.
    }

## Rechte neben den Rollen

user-action-change_permissions = Zusätzliche Rechte
rights-title = Zusätzliche Rechte von { $name }
rights-hint = Rechte nur für diese Person, zusätzlich zu dem, was die Rollen geben.
rights-save = Rechte von { $name } speichern
rights-saved = Zusätzliche Rechte von { $name } gespeichert
rights-change-same = { $name } darf dasselbe wie bisher, weil die Rollen es auch geben.
idle-prerequisite = Ohne Wirkung, denn es beruht auf „{ $permission }“, und das fehlt.
idle-second-factor = Ohne Wirkung, bis eine Authenticator-App eingerichtet ist.
idle-built-in = Ohne Wirkung: Der Authenticator ist in die App eingebaut und zählt hier nicht. Einer auf einem anderen Gerät oder ein Passkey zählt.
idle-locations = Noch ohne Wirkung, denn es ist kein Standort zugeteilt.
idle-cooling = Geschlossen bis { $until }, denn der zweite Faktor wurde vor Kurzem zurückgesetzt.

## Warum

why-title = { $permission }: { $name }
why-yes = { $name } darf das
why-no = { $name } darf das nicht
why-failed = Die Antwort konnte nicht geladen werden
why-through = Worauf die Antwort beruht
why-fits = Passt
why-missing = Fehlt
why-through-role = durch { $role }
why-directly = direkt vergeben
why-step-given = „{ $permission }“: { $sources }
why-step-lacking = Keine Rolle gibt „{ $permission }“, und es ist nicht direkt vergeben.
why-step-rests = Beruht auf „{ $permission }“: { $sources }
why-step-rests-lacking = Beruht auf „{ $permission }“, und das fehlt.
why-step-within = Die Person erreicht dafür Standorte.
why-step-outside = Die Person erreicht dafür noch keinen Standort.
why-step-acquirer_agreement = Der Acquirer-Vertrag umfasst Auszahlungen.
why-step-production = Das Konto ist in Betrieb.
why-step-status = Status: { $status }
why-step-factor-app = Die Handlung verlangt einen zweiten Faktor, und eine Authenticator-App ist eingerichtet.
why-step-factor-passkey = Die Handlung verlangt einen zweiten Faktor, und ein Passkey oder Sicherheitsschlüssel ist eingerichtet.
why-step-factor-none = Die Handlung verlangt einen zweiten Faktor, und es ist keiner eingerichtet.
why-step-factor-mailed_code = Die Handlung verlangt eine Authenticator-App oder einen Passkey. Es gibt nur Codes per E-Mail, und die zählen hier nicht.
why-step-factor-built-in = Die Handlung verlangt einen zweiten Faktor, und der eingerichtete ist in die App eingebaut, was hier nicht zählt.
why-step-cooling = Der zweite Faktor wurde vor Kurzem zurückgesetzt: Er zählt ab { $until }.
why-allow = Die kleinste Änderung, die es erlauben würde
why-stop = Die kleinste Änderung, die es verhindern würde
why-roles = Rollen, die es geben würden: { $roles }.
why-change-give = Vergeben: { $permissions }.
why-change-take_role = Die Rolle { $role } wegnehmen.
why-change-take_direct = „{ $permission }“ wegnehmen, das direkt vergeben ist.
why-change-reach = { $name } einen Standort zuteilen.
why-change-leave = { $name } die Standorte wegnehmen.
why-change-acquirer_agreement = Einen Acquirer-Vertrag abschließen, der Auszahlungen umfasst.
why-change-production = In Betrieb gehen.
why-change-activate = Die Person aktiv machen: Der Status ist jetzt „{ $status }“.
why-change-set_up_second_factor = { $name } richtet eine Authenticator-App oder einen Passkey ein, oben unter dem eigenen Namen. Niemand kann das für jemand anderen tun.
why-change-set_up_elsewhere = { $name } richtet eine Authenticator-App auf einem anderen Gerät oder einen Passkey ein, oben unter dem eigenen Namen. Niemand kann das für jemand anderen tun.
why-change-wait = Bis { $until } warten: Der zweite Faktor wurde vor Kurzem zurückgesetzt, und niemand kann das abkürzen.
why-change-deactivate = { $name } deaktivieren.

## Wer darf

can-title = Wer darf: { $permission }
can-factor = Das verlangt einen zweiten Faktor: Wer keinen eingerichtet hat, ist hier nicht genannt, gleich welche Rollen.
can-failed = Die Personen konnten nicht geladen werden
can-count =
    { $count ->
        [0] Das darf gerade niemand.
        [one] Das darf gerade eine Person.
       *[other] Das dürfen gerade { $count } Personen.
    }
can-more = Mehr zeigen
