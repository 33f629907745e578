### Die Wörter der Bildschirme, nach Bildschirm. Regeln: docs/messages.md.


## Sign-in

app-name = Keyholder
sign-in-kept = Die Sitzung auf diesem Rechner liegt in { $name }.
start-waiting = Keyholder wird geöffnet …
start-failed-title = Keyholder kam nicht in Gang
start-change-server = Andere Adresse verwenden
connect-title = Verbinden
connect-lead = Wo läuft der Keyholder-Dienst Ihrer Firma? Das wird einmal gefragt und dann gemerkt.
connect-address = Adresse des Dienstes
connect-address-help = Sie steht in Ihrer Einladung, oder Ihr Administrator kennt sie.
connect-submit = Verbinden
connect-back = Adresse behalten, wie sie war
sign-in-title = Anmelden
sign-in-at = bei
sign-in-change-server = Ändern
sign-in-name = E-Mail-Adresse oder Benutzername
sign-in-password = Passwort
sign-in-show = Zeigen
sign-in-hide = Verbergen
sign-in-submit = Anmelden
sign-in-microsoft = Mit Microsoft anmelden
sign-in-external = Mit dem Konto Ihrer Organisation anmelden
sign-in-passkey = Mit einem Passkey anmelden
browser-wait-title = Weiter geht es im Browser
browser-wait-intro = Melden Sie sich dort an. Beim ersten Mal werden Sie um Zustimmung gebeten. Dieses Fenster macht von selbst weiter.
browser-wait-again = Browser noch einmal öffnen
browser-wait-stop = Abbrechen
browser-done-title = Zurück zu Keyholder
browser-done-body = Ihre Antwort ist angekommen. Sie können diese Seite schließen.
profile-microsoft = Microsoft
profile-external = Konto Ihrer Organisation
profile-external-lead = Mit diesem Konto können Sie sich ohne Ihr Passwort anmelden. Ihr zweiter Faktor bleibt.
profile-external-only-lead = Mit diesem Konto melden Sie sich an. Ihr zweiter Faktor bleibt.
profile-external-only = Sie haben hier kein Passwort, darum bleibt dieses Konto verknüpft: Es ist Ihr einziger Zugang.
profile-external-none = Nicht verknüpft
profile-external-since = Verknüpft seit { $date }
profile-external-link = Verknüpfen
profile-external-unlink = Verknüpfung lösen
sign-out = Abmelden

## Where the session is kept

key-storage-keychain = Liegt in { $name }
key-storage-keychain-effect = Der Schlüssel dieses Geräts liegt im Schlüsselbund Ihres Systems. Sie bleiben nach einem Neustart angemeldet, und ein kopierter Profilordner nützt auf einem anderen Rechner nichts.
key-storage-title-no_session_bus = Der Schlüsselbund ist nicht erreichbar
key-storage-title-no_service = Kein Schlüsselbund auf diesem Rechner
key-storage-title-locked = Der Schlüsselbund ist gesperrt
key-storage-title-denied = Das System lässt Keyholder nicht an den Schlüsselbund
key-storage-title-failed = Der Schlüsselbund behält nicht, was man ihm gibt
key-storage-memory-effect = Sie bleiben angemeldet, bis Sie Keyholder schließen. Auf die Festplatte wird nichts geschrieben.
key-storage-problem-no_session_bus = Die App fand keinen Sitzungsbus, über den Linux-Programme den Schlüsselbund erreichen.
key-storage-problem-no_service = Es läuft kein Schlüsselbunddienst. GNOME-Schlüsselbund oder KWallet bringt einen mit.
key-storage-problem-locked = Der Schlüsselbund ist gesperrt. Entsperren Sie ihn und starten Sie Keyholder neu.
key-storage-problem-denied = Das System ließ die App nicht an den Schlüsselbund.
key-storage-problem-failed = Der Schlüsselbund behielt nicht, was die App ihm zur Probe gab.

## Shell

