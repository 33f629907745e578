### Eigene Daten, eigene Kunden, Einladungen zu weiteren.

screen-profile = Profil
screen-customers = Kunden

profile-lead = Ihre eigenen Daten. Sie gehören Ihnen: Administratoren sehen sie und können sie nicht ändern.
profile-failed = Ihre Daten konnten nicht gelesen werden
profile-own-data = Name und Sprache
profile-own-data-lead = Alle, mit denen Sie arbeiten, sehen Ihren Namen.
profile-given-name = Vorname
profile-family-name = Nachname
profile-language = Sprache
profile-language-help = Für Mails und Seiten im Browser und für diese App.
profile-save = Speichern
profile-saved = Ihre Daten sind gespeichert
profile-same = Noch hat sich nichts geändert.
profile-stale = Ihre Daten wurden inzwischen anderswo geändert, deshalb wurde dies nicht gespeichert. Sehen Sie nach und versuchen Sie es noch einmal.
profile-cancel = Abbrechen
profile-address = E-Mail-Adresse
profile-address-lead = Damit melden Sie sich an, und dorthin gehen Links.
profile-username-lead = Sie melden sich mit einem erzeugten Namen an.
profile-username-locked = Sie haben hier keine E-Mail-Adresse. Die Administration kann eine hinzufügen.
profile-change-email = E-Mail-Adresse ändern
profile-change-email-how = Ein Link geht an { $old } und einer an die neue Adresse. Die Änderung gilt, sobald innerhalb von 48 Stunden beide bestätigt sind. Bis dahin melden Sie sich an wie bisher.
profile-change-email-send = Links senden
profile-new-email = Neue E-Mail-Adresse
profile-current-password = Ihr Passwort
profile-current-password-why = Damit klar ist, dass Sie es sind.
profile-waiting-own = Wartet auf Bestätigung: { $wanted }
profile-waiting-proposed = { $customer } schlägt vor: { $wanted }
profile-waiting-how = Öffnen Sie die Links in Ihren Mails. Sie enden { $until }; bis dahin bleibt alles, wie es ist.
profile-waiting-former = Ihre jetzige Adresse
profile-waiting-new = Die neue Adresse
profile-waiting-stop = Zurücknehmen
profile-waiting-refuse = Ablehnen
profile-waiting-stopped = Es wurde nichts geändert
profile-step-done = { $name }: bestätigt
profile-step-open = { $name }: noch nicht bestätigt
profile-sign-in = Anmeldung
profile-last-sign-in = Letzte Anmeldung
profile-password-set = Passwort gesetzt
profile-never = nie
profile-moment = { $relative }, { $exact }
profile-customers = Ihre Kunden
profile-customers-lead = Wo Sie arbeiten dürfen, und als was.

leave-open = { $number } verlassen
leave-title = { $name } verlassen?
leave-effect = Sie verlieren sofort Ihren Zugang zu { $name }. Um zurückzukommen, brauchen Sie eine neue Einladung.
leave-last = Es ist Ihr letzter Kunde: Sie werden abgemeldet und können sich nicht anmelden, bis jemand Sie einlädt.
leave-submit = { $name } verlassen
leave-done = Sie haben { $name } verlassen

customers-lead =
    { $count ->
        [0] Sie gehören derzeit zu keinem Kunden.
        [one] Sie gehören zu einem Kunden.
       *[other] Sie gehören zu { $count } Kunden. Den gewählten merkt sich dieser Computer.
    }
customers-none = Kein Kunde
customers-current = Sie sind hier
customers-choose = Zu { $number } wechseln
customers-change = Kunden wechseln
customers-access = { $roles } · { $reach }
customers-cancel = Abbrechen

alias-change = Alias von { $number }
alias-title = Alias des Kunden { $number }
alias-label = Alias
alias-help = Ein Name, der leichter zu merken ist. Alle, die hier arbeiten, sehen ihn neben der Kundennummer. Leer lassen für keinen.
alias-save = Alias speichern
alias-remove = Alias entfernen
alias-same = Noch hat sich nichts geändert.
alias-done = Kunde { $number } hat einen neuen Alias
alias-removed = Kunde { $number } hat keinen Alias mehr

joining-title = { $customer } lädt Sie ein
joining-until = Die Einladung endet { $until }. Nur Sie sehen sie hier.
joining-look = Ansehen
joining-what = { $customer } (Kundennummer { $number }) bietet Ihnen an: { $roles }. Reichweite: { $reach }.
joining-effect = Wenn Sie annehmen, arbeiten Sie dort mit Ihrer bestehenden Anmeldung. Bis dahin erfährt man dort nichts über Sie.
joining-password = Ihr Passwort
joining-needs-password = Geben Sie Ihr Passwort ein, um anzunehmen.
joining-accept = Annehmen
joining-decline = Ablehnen
joining-done-accept = Sie gehören jetzt zu { $customer }
joining-done-decline = Sie haben { $customer } abgelehnt

correction-open = Berichtigung vorschlagen
correction-title = Daten von { $name } berichtigen
correction-how = { $name } erhält eine Mail und entscheidet. Ohne Bestätigung ändert sich nichts.
correction-given-name = Vorname
correction-family-name = Nachname
correction-email = E-Mail-Adresse
correction-own = Ihre eigenen Daten ändern Sie im Profil.
correction-cancel = Abbrechen
correction-send = Vorschlag senden
correction-same = Noch ist nichts anders.
correction-done = An { $name } gesendet; 48 Stunden Zeit zum Bestätigen
