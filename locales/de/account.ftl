# Kontoseiten des Dienstes: einfaches HTML im Browser.

account-product = Keyholder
account-languages = Sprache

activate-title = Passwort festlegen
activate-intro = Sie haben Zugang zu { $customer } erhalten. Wählen Sie ein Passwort, das nur Sie kennen; melden Sie sich danach in der Keyholder-App an.
activate-sign-in-name = Sie melden sich an als
activate-password = Neues Passwort
activate-repeat = Passwort wiederholen
activate-rules = Das Passwort enthält
activate-own = Behalten Sie es für sich: Niemand sonst darf es kennen, auch niemand im Kollegium oder in der Administration.
activate-rule-length = mindestens { $min } Zeichen, höchstens { $max }
activate-rule-classes = einen Großbuchstaben, einen Kleinbuchstaben, eine Ziffer und ein Sonderzeichen
activate-rule-letters-digits = Buchstaben und Ziffern
activate-rule-guessable = nichts leicht Erratbares: keine einzelnen Wörter, keine Wiederholungen
activate-rule-names = weder Ihren Namen oder Ihre Adresse noch den Namen der Firma
activate-submit = Passwort festlegen
activate-until = Dieser Link funktioniert bis { $expires }.

accept-title = Zugang annehmen
accept-intro = Sie haben Zugang zu { $customer } erhalten. Sie haben bereits ein Konto; geben Sie dessen Passwort ein, um anzunehmen.
accept-password = Ihr Passwort
accept-submit = Annehmen
accept-refused = Das Passwort stimmt nicht, oder es wurde zu oft ein falsches eingegeben. Versuchen Sie es später wieder, oder fragen Sie Ihre Administration.

external-title = Mit Ihrem Konto anmelden
external-intro-microsoft = Sie haben Zugang zu { $customer } erhalten. Sie melden sich mit Ihrem Microsoft-Konto an und haben hier kein Passwort. Gehen Sie weiter zu Microsoft, wählen Sie das Konto mit dieser Adresse und erlauben Sie die Anmeldung.
external-intro-other = Sie haben Zugang zu { $customer } erhalten. Sie melden sich mit dem Konto Ihrer Organisation an und haben hier kein Passwort. Gehen Sie weiter, wählen Sie das Konto mit dieser Adresse und erlauben Sie die Anmeldung.
external-submit-microsoft = Weiter zu Microsoft
external-submit-other = Weiter zu Ihrer Organisation
external-going = Ihr Browser geht von selbst weiter. Wenn nicht, folgen Sie diesem Link.
external-refused-address = Für das gewählte Konto ist die Adresse { $name } nicht bestätigt. Wählen Sie das Konto mit dieser Adresse, oder fragen Sie Ihre Administration.
external-refused-taken = Das gewählte Konto ist hier mit jemand anderem verknüpft. Wählen Sie das Konto mit der Adresse { $name }.
external-refused-denied = Die Anmeldung wurde dort abgebrochen oder abgelehnt. Es wurde nichts geändert; versuchen Sie es noch einmal.
external-refused-unbelieved = Der Antwort war nicht zu trauen, deshalb wurde nichts geändert. Bitte versuchen Sie es noch einmal. Geschieht es wieder, sagen Sie es Ihrer Administration.
external-done-microsoft = Öffnen Sie die Keyholder-App und wählen Sie „Mit Microsoft anmelden“.
external-done-other = Öffnen Sie die Keyholder-App und wählen Sie „Mit dem Konto Ihrer Organisation anmelden“.
external-accept = Sie melden sich schon mit einem Konto bei einem anderen Anbieter an. Öffnen Sie die Keyholder-App, melden Sie sich wie gewohnt an und nehmen Sie den Zugang zu { $customer } in Ihrem Profil an.

account-errors = Bitte korrigieren Sie, was unten markiert ist.
account-form-stale = Diese Seite war zu lange oder in zwei Fenstern offen. Bitte versuchen Sie es noch einmal.
account-busy = Gerade melden sich zu viele Personen an. Bitte versuchen Sie es gleich noch einmal.

done-title = Alles bereit
done-text = Öffnen Sie die Keyholder-App und melden Sie sich an als
done-accepted-title = Zugang angenommen
done-accepted-text = Öffnen Sie die Keyholder-App: { $customer } steht jetzt bei Ihren Kunden.