shell-skip = Zum Inhalt springen
shell-navigation = Bereiche
shell-close = Schließen
shell-toasts = Hinweise
shell-try-again = Noch einmal versuchen
shell-fault-title = In diesem Bereich ist ein Fehler aufgetreten
shell-fault-body = Dadurch wurde nichts geändert. Versuchen Sie es noch einmal; kommt es wieder vor, starten Sie Keyholder neu.
shell-locked-title = Dieser Bereich ist für Sie gesperrt
shell-not-found-title = Diesen Bereich gibt es nicht
shell-not-found-body = Die Adresse führt nirgendwohin. Wählen Sie links einen Bereich oder öffnen Sie die Befehle.
start-nothing-title = Willkommen, { $name }
start-nothing-body = Ihre Rollen wirken dort, wo Sie arbeiten, zum Beispiel an der Kasse. Zu verwalten gibt es für Sie hier nichts.
start-no-customer-body = Sie gehören zurzeit zu keinem Kunden. Überrascht Sie das, fragen Sie die Person, die Sie eingeladen hat.
screen-users = Benutzer
screen-about = Über die App und ihre Sicherheit
connection-online = Verbunden
connection-online-as-of = Verbunden, Stand { $time }
connection-offline = Offline
connection-offline-as-of = Offline, Stand { $time }
customer-switch = Kunde
user-menu = Ihr Konto
settings-menu = Einstellungen
settings-administration = Benutzerverwaltung
theme-title = Darstellung
theme-system = Wie das System
theme-light = Hell
theme-dark = Dunkel
language-title = Sprache
language-system = Wie das System
language-current = Deutsch
about-lead = Was diese App auf diesem Rechner über sich zeigen kann.
about-copy = Angaben kopieren
about-copied = Angaben kopiert
about-keys = Schlüssel dieses Geräts
about-service = Dienst
about-session = Sitzung
about-session-bound = An den Schlüssel dieses Geräts gebunden: Ein gestohlenes Token nützt ohne ihn nichts. Sie endet, wenn Sie sich abmelden oder ein Administrator Sie deaktiviert.
about-version = Version
palette-open = Suchen oder etwas tun
palette-title = Befehle
palette-placeholder = Was möchten Sie tun?
palette-none = Nichts gefunden zu „{ $search }“
palette-actions = Aktionen
palette-screens = Gehe zu
palette-settings = Einstellungen
palette-setting = { $name }: { $value }
help-title = Tastatur
help-general = Überall
help-list = In Listen
action-palette = Befehle
action-help = Tastenkürzel
action-add-user = Benutzer hinzufügen
action-search = Benutzer suchen
action-next-row = Nächste Zeile
action-previous-row = Vorige Zeile
action-select-row = Zeile auswählen, mit Umschalt einen Bereich
action-open-row = Zeile öffnen
action-invite = Ausgewählte Benutzer einladen
## Benutzer

users-title = Benutzer
users-count =
    { $count ->
        [one] { $shown } Benutzer
       *[other] { $shown } Benutzer
    }
users-add = Benutzer hinzufügen
users-invite =
    { $count ->
        [0] Einladen
        [one] { $count } Benutzer einladen
       *[other] { $count } Benutzer einladen
    }
users-invite-none = Wählen Sie zuerst Benutzer aus, die auf eine Einladung warten.
users-search = Benutzer suchen
users-search-placeholder = Name oder Anmeldename
users-search-clear = Suche leeren
users-filter-status = Status
users-filter-role = Rolle
users-filter-location = Standort
users-filter-kind = Art
users-filter-kind-any = Mit und ohne E-Mail
users-filter-button =
    { $count ->
        [0] { $name }
       *[other] { $name } · { $count }
    }
