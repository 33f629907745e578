# The life of a user: the bin, becoming verified, where somebody came from, how many there are.

## The bin

life-bin = Papierkorb
life-bin-title = Im Papierkorb
life-bin-until = Wird { $relative } ausgelöscht, am { $date }. Bis dahin lässt sich alles zurücknehmen; danach bleibt nichts, was diese Person nennt.
life-bin-empty-title = Der Papierkorb ist leer
life-bin-empty-why = Wen Sie löschen, liegt 30 Tage hier und lässt sich zurückholen. Danach wird ausgelöscht, was bekannt ist.
status-deleted-detail = ausgelöscht { $until }
user-action-delete = Löschen
user-action-restore = Wiederherstellen
users-row-delete = { $name } löschen
users-row-restore = { $name } aus dem Papierkorb holen
users-done-delete = { $name } wurde gelöscht und abgemeldet. Der Zugang lässt sich 30 Tage lang wiederherstellen.
users-done-restore = { $name } ist wieder da, mit dem Zugang von vorher
activity-erased-person = Gelöschter Benutzer { $code }
activity-did-user_deleted = { $actor } hat { $target } gelöscht
activity-did-user_restored = { $actor } hat { $target } aus dem Papierkorb geholt
activity-did-user_erased = Was über { $target } bekannt war, wurde ausgelöscht
audit-user_deleted = Gelöscht
audit-user_restored = Wiederhergestellt
audit-user_erased = Nach 30 Tagen im Papierkorb ausgelöscht

## Becoming verified

life-verified-stays = Das bleibt so: Links, die jemand anderes übergibt, wären ein schwächerer Weg zurück in das Konto.
life-unverified-stays = Sobald ein Postfach da ist, geben Sie eine E-Mail-Adresse.
life-convert-title = E-Mail-Adresse für { $name }
life-convert-what = { $name } meldet sich von nun an mit der Adresse an. Der Name { $username } und das jetzige Passwort gelten sofort nicht mehr. Ein Aktivierungslink geht an die Adresse; bis er benutzt ist, kommt { $name } nicht hinein.
life-convert-final = Das lässt sich nicht zurücknehmen: Wer eine Adresse hat, meldet sich weiter mit einer an.
life-convert-missing = Geben Sie zuerst die Adresse ein.
life-convert-send = Aktivierungslink senden
life-convert-done = { $name } meldet sich jetzt als { $email } an. Der Aktivierungslink ist unterwegs.
user-action-convert = E-Mail-Adresse geben
activity-did-user_converted = { $actor } hat { $target } eine E-Mail-Adresse für die Anmeldung gegeben
audit-user_converted = E-Mail-Adresse erhalten
problem-already_verified = Es wurde nichts geändert: Wer eine E-Mail-Adresse hat, behält eine. Links, die jemand anderes übergibt, wären ein schwächerer Weg zurück in das Konto.

## Where somebody came from

origin-import = Aus einer Datei übernommen
origin-scim = Aus Ihrem Verzeichnis (SCIM)
origin-legacy = Aus dem System davor
origin-api_key = Von einem Programm angelegt
users-filter-origin = Herkunft
life-foreign-title = Wird anderswo geführt
life-foreign-why = { $origin }. Links senden und Sperren aufheben können Sie; Rollen, Status und Daten ändern Sie, sobald Sie den Benutzer übernehmen. Das wird im Verlauf festgehalten.
life-adopted = Übernommen am { $date }
life-moment-by = { $date }, von { $name }
life-invited-by = Eingeladen von
user-action-adopt = Übernehmen
users-done-adopt = { $name } wird jetzt von Ihnen verwaltet
activity-did-user_adopted = { $actor } hat { $target } übernommen
audit-user_adopted = Übernommen
problem-adopt_first = Es wurde nichts geändert: Dieser Benutzer kam auf anderem Weg und wird dort geführt. Übernehmen Sie ihn zuerst, in den Details.
problem-adopted_already = Es wurde nichts geändert: Dieser Benutzer wird schon von Ihnen verwaltet.

## How many

life-count = { $name } · { $count }
life-count-locked = { $users }, { $locked } gesperrt
