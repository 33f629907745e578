# Passwörter: abgelaufene, vergessene, das eigene, und Links zum Zurücksetzen.

sign-in-codes = Ihre Codes
sign-in-forgotten = Passwort vergessen?

password-new = Neues Passwort
password-repeat = Passwort wiederholen
password-rules = Wie das Passwort sein muss
password-rule-met = erfüllt
password-rule-length = Mindestens { $min } Zeichen
password-rule-letters-digits = Buchstaben und Ziffern
password-rule-cases = Groß- und Kleinbuchstaben
password-rule-digit = Eine Ziffer
password-rule-special = Ein Sonderzeichen
password-rule-guessable = Nicht leicht zu erraten: keine einzelnen Wörter, keine Wiederholungen
password-rule-names = Weder Ihr Name noch Ihre Adresse noch der Name der Firma
password-yours = Gehört Ihnen allein: Sagen Sie es niemandem, auch nicht im Kollegium oder der Administration.

expired-title = Neues Passwort festlegen
expired-intro = Ihr Passwort stimmt, ist aber abgelaufen. Legen Sie ein neues fest, um fortzufahren.
expired-submit = Passwort festlegen und anmelden
expired-back = Zurück zur Anmeldung
expired-again = Neu anmelden
expired-too-late = Das hat länger als zehn Minuten gedauert oder wurde anderswo abgeschlossen. Melden Sie sich neu an.

mailed-code-title = Code eingeben
mailed-code-intro = Der erste Schritt ist getan. Wir haben einen Code an { $address } geschickt.
mailed-code-none = Der erste Schritt ist getan, aber in der letzten Stunde gingen zu viele Codes an Sie. Versuchen Sie es später wieder, oder fordern Sie noch einen an.
mailed-code-sent-again = Ein weiterer Code ist unterwegs. Nur der neueste gilt.
mailed-code-label = Code
mailed-code-hint = Sechs Ziffern. Er kann eine Minute brauchen; sehen Sie auch im Spam-Ordner nach.
mailed-code-wrong = Das ist nicht der Code dieser Anmeldung. Geben Sie den aus der neuesten E-Mail ein.
mailed-code-another = Weiteren Code schicken
mailed-code-another-wait = Weiterer Code in { $left }
mailed-code-last = Für diese Anmeldung gibt es keine weiteren Codes. Ist keiner angekommen, gehen Sie zurück und melden Sie sich später wieder an.
second-factor-title = Code eingeben
second-factor-passkey-title = Passkey zeigen
second-factor-intro = Der erste Schritt ist getan. Geben Sie jetzt den Code ein, den Ihre Authenticator-App anzeigt.
second-factor-code = Code
second-factor-submit = Anmelden
second-factor-use-recovery_code = Wiederherstellungscode benutzen
second-factor-use-authenticator = Authenticator-App benutzen
second-factor-use-passkey = Passkey benutzen
second-factor-passkey-intro = Der erste Schritt ist getan. Zeigen Sie jetzt Ihren Passkey: Ihr Browser fragt danach.
passkey-door-title = Mit einem Passkey anmelden
passkey-door-intro = Ihr Browser fragt nach dieser Zahl und dann nach Ihrem Passkey. Name und Passwort sind nicht nötig.
passkey-door-number = Zahl für den Browser
passkey-door-failed = Dieser Weg ließ sich nicht öffnen
passkey-door-renewed = Das dauerte länger als zehn Minuten. Hier ist eine andere Zahl.
passkey-open = Browser öffnen
passkey-waiting = Ihr Browser fragt jetzt nach dem Passkey. Kommen Sie danach hierher zurück.
passkey-stop = Nicht länger warten
second-factor-recovery-intro = Der erste Schritt ist getan. Geben Sie jetzt einen der Wiederherstellungscodes ein, die Sie aufbewahrt haben. Jeder gilt einmal.
second-factor-recovery-code = Wiederherstellungscode
second-factor-over = Das hat länger als zehn Minuten gedauert, oder es waren fünf falsche Codes. Melden Sie sich neu an.
set-up-title = Zweiten Faktor einrichten
set-up-intro = Der erste Schritt ist getan. Hier gehört zur Anmeldung auch ein Code aus einer Authenticator-App, und Sie haben noch keine eingerichtet. Es dauert zwei Minuten.
set-up-type = Geben Sie die sechs Ziffern ein, die die App zeigt.
set-up-submit = Einrichten und weiter
set-up-failed = Das Bild konnte nicht geholt werden
set-up-name = Mein Telefon
set-up-passkey = Stattdessen einen Passkey einrichten
set-up-passkey-title = Passkey einrichten
set-up-passkey-intro = Ihr Browser fragt nach Ihrem Fingerabdruck, Ihrem Gesicht, Ihrer PIN oder Ihrem Sicherheitsschlüssel. Kommen Sie dann hierher zurück: Als Nächstes werden Ihre Wiederherstellungscodes angezeigt.
set-up-app = Stattdessen eine Authenticator-App einrichten
set-up-codes-done = Weiter