users-filter-remove = Filter { $name } entfernen
users-filters-on = Verwendete Filter
users-filters-clear = Filter leeren
users-columns = Spalten
users-column-name = Name
users-column-status = Status
users-column-roles = Rollen
users-column-reach = Standorte
users-column-last_sign_in_at = Letzte Anmeldung
users-head-last_sign_in_at = Angemeldet
users-column-second_factor = 2FA
users-column-sign_in_way = Anmeldung mit
users-filter-factor = 2FA
users-filter-way = Art der Anmeldung
factor-none = Keine
factor-none-long = Ohne zweiten Faktor
factor-mailed_code = E-Mail
factor-mailed_code-long = Code per E-Mail
factor-app = App
factor-app-long = Authenticator-App
listed-way-password = Passwort
listed-way-external = Microsoft oder anderer Anbieter
listed-way-not_yet = Noch nicht
factor-passkey = Passkey
factor-passkey-long = Passkey oder Sicherheitsschlüssel
users-column-sign_in_name = Anmeldename
users-column-kind = Art
users-column-created_at = Hinzugefügt
users-column-origin = Herkunft
users-column-buttons = Aktionen
users-never = Nie
users-own = Sie
users-pending = Einladung offen
users-row-open = Details zu { $name }
users-row-invite = { $name } eine Einladung senden
users-row-deactivate = { $name } deaktivieren
users-row-reactivate = { $name } reaktivieren
users-details = Details zum Benutzer
users-close = Schließen
users-cancel = Abbrechen
users-undo = Rückgängig
users-retry = Erneut versuchen
users-failed = Die Benutzer konnten nicht geladen werden
users-failed-one = Dieser Benutzer konnte nicht geladen werden
users-empty-title = Noch niemand hier
users-empty-why = Fügen Sie die Menschen hinzu, die mit Ihren Zahlungen arbeiten. Jeder bekommt eine eigene Anmeldung, mit genau dem Zugang, der nötig ist.
users-none-found = Niemand passt zu „{ $search }“
users-none-filtered = Niemand passt zu diesen Filtern
users-none-hint-search = Gesucht wurde in Namen und Anmeldenamen. Versuchen Sie einen Teil des Namens.
users-none-hint-filters = Die Filter engen die Liste weiter ein. Entfernen Sie einen oder zeigen Sie alle.
users-show-all = Alle zeigen
users-offline =
    { $minutes ->
        [0] Es gibt keine Verbindung. Die Liste ist von { $time }. Ändern lässt sich erst wieder etwas, wenn die Verbindung steht.
        [one] Es gibt keine Verbindung. Die Liste ist von { $time }, vor einer Minute. Ändern lässt sich erst wieder etwas, wenn die Verbindung steht.
       *[other] Es gibt keine Verbindung. Die Liste ist von { $time }, vor { $minutes } Minuten. Ändern lässt sich erst wieder etwas, wenn die Verbindung steht.
    }
users-offline-copy = Es gibt keine Verbindung. Das ist die Liste, Stand { $time }, { $age }. Sie lässt sich durchsuchen und lesen, zuletzt { $left }; geändert werden kann nichts, bis die Verbindung wieder da ist.
users-offline-part = Sie enthält { $rows } von { $total } Benutzern.
users-offline-why-none = Zum Lesen ohne Verbindung wurde keine Kopie der Liste aufbewahrt.
users-offline-why-no_keychain = Dieser Computer hat keinen Schlüsselbund, der eine Kopie schützen würde; deshalb wird zum Lesen ohne Verbindung keine aufbewahrt.
users-offline-why-time_up = Die Kopie zum Lesen ohne Verbindung wurde gelöscht, weil ihre Zeit um war.
users-offline-why-clock_set_back = Die Kopie zum Lesen ohne Verbindung wurde gelöscht, weil die Uhr dieses Computers zurückgestellt wurde.
problem-offline_bin = Es gibt keine Verbindung, und die Kopie der Liste enthält niemanden, der im Papierkorb liegt. Sehen Sie dort nach, wenn die Verbindung wieder da ist.
users-done-invite = Einladung an { $name } gesendet
users-done-deactivate = { $name } wurde deaktiviert und abgemeldet
users-done-reactivate = { $name } wurde reaktiviert
users-done-change_roles = Rollen von { $name } gespeichert
users-done-change_scope = Standorte von { $name } gespeichert