member-already-title = Sie gehören schon dazu
member-already-text = Unter dieser Adresse gehören Sie schon zu { $customer }, und dieser Link ändert nichts daran. Wenn Sie dort noch anderswo arbeiten sollen, bitten Sie die Händler-Administration von { $customer }, Ihren Zugang zu ändern.
unusable-title = Dieser Link funktioniert nicht mehr
unusable-why = Er wurde schon verwendet, ist abgelaufen oder wurde durch einen neueren ersetzt.
unusable-used = Wenn Sie Ihr Passwort schon festgelegt haben, melden Sie sich einfach in der Keyholder-App an.
unusable-new = Wenn nicht, suchen Sie nach einer neueren Nachricht, oder bitten Sie Ihre Administration, die Einladung noch einmal zu senden.

trouble-title = Etwas ist schiefgegangen
trouble-text = Der Dienst kann gerade nicht antworten. Es wurde nichts geändert. Bitte versuchen Sie es in ein paar Minuten noch einmal.

reset-title = Neues Passwort festlegen
reset-intro = Wählen Sie ein Passwort, das nur Sie kennen. Es ersetzt das bisherige, und alle Geräte werden abgemeldet.
account-code = Code
account-code-hint = Wer Ihnen den Link gegeben hat, hat Ihnen dazu sechs Ziffern genannt.
account-code-missing = Geben Sie die sechs Ziffern ein, die zum Link gehören.
account-code-wrong =
    { $left ->
        [one] Dieser Code stimmt nicht. Sie haben noch einen Versuch.
       *[other] Dieser Code stimmt nicht. Sie haben noch { $left } Versuche.
    }
account-factor = Code des zweiten Faktors
account-factor-hint = Der Code, den Ihre Authenticator-App jetzt anzeigt, oder einer Ihrer Wiederherstellungscodes.
account-factor-wait =
    { $minutes ->
        [one] Zu viele falsche Codes. Versuchen Sie es in einer Minute wieder.
       *[other] Zu viele falsche Codes. Versuchen Sie es in { $minutes } Minuten wieder.
    }
reset-done-title = Ihr neues Passwort gilt
confirm-change-title = Änderung bestätigen
confirm-change-former = Ihre Anmeldung bei Keyholder soll auf diese E-Mail-Adresse übergehen. Das gilt, sobald auch die neue Adresse bestätigt ist.
confirm-change-new = Dies soll die E-Mail-Adresse Ihrer Anmeldung bei Keyholder werden. Das gilt, sobald auch die alte Adresse bestätigt ist.
confirm-change-proposed = Die Administration von { $customer } schlägt vor, Ihre Daten zu berichtigen. Danach heißt es:
confirm-change-submit = Bestätigen
confirm-change-refuse = Das war ich nicht
confirm-change-until = Dieser Link gilt bis { $expires }.
confirm-change-waits-title = Bestätigt
confirm-change-waits-text = Noch ein Schritt: Öffnen Sie den Link, der an die andere Adresse ging. Bis dahin bleibt alles, wie es war.
confirm-change-done-title = Geändert
confirm-change-done-text = Die Änderung gilt. Sie können diese Seite schließen.
confirm-change-taken-title = Diese Adresse wird schon verwendet
confirm-change-taken-text = Mit dieser Adresse meldet sich bereits jemand an, sie kann nicht ein zweites Mal verwendet werden. Es wurde nichts geändert.
confirm-change-refused-title = Es wurde nichts geändert
confirm-change-refused-text = Die Änderung ist gestoppt, ihre Links gelten nicht mehr. Wenn Sie nicht darum gebeten haben, ändern Sie Ihr Passwort.

recovery-stop-title = Wiederherstellung stoppen
recovery-stop-intro = Der Zahlungsanbieter wurde gebeten, dieser Person, die { $customer } verwaltet, wieder Zugang zu geben, frühestens zum Zeitpunkt unten. Wenn Sie das nicht erwartet haben, stoppen Sie es.
recovery-stop-submit = Stoppen
recovery-stop-done-title = Gestoppt
recovery-stop-done-text = Es wird kein Link gesendet. Wenn jemand anderes darum gebeten hat, sagen Sie es dem Zahlungsanbieter, und sehen Sie sich in Keyholder die Aktivität an.
recovery-confirm-title = Adresse bestätigen
recovery-confirm-intro = Der Zahlungsanbieter wurde gebeten, Ihnen mit dieser E-Mail-Adresse wieder Zugang zu { $customer } zu geben. Bestätigen Sie nur, wenn Sie selbst darum gebeten haben.
recovery-confirm-submit = Das ist meine Adresse
recovery-confirm-done-title = Bestätigt
recovery-confirm-done-text = Sobald die Wartezeit vorbei ist, sendet der Zahlungsanbieter den Link für Ihr neues Passwort an diese Adresse.

