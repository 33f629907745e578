### Die Wörter der Bildschirme, nach Bildschirm. Regeln: docs/messages.md.


## Sign-in

app-name = Keyholder
sign-in-promise = Wer was darf, und wo. In Ihrer Hand.
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
sign-in-name-help = Einfügen geht hier, und Ihr Passwortmanager auch.
sign-in-password = Passwort
sign-in-show = Zeigen
sign-in-hide = Verbergen
sign-in-submit = Anmelden
sign-out = Abmelden

## Where the session is kept

key-storage-keychain = Liegt in { $name }
key-storage-keychain-effect = Der Schlüssel dieses Geräts liegt im Schlüsselbund Ihres Systems. Sie bleiben nach einem Neustart angemeldet, und ein kopierter Profilordner nützt auf einem anderen Rechner nichts.
key-storage-memory-title = Kein Schlüsselbund auf diesem Rechner
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
start-operator-title = Sie sind als Betreiber angemeldet
start-operator-body = Betreiber richten Kunden, Standorte und Terminals über den Dienst selbst ein. Benutzer verwalten die Administratoren jedes Kunden.
screen-users = Benutzer
screen-about = Über die App und ihre Sicherheit
connection-online = Verbunden
connection-online-as-of = Verbunden, Stand { $time }
connection-offline = Offline
connection-offline-as-of = Offline, Stand { $time }
customer-switch = Kunde
mode-live = Live
mode-test = Test
user-menu = Ihr Konto
settings-menu = Einstellungen
settings-administration = Benutzerverwaltung
theme-title = Aussehen
theme-system = Wie das System
theme-light = Hell
theme-dark = Dunkel
language-title = Sprache
language-system = Wie das System
language-current = Deutsch
about-lead = Was sich über diese App auf diesem Rechner zeigen lässt. Hier steht kein Versprechen, das Sie nicht prüfen können.
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