## Benutzer: Details

panel-access = Zugang
panel-security = Sicherheit
panel-activity = Aktivitäten
panel-resend = Neue Einladung senden
panel-make-link = Aktivierungslink erzeugen
panel-roles = Rollen
panel-roles-wait = Wartet auf eine zweite Zustimmung: { $roles }.
panel-roles-none = Noch keine Rolle: Hier ist nichts erlaubt.
panel-reach = Standorte
panel-permissions =
    { $count ->
        [0] Keine Berechtigung wirkt
        [one] { $count } Berechtigung
       *[other] { $count } Berechtigungen
    }
panel-critical = Kritisch:
panel-moment = { $relative } ({ $exact })
panel-language = Sprache der Mails
panel-own-data = Name, Adresse und Sprache ändert jeder Benutzer selbst im eigenen Profil.
panel-activity-none = Bisher ist nichts geschehen.
panel-activity-more = Frühere Aktivitäten zeigen
panel-activity-failed = Die Aktivitäten konnten nicht geladen werden
panel-activity-locked = Die Aktivitäten sind gesperrt
group-mailbox-title = Dieses Postfach lesen vielleicht mehrere
group-mailbox-why = Aktivierungs- und Rücksetzlinks gehen dorthin, also käme jeder hinein, der mitliest. Eine persönliche Adresse ist sicherer.

## Benutzer: Rollen

roles-choose = Rollen
roles-not-grantable = Sie können nur geben, was Sie selbst haben.
roles-at-least-one = Wählen Sie mindestens eine Rolle.
roles-change-title = Rollen von { $name }
roles-change-save = Rollen von { $name } speichern
roles-change-effect = Was sich ändert
roles-change-none = Für { $name } ändert sich nichts.
roles-change-same = Die Rollen ändern sich, aber { $name } darf dasselbe wie bisher.
roles-change-gains = { $name } gewinnt: { $gained }.
roles-change-loses = { $name } verliert: { $lost }.
roles-change-gains-and-loses = { $name } gewinnt: { $gained }. Verloren gehen: { $lost }.
roles-change-more = { $count } weitere
roles-change-reach = Soweit sie an Standorten hängen, gelten sie für: { $reach }.

## Benutzer: mehrere auf einmal

bulk-label = Aktionen für die ausgewählten Benutzer
bulk-selected = { $count } ausgewählt
bulk-clear = Auswahl leeren
bulk-invite =
    { $count ->
        [one] { $count } Benutzer einladen
       *[other] { $count } Benutzer einladen
    }
bulk-invite-means = Benutzer mit E-Mail-Adresse bekommen einen Link, der 48 Stunden gilt; frühere Links verfallen. Für Benutzer ohne Adresse werden Ihnen die Links einmal gezeigt.
bulk-deactivate =
    { $count ->
        [one] { $count } Benutzer deaktivieren
       *[other] { $count } Benutzer deaktivieren
    }
bulk-deactivate-means = Sie werden sofort abgemeldet und können sich hier nicht anmelden, bis sie reaktiviert werden.
bulk-reactivate =
    { $count ->
        [one] { $count } Benutzer reaktivieren
       *[other] { $count } Benutzer reaktivieren
    }
bulk-reactivate-means = Sie können sich hier wieder anmelden, mit den Rollen, die sie hatten.
bulk-skipped =
    { $count ->
        [one] { $count } von { $total } wird übersprungen, denn:
       *[other] { $count } von { $total } werden übersprungen, denn:
    }
bulk-running = Läuft …
bulk-finished = Fertig
bulk-progress = { $done } von { $total }
bulk-stop = Anhalten
bulk-results = Ergebnisse
bulk-done = erledigt
bulk-failed = nicht erledigt
bulk-retry = { $count } erneut versuchen

