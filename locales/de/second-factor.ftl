# Der zweite Faktor der eigenen Anmeldung, und wie man mitten in einer Sitzung zeigt, dass man es ist.

step-up-title = Bestätigen Sie, dass Sie es sind
step-up-lead = Hier geht es darum, wer Zugang hat. Geben Sie Ihr Passwort noch einmal ein, dann geht es weiter. Fünf Minuten lang werden Sie nicht wieder gefragt.
step-up-lead-code = Hier geht es darum, wer Zugang hat. Geben Sie Ihr Passwort und einen Code noch einmal ein, dann geht es weiter. Fünf Minuten lang werden Sie nicht wieder gefragt.
step-up-lead-passkey = Hier geht es darum, wer Zugang hat. Geben Sie Ihr Passwort noch einmal ein; dann fragt Ihr Browser nach Ihrem Passkey, und es geht weiter. Fünf Minuten lang werden Sie nicht wieder gefragt.
step-up-password = Ihr Passwort
step-up-code-help = Der Code, den Ihre Authenticator-App jetzt zeigt.
step-up-recovery-help = Einer der Codes, die Sie aufbewahrt haben. Jeder gilt einmal.
step-up-confirm = Bestätigen und weiter

screen-two-factor = Zwei-Faktor-Authentisierung
screen-two-factor-words = 2FA Authenticator Code Wiederherstellung OTP zweiter Faktor

two-factor-lead = Beim Anmelden wird nach dem Passwort ein Code von Ihrem Telefon oder ein Passkey verlangt. Wer Ihr Passwort erfährt, kommt trotzdem nicht hinein.
two-factor-failed = Ihr zweiter Faktor konnte nicht gelesen werden
two-factor-advice = Schützen Sie Ihre Anmeldung mit einem zweiten Faktor
two-factor-advice-why = Sehr empfohlen: Mit einem Code von Ihrem Telefon öffnet ein gestohlenes Passwort allein nichts. Es dauert zwei Minuten.
two-factor-advice-go = Einrichten
two-factor-profile-lead = Ein Code von Ihrem Telefon, zusätzlich zum Passwort. Sie richten ihn selbst ein und ändern ihn selbst.
two-factor-profile-set-up = Einrichten
two-factor-profile-change = Ansehen
two-factor-on = Die Zwei-Faktor-Authentisierung ist an
two-factor-on-means = Jede Anmeldung verlangt sie nach dem Passwort, bei jedem Kunden, zu dem Sie gehören.
two-factor-mailed = Codes kommen per E-Mail
two-factor-mailed-means = Jede Anmeldung fragt nach einem Code, den wir an Ihre Adresse schicken. Das ist ein schwacher zweiter Faktor: Wer Ihre E-Mails liest, hat ihn, und er öffnet keine geschützten Dienste. Eine Authenticator-App ersetzt ihn, in zwei Minuten.
two-factor-off = Die Zwei-Faktor-Authentisierung ist aus
two-factor-off-means = Sehr empfohlen: Ihr Passwort allein öffnet alles, was Sie dürfen. Das Einrichten dauert zwei Minuten.
two-factor-add = Authenticator-App einrichten
two-factor-add-another = Weitere App hinzufügen
two-factor-added = Die Zwei-Faktor-Authentisierung ist an. Ihre anderen Geräte sind abgemeldet.
two-factor-apps = Authenticator-Apps
two-factor-apps-lead = Ein Code von einer genügt. Eine zweite auf einem anderen Gerät hilft, wenn die erste verloren geht.
two-factor-facts = Hinzugefügt { $added } · zuletzt benutzt { $used }
two-factor-kind = { $algorithm }, { $digits } Stellen
two-factor-rename = Umbenennen
two-factor-rename-named = { $name } umbenennen
two-factor-rename-save = Namen speichern
two-factor-rename-same = Der Name ist derselbe wie vorher.
two-factor-remove = Entfernen
two-factor-remove-named = { $name } entfernen
two-factor-remove-title = { $name } entfernen?
two-factor-remove-last = Damit ist die Zwei-Faktor-Authentisierung aus
two-factor-remove-last-means = Sie haben nichts anderes. Die Anmeldung verlangt dann nur noch das Passwort, und auch Ihre Wiederherstellungscodes verfallen.
two-factor-remove-codes = Ihre Codes öffnen sofort nichts mehr.
two-factor-remove-sessions = Hier bleiben Sie angemeldet. Ihre anderen Geräte werden abgemeldet.
two-factor-remove-entry = Der Eintrag in der App bleibt, bis Sie ihn dort löschen.
two-factor-removed = { $name } ist entfernt. Ihre anderen Geräte sind abgemeldet.
two-factor-name = Name
two-factor-name-help = Damit Sie sie später erkennen, zum Beispiel am Telefon, auf dem sie ist.
two-factor-name-usual = Mein Telefon
passkeys-title = Passkeys und Sicherheitsschlüssel
passkeys-lead = Mit Ihrem Fingerabdruck, Ihrem Gesicht, einer PIN oder einem Schlüssel zum Einstecken. Sie werden in Ihrem Browser eingerichtet und benutzt, und keine falsche Seite kann danach fragen.
passkeys-add = Passkey einrichten
passkeys-add-another = Weiteren Passkey hinzufügen
passkeys-waiting = Ihr Browser richtet den Passkey ein
passkeys-waiting-means = Folgen Sie seinen Hinweisen und kommen Sie dann hierher zurück. Beim ersten zweiten Faktor zeigt die Seite auch Ihre Wiederherstellungscodes.
passkeys-added = Der Passkey ist eingerichtet. Ihre anderen Geräte wurden abgemeldet.
passkeys-remove-use = Er öffnet ab sofort nichts mehr.
passkeys-remove-entry = Auf dem Gerät oder Schlüssel bleibt er, bis Sie ihn dort löschen.
two-factor-step-open = Öffnen Sie eine Authenticator-App und fügen Sie einen Eintrag hinzu
two-factor-step-open-how = Jede App für Einmalcodes geht: Google Authenticator, Microsoft Authenticator und andere.
two-factor-step-scan = Scannen Sie damit das Bild
two-factor-qr = QR-Code für die Authenticator-App
two-factor-step-key = Oder tippen Sie diesen Schlüssel in die App, zeitbasiert:
two-factor-key-copy = Schlüssel kopieren
two-factor-key-copied = Schlüssel kopiert
two-factor-until = Nur jetzt zu sehen. Er wartet bis { $until } auf Sie.
two-factor-step-confirm = Geben Sie den Code ein, den die App zeigt, und Ihr Passwort
two-factor-code-help = { $digits } Stellen, alle 30 Sekunden ein neuer.
two-factor-save-first = Speichern und einschalten
two-factor-save = Speichern