reset-passkey-title = Oder mit einem Passkey
reset-passkey-hint = Er tritt an die Stelle des Codes oben. Tun Sie das zuerst und geben Sie danach das neue Passwort ein.
reset-passkey-submit = Passkey verwenden
reset-passkey-intro = Sie setzen ein neues Passwort für Keyholder. Ihr Browser fragt nach Ihrem Fingerabdruck, Ihrem Gesicht, Ihrer PIN oder Ihrem Sicherheitsschlüssel; dann geht es mit dem Passwort weiter.
reset-passkey-shown = Ihr Passkey wurde gezeigt. Setzen Sie nun innerhalb von zehn Minuten das neue Passwort.
passkey-setup-title = Passkey einrichten
passkey-setup-intro = Ihr Browser fragt nach Ihrem Fingerabdruck, Ihrem Gesicht, Ihrer PIN oder Ihrem Sicherheitsschlüssel. Damit melden Sie sich künftig zusätzlich zum Passwort oder an seiner Stelle bei Keyholder an.
passkey-setup-submit = Passkey erstellen
passkey-use-title = Passkey verwenden
passkey-use-intro = Jemand, der Ihr Passwort kennt, meldet sich bei Keyholder an oder weist sich erneut aus. Fahren Sie nur fort, wenn Sie das in der App auf diesem Computer begonnen haben.
passkey-use-submit = Passkey verwenden
passkey-sign-in-title = Bei Keyholder anmelden
passkey-sign-in-intro = Fahren Sie nur fort, wenn Sie das in Keyholder auf diesem Computer begonnen haben. Wer Ihnen diese Seite oder eine Zahl dafür schickt, will sich als Sie anmelden.
passkey-sign-in-submit = Mit einem Passkey anmelden
passkey-number = Zahl, die Keyholder zeigt
passkey-number-hint = Zwei Ziffern. Sie stehen in der App bei „Mit einem Passkey anmelden“.
passkey-number-wrong =
    { $left ->
        [one] Das ist nicht die Zahl, die Keyholder zeigt. Sie haben noch einen Versuch.
       *[other] Das ist nicht die Zahl, die Keyholder zeigt. Sie haben noch { $left } Versuche.
    }
passkey-name = Name des Passkeys
passkey-name-hint = Zum Beispiel „Fingerabdruck am Laptop“ oder „Blauer Sicherheitsschlüssel“.
passkey-cancelled = Es ist nichts geschehen: Der Vorgang wurde abgebrochen oder dauerte zu lange. Versuchen Sie es noch einmal.
passkey-known = Dieser Schlüssel gehört schon zu Ihren Passkeys. Nehmen Sie einen anderen.
passkey-failed = Der Browser konnte das nicht ausführen. Versuchen Sie es noch einmal oder mit einem anderen Browser.
passkey-unsupported = Dieser Browser ist zu alt für Passkeys. Aktualisieren Sie ihn oder nehmen Sie einen anderen.
passkey-needs-script = Browser bieten Passkeys nur Skripten an. Erlauben Sie dieser Seite ihr Skript und laden Sie sie neu.
passkey-refused = Das war kein Passkey, der hier passt. Versuchen Sie es mit dem richtigen noch einmal.
passkey-used-title = Das war richtig
passkey-used-text = Sie können diese Seite schließen und in Keyholder weitermachen.
passkey-used-link = Zurück zu Keyholder
passkey-added-title = Der Passkey ist eingerichtet
passkey-added-text = Andere Geräte wurden abgemeldet. Sie können diese Seite schließen und in Keyholder weitermachen.
passkey-recovery-title = Ihre Wiederherstellungscodes
passkey-recovery-text = Jeder gilt einmal anstelle des Passkeys. Sie werden nur jetzt angezeigt: Drucken Sie diese Seite oder schreiben Sie die Codes auf, und bewahren Sie sie dort auf, wo nur Sie nachsehen.