## Benutzer: hinzufügen

add-title = Benutzer hinzufügen
add-step-who = Wer
add-step-access = Zugang
add-step-review = Prüfen
add-progress = Schritt { $step } von { $steps }
add-next = Weiter
add-back = Zurück
add-save = Benutzer hinzufügen
add-kind = Wie meldet sich diese Person an?
add-kind-verified = Mit der eigenen E-Mail-Adresse
add-kind-verified-description = Empfohlen. Einladungen und Rücksetzlinks kommen per Mail.
add-kind-unverified = Mit einem erzeugten Namen
add-kind-unverified-description = Nur für Personen ohne E-Mail-Adresse.
add-email = E-Mail-Adresse
add-email-personal = Eine persönliche Adresse. Vermeiden Sie Postfächer, die mehrere lesen, etwa info@ oder office@: Aktivierungs- und Rücksetzlinks gehen dorthin.
add-way = Womit?
add-way-password-description = Die Person wählt ein Passwort, wenn sie die Einladung öffnet.
add-way-external-description = Die Einladung führt dorthin. Es geht nur mit dem Konto dieser Adresse, ein Passwort gibt es hier nicht, und später ist es nicht mehr wählbar.
way-password = Mit einem eigenen Passwort
way-microsoft = Mit dem eigenen Microsoft-Konto
way-external = Mit dem Konto bei einem anderen Anbieter
way-external-means = Hier gibt es kein Passwort: Nichts läuft ab, wird zurückgesetzt oder gemeldet. Der zweite Faktor ist der, der hier eingerichtet ist.
add-given-name = Vorname
add-family-name = Nachname
add-language = Sprache
add-language-description = Für Mails und Kontoseiten.
add-unverified-title = Ohne E-Mail geht manches nicht
add-unverified-why = Sie übergeben den Aktivierungslink selbst, und später jeden Rücksetzlink auch. Ein vergessenes Passwort kann die Person nicht allein zurücksetzen.
add-approval = { $name } wird sofort hinzugefügt, ohne die kritischen Rollen, und kann eingeladen werden. Eine zweite Administratorin oder ein zweiter Administrator liest die Anfrage; stimmt innerhalb von 72 Stunden niemand zu, bleibt es dabei.
several-approval = Sie werden sofort hinzugefügt, ohne die kritischen Rollen, und können eingeladen werden. Eine zweite Administratorin oder ein zweiter Administrator liest die Anfragen; wem innerhalb von 72 Stunden niemand zustimmt, bei dem bleibt es dabei. Höchstens 100 Änderungen warten gleichzeitig.
offer-waiting = Wartet auf eine zweite Zustimmung: { $roles }. Bis dahin arbeitet { $name } ohne.
invite-one-left = Innerhalb der Stunde kann noch ein Link an diese Person gesendet werden.
invite-none-left = Vor { $at } kann kein weiterer Link an diese Person gesendet werden.
several-waiting =
    { $count ->
        [one] Die kritischen Rollen von 1 Person warten unter „Zustimmungen“. Einladen geht inzwischen.
       *[other] Die kritischen Rollen von { $count } Personen warten unter „Zustimmungen“. Einladen geht inzwischen.
    }
add-reach = Wo gilt der Zugang?
add-reach-limited = Ihr eigener Zugang ist auf Standorte begrenzt, deshalb können Sie nur einiges davon geben.
add-review-verified =
    { $scope ->
        [all]
            { $role_count ->
                [one] { $name } meldet sich als { $email } an, mit der Rolle { $roles }, an allen Standorten.
               *[other] { $name } meldet sich als { $email } an, mit den Rollen { $roles }, an allen Standorten.
            }
        [only]
            { $role_count ->
                [one] { $name } meldet sich als { $email } an, mit der Rolle { $roles }, nur an diesen Standorten: { $locations }.
               *[other] { $name } meldet sich als { $email } an, mit den Rollen { $roles }, nur an diesen Standorten: { $locations }.
            }
       *[none_yet]
            { $role_count ->
                [one] { $name } meldet sich als { $email } an, mit der Rolle { $roles }, noch an keinem Standort.
               *[other] { $name } meldet sich als { $email } an, mit den Rollen { $roles }, noch an keinem Standort.
            }
    }