forgotten-title = Passwort vergessen?
forgotten-intro = Geben Sie Ihre E-Mail-Adresse ein. Wenn es dazu eine Anmeldung gibt, kommt gleich ein Link, mit dem Sie ein neues Passwort festlegen. Er gilt 60 Minuten.
forgotten-name = E-Mail-Adresse
forgotten-no-mailbox = Sie melden sich mit einem Benutzernamen an? Dann gibt Ihnen Ihre Administration einen Link.
forgotten-submit = Link senden
forgotten-done-title = Sehen Sie in Ihr Postfach
forgotten-done = Wenn es zu dieser Adresse eine Anmeldung gibt, ist der Link unterwegs. In einer Stunde werden höchstens drei gesendet.
forgotten-back = Zurück zur Anmeldung

own-password-title = Passwort
own-password-managed-microsoft = Ihr Passwort verwaltet Microsoft: Sie melden sich dort an und haben hier keines. Wenn jemand anderes es kennen könnte, ändern Sie es dort.
own-password-managed-other = Ihr Passwort verwaltet Ihre Organisation: Sie melden sich dort an und haben hier keines. Wenn jemand anderes es kennen könnte, ändern Sie es dort.
own-password-advice = Ihr Passwort gehört Ihnen allein: Geben Sie es niemandem, auch nicht im Kollegium oder der Administration. Niemand bei Keyholder fragt danach.
own-password-change = Passwort ändern
own-password-current = Jetziges Passwort
own-password-save = Passwort ändern
own-password-effect = Hier bleiben Sie angemeldet. Alle anderen Geräte werden abgemeldet.
own-password-changed = Ihr Passwort wurde geändert; andere Geräte sind abgemeldet
own-password-leaked = Mein Passwort ist vielleicht bekannt
leaked-intro = Tun Sie das, wenn jemand anderes Ihr Passwort kennen könnte. Sofort:
leaked-effect-password = öffnet das Passwort nichts mehr,
leaked-effect-sessions = werden Sie auf allen Geräten abgemeldet, auch hier,
leaked-effect-confirming = kein Gerät bestätigt mehr Ihre Anmeldungen,
leaked-effect-administrators = erfährt es Ihre Administration.
leaked-next-mail = Legen Sie danach mit dem Link in Ihrem Postfach ein neues Passwort fest.
leaked-next-hand = Bitten Sie danach Ihre Administration um einen Link für ein neues Passwort.
leaked-why-password = Damit das niemand anderes in Ihrem Namen tut.
leaked-keep-confirming = Meine Geräte sollen weiter Anmeldungen bestätigen
leaked-keep-confirming-help = Nur wenn Sie alle kennen: { $devices }
leaked-submit = Passwort sperren und abmelden
leaked-done-mail = Ihr Passwort ist gesperrt. Der Link für ein neues liegt in Ihrem Postfach.
leaked-done-hand = Ihr Passwort ist gesperrt. Bitten Sie Ihre Administration um einen Link für ein neues.

user-action-send_reset_link = Link zum Zurücksetzen senden
user-action-unlock = Entsperren
panel-make-reset-link = Link zum Zurücksetzen erstellen
users-done-send_reset_link = Link zum Zurücksetzen an { $name } gesendet
users-done-unlock = { $name } kann sich wieder anmelden
bulk-unlock =
    { $count ->
        [one] { $count } Benutzer entsperren
       *[other] { $count } Benutzer entsperren
    }
bulk-unlock-means = Sie können ihr Passwort sofort wieder eingeben. Eine Sperre nach langer Abwesenheit hebt nur ein Link zum Zurücksetzen auf.
bulk-send_reset_link =
    { $count ->
        [one] { $count } Link zum Zurücksetzen senden
       *[other] { $count } Links zum Zurücksetzen senden
    }
bulk-send_reset_link-means = Benutzer mit E-Mail-Adresse bekommen einen Link, der 60 Minuten gilt. Für Benutzer ohne Adresse werden Ihnen die Links einmal gezeigt. Der Status ändert sich erst mit dem neuen Passwort.
users-row-unlock = { $name } entsperren
users-row-send_reset_link = { $name } einen Link zum Zurücksetzen senden

second-factor-use-device = Auf einem anderen Gerät bestätigen
ask-device-title = Auf einem anderen Gerät bestätigen
ask-device-intro = Der erste Schritt ist getan. Ein Gerät, auf dem Sie angemeldet sind, fragt Sie, ob Sie das sind.
ask-device = Mein Gerät fragen
ask-device-again = Noch einmal fragen
ask-device-number = Zahl für das andere Gerät
ask-device-waiting = Geben Sie diese Zahl dort ein. Sie gilt noch { $left }.
ask-device-lapsed = Niemand hat innerhalb einer Minute geantwortet.
ask-device-refused = Die Antwort war, dass Sie es nicht sind. Diese Anmeldung ist beendet.
ask-device-void = Drei falsche Zahlen wurden eingegeben. Fragen Sie noch einmal.
ask-device-superseded = Eine neuere Anfrage ist an ihre Stelle getreten.
