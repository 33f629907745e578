## Änderungen, die eine zweite Person brauchen

screen-approvals = Zustimmungen
screen-approvals-words = Vier Augen, zweite Person, zustimmen, wartende Änderungen
approvals-lead = Manche Änderungen gelten erst, wenn eine zweite Person aus der Administration zustimmt: am eigenen Zugang, an den eigenen Standorten, an der Adresse von jemandem, der nicht erreichbar ist, und an kritischen Rechten, wenn Ihr Unternehmen es so will.
approvals-waiting = Wartend
approvals-ended = Kürzlich beantwortet
approvals-none = Nichts wartet auf eine zweite Person
approvals-none-hint = Bittet jemand aus der Administration um eine Änderung, die Ihre Zustimmung braucht, steht sie 72 Stunden lang hier.
approvals-failed = Die Zustimmungen konnten nicht geladen werden
approvals-count =
    { $count ->
        [one] 1 Änderung wartet auf Sie
       *[other] { $count } Änderungen warten auf Sie
    }
approvals-title-own_access = { $name } bittet um einen anderen Zugang
approvals-title-own_locations = { $name } bittet um andere Standorte
approvals-title-dead_mailbox = Andere Adresse für { $name }
approvals-title-critical_grant = Kritische Rechte für { $name }
approvals-title-new_user = Kritische Rechte für { $name }, neu hier
approvals-title-critical_role = { $name } lässt eine Rolle kritische Rechte erlauben
approvals-title-role_deletion = { $name } löscht eine Rolle, und deren Mitglieder bekämen kritische Rechte
approvals-title-approvals_off = { $name } will keine zweite Person für kritische Rechte
approvals-title-second_factor_reset = Zwei-Faktor-Authentifizierung von { $name } zurücksetzen
approvals-factor = { $name } meldet sich dann mit dem Passwort allein an und richtet wieder eine Authenticator-App ein. Alle Sitzungen enden, und was einen zweiten Faktor braucht, bleibt 24 Stunden geschlossen.
approvals-roles = { $name } hätte: { $roles }.
approvals-reach = { $name } hätte: { $reach }.
approvals-mailbox = { $name } würde sich mit { $email } anmelden. Die alte Anmeldung öffnet hier nichts mehr, und ein Link für den neuen Anfang geht an diese Adresse. Die alte Adresse erfährt davon.
approvals-asked = { $name } hat { $when } gebeten.
approvals-asked-own = Sie haben { $when } gebeten.
approvals-until = Ohne Antwort verfällt sie am { $when }.
approvals-ended-by = Beantwortet von { $name } { $when }.
approvals-grant = Zustimmen für { $name }
approvals-grant-all =
    { $count ->
        [one] 1 Änderung von { $name } zustimmen
       *[other] Allen { $count } von { $name } zustimmen
    }
approvals-grant-these =
    { $count ->
        [one] 1 Änderung zustimmen
       *[other] Diesen { $count } Änderungen zustimmen
    }
approvals-not-all =
    { $count ->
        [one] 1 Änderung wurde nicht zugestimmt
       *[other] { $count } Änderungen wurde nicht zugestimmt
    }
approvals-done-all =
    { $count ->
        [one] 1 Änderung zugestimmt
       *[other] { $count } Änderungen zugestimmt
    }
approvals-refuse = Ablehnen
approvals-withdraw = Zurücknehmen
approvals-done-grant = Der Änderung für { $name } zugestimmt
approvals-done-refuse = Die Änderung für { $name } abgelehnt
approvals-done-withdraw = Die Änderung für { $name } wurde zurückgenommen
approvals-asked-done = Gefragt. Es gilt, sobald eine zweite Person zustimmt.
change-state-waiting = Wartet
change-state-granted = Zugestimmt
change-state-refused = Abgelehnt
change-state-withdrawn = Zurückgenommen
change-state-lapsed = Verfallen
change-state-overtaken = Überholt
ask-access-open = Um anderen Zugang bitten
ask-access-title = Um anderen Zugang bitten
ask-access-how = Niemand ändert den eigenen Zugang allein. Wählen Sie, was Sie hätten; eine zweite Person aus der Administration liest es und stimmt innerhalb von 72 Stunden zu oder lehnt ab.
ask-access-rights = Zusätzliche Rechte neben den Rollen
ask-access-send = Zweite Person fragen
ask-locations-open = Um andere Standorte bitten
ask-locations-how = Niemand ändert die eigenen Standorte allein. Wählen Sie, wo Sie arbeiten würden; eine zweite Person aus der Administration liest es und stimmt innerhalb von 72 Stunden zu oder lehnt ab. Andere Standorte als Ihre sehen Sie hier nicht: Bitten Sie um alle, oder lassen Sie die Administration wählen.
ask-locations-limited = Wer die Administration verwaltet, erreicht jeden Standort.
approvals-role = Wer die Rolle { $role } hat, gewinnt: { $gains }.
approvals-role-renamed = { $was } hieße { $role }.
approvals-role-asked = Eine Änderung der Rolle { $role }.
approvals-deletion = Die Rolle { $role } würde gelöscht. Wer sie hat, bekäme stattdessen { $other } und gewönne: { $gains }.
approvals-deletion-asked = Das Ende einer Rolle, mit { $other } an ihrer Stelle.
approvals-new-reach = { $name } wurde hinzugefügt für: { $reach }.
approvals-off = Kritische Rechte gäbe wieder eine Person aus der Administration allein.
approval-title = Das wartet auf eine zweite Person
approval-rights = Kritisch sind: { $rights }. Ihr Unternehmen gibt solche Rechte erst, wenn eine zweite Person aus der Administration zustimmt.
approval-off = Ihr Unternehmen gibt kritische Rechte erst, wenn eine zweite Person aus der Administration zustimmt. Auch das aufzuheben braucht eine zweite Person.
approval-until = Bis jemand zustimmt, ändert sich nichts. Ohne Antwort verfällt es nach 72 Stunden.
dead-mailbox-open = Postfach nicht erreichbar
dead-mailbox-title = Andere Adresse für { $name }
dead-mailbox-how = Nur, wenn { $name } an der jetzigen Adresse keine Post mehr lesen kann. Sobald eine zweite Person zustimmt, öffnet die alte Anmeldung hier nichts mehr, und { $name } fängt über einen Link an der neuen Adresse neu an.
dead-mailbox-email = Neue E-Mail-Adresse
dead-mailbox-send = Zweite Person fragen