add-review-unverified =
    { $scope ->
        [all]
            { $role_count ->
                [one] { $name } meldet sich mit einem erzeugten Namen an, mit der Rolle { $roles }, an allen Standorten.
               *[other] { $name } meldet sich mit einem erzeugten Namen an, mit den Rollen { $roles }, an allen Standorten.
            }
        [only]
            { $role_count ->
                [one] { $name } meldet sich mit einem erzeugten Namen an, mit der Rolle { $roles }, nur an diesen Standorten: { $locations }.
               *[other] { $name } meldet sich mit einem erzeugten Namen an, mit den Rollen { $roles }, nur an diesen Standorten: { $locations }.
            }
       *[none_yet]
            { $role_count ->
                [one] { $name } meldet sich mit einem erzeugten Namen an, mit der Rolle { $roles }, noch an keinem Standort.
               *[other] { $name } meldet sich mit einem erzeugten Namen an, mit den Rollen { $roles }, noch an keinem Standort.
            }
    }
add-kind-several = Mehrere Personen
add-kind-several-description = Fügen Sie die Adressen ein. Alle erhalten denselben Zugang.
several-addresses = Adressen
several-addresses-description = Getrennt durch Kommas, Leerzeichen oder Zeilen; Namen dürfen davor stehen, etwa Nina Hofer <nina@example.com>. Höchstens 1.000.
several-not_an_email = Das ist keine E-Mail-Adresse.
several-name_missing = Schreiben Sie den Namen davor: Vorname Nachname <Adresse>.
several-people = Personen der Liste
several-skipped =
    { $count } von { $total } ausgelassen; { $repeated ->
        [0] keine Adresse steht doppelt da.
        [one] eine Adresse steht noch einmal da.
       *[other] { $repeated } Adressen stehen noch einmal da.
    }
several-save =
    { $count ->
        [one] Eine Person hinzufügen
       *[other] { $count } Personen hinzufügen
    }
several-adding =
    { $count ->
        [one] Eine Person wird hinzugefügt
       *[other] { $count } Personen werden hinzugefügt
    }
several-inviting =
    { $count ->
        [one] Eine Person wird eingeladen
       *[other] { $count } Personen werden eingeladen
    }
several-invite =
    { $count ->
        [one] Eine Person einladen
       *[other] { $count } Personen einladen
    }
several-offer =
    { $count ->
        [one] Eine Person wurde hinzugefügt. Ohne Einladung kommt sie nicht hinein; Sie können sie auch später aus der Liste senden.
       *[other] { $count } Personen wurden hinzugefügt. Ohne Einladung kommen sie nicht hinein; Sie können sie auch später aus der Liste senden.
    }
add-review-several =
    { $scope ->
        [all]
            { $role_count ->
                [one] { $count ->
                    [one] Eine Person erhält die Rolle { $roles }, an allen Standorten.
                   *[other] { $count } Personen erhalten die Rolle { $roles }, an allen Standorten.
                }
               *[other] { $count ->
                    [one] Eine Person erhält die Rollen { $roles }, an allen Standorten.
                   *[other] { $count } Personen erhalten die Rollen { $roles }, an allen Standorten.
                }
            }
        [only]
            { $role_count ->
                [one] { $count ->
                    [one] Eine Person erhält die Rolle { $roles }, nur an diesen Standorten: { $locations }.
                   *[other] { $count } Personen erhalten die Rolle { $roles }, nur an diesen Standorten: { $locations }.
                }
               *[other] { $count ->
                    [one] Eine Person erhält die Rollen { $roles }, nur an diesen Standorten: { $locations }.
                   *[other] { $count } Personen erhalten die Rollen { $roles }, nur an diesen Standorten: { $locations }.
                }
            }
       *[none_yet]
            { $role_count ->
                [one] { $count ->
                    [one] Eine Person erhält die Rolle { $roles }, noch an keinem Standort.
                   *[other] { $count } Personen erhalten die Rolle { $roles }, noch an keinem Standort.
                }
               *[other] { $count ->
                    [one] Eine Person erhält die Rollen { $roles }, noch an keinem Standort.
                   *[other] { $count } Personen erhalten die Rollen { $roles }, noch an keinem Standort.
                }
            }
    }
