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