recovery-codes-title = Wiederherstellungscodes
recovery-codes-lead = Jeder lässt Sie einmal anstelle eines Codes oder Passkeys hinein, wenn das Gerät verloren ist.
recovery-codes-left =
    { $count ->
        [0] Keiner übrig
        [one] 1 von 10 übrig
       *[other] { $count } von 10 übrig
    }
recovery-codes-draw = Neue Codes erstellen
recovery-codes-draw-title = Neue Wiederherstellungscodes erstellen?
recovery-codes-draw-lead = Sie bekommen zehn neue. Die bisher aufbewahrten gelten dann nicht mehr.
recovery-codes-keep = Bewahren Sie Ihre Wiederherstellungscodes auf
recovery-codes-what = Ohne Telefon lässt Sie einer dieser Codes anstelle des Codes der App hinein. Jeder gilt einmal. Sie sind nur jetzt zu sehen.
recovery-codes-copy = Codes kopieren
recovery-codes-copied = Codes kopiert
recovery-codes-print = Codes drucken
recovery-codes-save = Als Datei speichern
recovery-codes-where = Am besten auf Papier oder in einem Passwortmanager auf einem anderen Gerät. Wer Ihr Passwort und einen dieser Codes hat, kommt hinein.
recovery-codes-kept = Ich habe die Codes dort, wo ich sie ohne Telefon finde
recovery-codes-not-kept = Bewahren Sie die Codes zuerst auf und bestätigen Sie es oben.
recovery-codes-done = Fertig
recovery-codes-sheet-title = Keyholder: Wiederherstellungscodes
recovery-codes-sheet-of = Für { $name }, erstellt { $at }
recovery-codes-once = Jeder Code gilt einmal, anstelle des Codes der Authenticator-App. Geben Sie sie niemandem.

device-title = Wohin die Codes gehören
device-two = Nehmen Sie ein zweites Gerät: Wer eines davon findet, hat dann nur die Hälfte.
device-password = Keyholder speichert Ihr Passwort nirgends, auch nicht auf diesem Computer.
device-one = Sind die Codes trotzdem auf diesem Computer, steht nur er zwischen einem Finder und Ihrer Anmeldung. Was sein System darüber verrät:
device-disk = Verschlüsselung der Platte
device-disk-on = Ohne Ihr Kennwort liest niemand, was auf der Platte ist.
device-disk-off = Schalten Sie sie in den Einstellungen Ihres Systems ein: Ein verlorener Computer gibt dann nichts preis. Eine Platte, die sich selbst verschlüsselt, ist hier nicht zu erkennen.
device-disk-unknown = Das System verrät es nicht. Sehen Sie in seinen Einstellungen nach.
device-lock = Bildschirmsperre
device-lock-on = Der Bildschirm sperrt sich, wenn Sie weg sind.
device-lock-off = Lassen Sie den Bildschirm sich nach wenigen Minuten sperren, mit Passwort oder Fingerabdruck.
device-lock-unknown = Das System verrät es nicht. Lassen Sie den Bildschirm sich nach wenigen Minuten sperren.
device-manager = Bewahren Sie das Passwort in einem Passwortmanager auf, der sein eigenes verlangt, und entsperren Sie diesen Computer mit Passwort, Fingerabdruck oder Sicherheitsschlüssel.
device-on = An
device-off = Nicht an
device-unknown = Unbekannt