add-review-critical =
    { $count ->
        [one] Damit geben Sie eine kritische Berechtigung
       *[other] Damit geben Sie { $count } kritische Berechtigungen
    }
add-review-risk = { $permission }: { $risk }
add-review-next = Es wird noch nichts verschickt. Danach entscheiden Sie, ob Sie jetzt oder später einladen.
offer-title = { $name } wurde hinzugefügt. Jetzt einladen?
offer-mail = Eine Einladung mit Aktivierungslink geht an { $sign_in_name }. Ohne sie kommt { $name } nicht hinein. Sie können sie auch später aus der Liste senden.
offer-link = { $name } braucht einen Aktivierungslink, den Sie selbst übergeben. Sie können ihn auch später aus der Liste erzeugen.
offer-sign-in-name = Der Anmeldename lautet
offer-send = Einladung senden
offer-later = Nicht jetzt
link-title = Aktivierungslink für { $name }
link-reset-title = Link zum Zurücksetzen für { $name }
link-what = Mit diesem Link setzt { $name } ein Passwort. Er wird nur jetzt gezeigt.
link-copy = Link kopieren
link-copied = Kopiert
link-print = Drucken
link-qr = Link von { $name } als QR-Code
link-code = Code
link-code-advice = Nennen Sie diese sechs Ziffern auf einem anderen Weg als den Link, zum Beispiel am Telefon. Nach fünf falschen Codes ist der Link wertlos.
link-advice-once = Er gilt einmal, bis { $until }. Ein neuer Link ersetzt ihn.
link-advice-personally = Übergeben Sie ihn persönlich oder auf einem Weg, den nur diese Person liest.
link-advice-end = Sobald Sie hier schließen, kann ihn niemand mehr sehen.
link-close = Ich habe den Link
link-paper-title = Ihr Zugang zu Keyholder
link-paper-what = Für { $name } und für niemanden sonst: Scannen Sie das Bild mit dem Telefon, oder tippen Sie die Adresse in einen Browser.
link-paper-code = Die Seite fragt nach sechs Ziffern. Wer Ihnen dieses Blatt gegeben hat, nennt sie Ihnen getrennt davon.
locations-search = Standorte suchen
locations-search-placeholder = Name, Website, Adresse oder Terminalnummer
locations-none-found = Kein Standort passt zu „{ $search }“
locations-more = Es gibt weitere. Suchen Sie, um sie zu finden.
locations-chosen =
    { $count ->
        [0] Standorte auswählen
        [one] { $count } Standort ausgewählt
       *[other] { $count } Standorte ausgewählt
    }
locations-remove = Standort { $name } entfernen
locations-failed = Die Standorte konnten nicht gelesen werden
scope-change-title = Standorte von { $name }
scope-change-save = Standorte von { $name } speichern
scope-change-choose = Wählen Sie mindestens einen Standort.
scope-change-to-all = { $name } gewinnt alle Standorte, auch später hinzugefügte.
scope-change-to-none = { $name } verliert alle Standorte. Was an Standorten hängt, geht nicht, bis jemand wählt.
scope-change-from-all = { $name } behält { $kept } und verliert alle anderen Standorte.
scope-change-gains = { $name } gewinnt: { $gained }.
scope-change-loses = { $name } verliert: { $lost }.
scope-change-gains-and-loses = { $name } gewinnt: { $gained }. Verloren gehen: { $lost }.
