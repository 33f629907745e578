### Was schiefging: was geschah, warum, was zu tun ist. Regeln: docs/messages.md.
### `problem-{code}` für jeden Fehlercode des Dienstes und der App, `field-{code}` für Felder.

## Probleme des Dienstes

problem-malformed_request = Der Dienst hat diese Anfrage nicht verstanden. Vielleicht ist diese App älter oder neuer als der Dienst. Aktualisieren Sie die App und versuchen Sie es erneut.
problem-invalid_fields = Einige Angaben lassen sich noch nicht speichern. Bei jeder steht, was fehlt.
problem-body_too_large = Das ist mehr, als der Dienst auf einmal annimmt. Senden Sie es in kleineren Teilen.
problem-unsupported_media_type = Der Dienst liest diese Art von Daten nicht. Aktualisieren Sie die App und versuchen Sie es erneut.
problem-not_found = Das gibt es nicht mehr, oder es ist für Sie nicht sichtbar. Laden Sie die Liste neu.
problem-method_not_allowed = Der Dienst kennt diese Handlung nicht. Aktualisieren Sie die App und versuchen Sie es erneut.
problem-sign_in_required = Ihre Sitzung ist beendet. Melden Sie sich neu an, um fortzufahren.
problem-invalid_proof = Der Dienst konnte nicht bestätigen, dass die Sitzung zu diesem Gerät gehört. Prüfen Sie die Uhr dieses Computers und melden Sie sich neu an.
problem-use_dpop_nonce = Der Dienst wollte eine frische Bestätigung dieses Geräts und hat sie nicht bekommen. Versuchen Sie es erneut.
problem-sign_in_failed = Die Anmeldung hat nicht geklappt. Prüfen Sie Name und Passwort. Nach mehreren falschen Passwörtern ist die Anmeldung 30 Minuten gesperrt; Ihre Administration weiß mehr.
problem-password_expired = Ihr Passwort ist abgelaufen. Legen Sie ein neues fest, um fortzufahren.
problem-locked_inactivity = Das Passwort stimmt, aber hier hat sich zu lange niemand angemeldet. Die Anmeldung ist deshalb gesperrt. Nur eine Administratorin oder ein Administrator kann sie mit einem Link zum Zurücksetzen wieder öffnen.
problem-administrator_limited = Die Händler-Administration lässt sich nicht auf Standorte begrenzen. Wählen Sie alle Standorte oder eine andere Rolle.
problem-refresh_reused = Ihre Sitzung wurde zu Ihrem Schutz beendet, weil ein alter Schlüssel ein zweites Mal verwendet wurde. Melden Sie sich neu an. Falls Sie das nicht erwartet haben, sagen Sie Ihrer Administration Bescheid.
problem-permission_missing =
    { $permission ->
        [none] Dafür fehlt Ihnen eine Berechtigung. Die Händler-Administration kann sie Ihnen geben.
       *[other] Dafür braucht es die Berechtigung „{ $permission_name }“. Die Händler-Administration kann sie Ihnen geben.
    }
problem-own_access = Niemand ändert die eigenen Rollen, den eigenen Status oder die eigenen Standorte. Bitten Sie jemand anderen aus der Administration darum.
problem-target_holds_more =
    { $permissions ->
        [none] Dieser Benutzer darf mehr als Sie, deshalb können Sie seinen Zugang nicht ändern. Die Händler-Administration kann es.
       *[other] Dieser Benutzer darf, was Sie nicht dürfen: { $permissions_names }. Die Händler-Administration kann seinen Zugang ändern.
    }
problem-grants_more =
    { $permissions ->
        [none] Sie können nur geben, was Sie selbst haben. Wählen Sie weniger Rollen oder fragen Sie die Händler-Administration.
       *[other] Sie können nur geben, was Sie selbst haben, und Ihnen fehlt: { $permissions_names }. Wählen Sie weniger Rollen oder fragen Sie die Händler-Administration.
    }
problem-outside_locations = Das reicht über Ihre eigenen Standorte hinaus. Wählen Sie nur Ihre Standorte oder fragen Sie die Händler-Administration.
problem-request_limited = Ein neuer Standort läge außerhalb der Standorte, die Sie erreichen. Die Händler-Administration kann ihn wünschen.
problem-last_administrator = Das ist die letzte Person mit Administrationsrechten, die sich anmelden kann. Ohne sie käme niemand mehr hinein. Geben Sie zuerst jemand anderem die Rolle Händler-Administration.
problem-step_up_required = Diese Handlung braucht eine frische Bestätigung, dass Sie es sind. Bestätigen Sie, dann geht es weiter.
problem-not_confirmed = Es wurde nichts geändert, weil Sie nicht bestätigt haben, dass Sie es sind. Versuchen Sie es wieder, wann Sie möchten.
problem-approval_required = Diese Handlung braucht die Zustimmung einer zweiten Person. Sobald sie zustimmt, geht es weiter.
problem-own_change = Sie haben um diese Änderung selbst gebeten. Zustimmen muss eine zweite Person aus der Administration.
problem-others_change = Um diese Änderung hat jemand anderes gebeten. Sie können sie ablehnen; zurücknehmen kann sie nur, wer gebeten hat.
problem-not_independent = Sie sind erst danach in die Administration gekommen, oder wer gebeten hat, hatte mit Ihrer Anmeldung zu tun. Zustimmen muss jemand anderes aus der Administration.
problem-change_ended =
    { $state ->
        [lapsed] Innerhalb von 72 Stunden hat niemand dieser Änderung zugestimmt. Bitten Sie erneut darum, wenn sie noch gewünscht ist.
        [overtaken] Der Benutzer oder die Rollen haben sich seither geändert, deshalb bedeutet die Bitte nicht mehr dasselbe. Bitten Sie erneut darum, wenn sie noch gewünscht ist.
       *[other] Diese Änderung wurde inzwischen beantwortet oder zurückgenommen. Mehr wurde nicht geändert.
    }
problem-change_waiting = Eine solche Änderung wartet schon. Nehmen Sie sie zurück, bevor Sie um eine andere bitten.
problem-no_second_administrator = Es gibt keine zweite Person aus der Administration, die sich anmelden und zustimmen kann. Geben Sie zuerst jemand anderem die Rolle Händler-Administration.
problem-address_not_movable = Hier gibt es keine E-Mail-Adresse, die sich ersetzen ließe. Geben Sie stattdessen eine.
problem-user_exists = Jemand mit dieser E-Mail-Adresse gehört schon zu diesem Kunden. Suchen Sie die Adresse in der Benutzerliste.
problem-role_built_in = Eingebaute Rollen lassen sich weder ändern noch löschen. Eine Kopie erstellen und diese ändern.
problem-too_many_roles = Mehr eigene Rollen sind nicht möglich. Eine löschen, die niemand braucht.
problem-too_many_location_groups = Mehr Standortgruppen sind nicht möglich. Eine löschen, die niemand braucht.
problem-wrong_status =
    { $status ->
        [none] Der Status des Benutzers lässt das nicht zu. Laden Sie neu, um den jetzigen Status zu sehen.
       *[other] Das geht nicht, solange der Status „{ $status_name }“ lautet.
    }
problem-stale = Jemand anderes hat diesen Benutzer inzwischen geändert, deshalb wurde Ihre Änderung nicht gespeichert. Sie sehen jetzt den neuesten Stand; prüfen Sie ihn und versuchen Sie es erneut.
problem-if_match_required = Die App hat nicht gesagt, welchen Stand sie ändern wollte. Laden Sie neu und versuchen Sie es erneut.
problem-idempotency_key_reused = Das wurde schon mit anderem Inhalt gesendet. Laden Sie neu, um zu sehen, was gespeichert ist, und versuchen Sie es dann erneut.
problem-link_unusable = Dieser Link gilt nicht mehr: Er ist abgelaufen, verbraucht oder durch einen neueren ersetzt. Bitten Sie um einen neuen.
problem-too_many_requests =
    { $retry_after ->
        [0] Es waren zu viele Versuche in kurzer Zeit. Warten Sie einen Moment und versuchen Sie es erneut.
        [one] Es waren zu viele Versuche in kurzer Zeit. Warten Sie eine Sekunde und versuchen Sie es erneut.
       *[other] Es waren zu viele Versuche in kurzer Zeit. Warten Sie { $retry_after } Sekunden und versuchen Sie es erneut.
    }
problem-too_many_requests-minutes = Es gab zu viele Versuche in kurzer Zeit. Versuchen Sie es in { $minutes } Minuten wieder.
problem-no_link_left = Innerhalb einer Stunde wurden drei Links gesendet. Der nächste geht ab { $at }.
problem-unavailable = Der Dienst kann gerade nicht antworten. Es wurde nichts geändert. Versuchen Sie es gleich noch einmal.
problem-internal = Im Dienst ist ein Fehler aufgetreten. Versuchen Sie es erneut; wenn er wiederkommt, nennen Sie Ihrer Administration die Nummer { $request_id }.

## Warum etwas gesperrt ist, und wer helfen kann

locked-permission_missing = Dafür braucht es die Berechtigung „{ $permission }“. Geben können sie Ihnen: { $who }.
locked-own_access = Niemand ändert die eigenen Rollen, den eigenen Status oder die eigenen Standorte. Für Sie tun können es: { $who }.
locked-target_holds_more = Dieser Benutzer darf mehr als Sie. Den Zugang ändern können: { $who }.
locked-request_limited = Ein neuer Standort läge außerhalb der Standorte, die Sie erreichen. Ihn wünschen können: { $who }.
locked-more = { $count } weitere

## Probleme dieser App

problem-offline = Es gibt keine Verbindung, deshalb lässt sich gerade nichts ändern. Was schon geladen ist, können Sie weiter lesen.
problem-server_unreachable = Unter dieser Adresse antwortet kein Dienst. Prüfen Sie die Adresse und das Netz und versuchen Sie es erneut.
problem-invalid_server_address = Das ist keine Adresse eines Dienstes. Sie sieht aus wie https://keyholder.example.com.
problem-insecure_server_address = Diese Adresse beginnt mit http, die Verbindung wäre nicht vertraulich. Verwenden Sie https.
problem-unexpected_reply = Die Antwort kam nicht von einem Keyholder-Dienst oder von einem, den diese App nicht kennt. Prüfen Sie die Adresse und aktualisieren Sie dann die App.
problem-app_too_old = Der Dienst verlangt etwas, das diese App noch nicht kennt. Aktualisieren Sie die App und versuchen Sie es erneut.
problem-link_not_allowed = Dieser Link führt nicht zu Ihrem Keyholder-Dienst, darum öffnet ihn die App nicht.
problem-opening_failed = Es hat sich kein Browser geöffnet. Kopieren Sie den Link und öffnen Sie ihn selbst.
problem-browser_wait_stopped = Sie warten nicht mehr auf den Browser.
problem-browser_wait_over = Aus dem Browser kam nicht rechtzeitig etwas zurück. Beginnen Sie noch einmal.
problem-clipboard_failed = Die Zwischenablage hat den Text nicht angenommen. Markieren Sie ihn und kopieren Sie ihn von Hand.
problem-saving_failed = Ihre Einstellungen konnten auf diesem Computer nicht gespeichert werden. Prüfen Sie, ob der Datenträger voll ist.
problem-offline_copy_gone = Es gibt keine Verbindung und auch keine Kopie der Liste, die man inzwischen lesen könnte. Versuchen Sie es erneut, wenn die Verbindung wieder da ist.
problem-offline_locations = Es gibt keine Verbindung, und die Kopie der Liste sagt nicht, welche Standorte jemand erreicht. Nehmen Sie diesen Filter weg oder warten Sie auf die Verbindung.
problem-device_key_failed = Die App konnte den Schlüssel dieses Geräts nicht erzeugen. Starten Sie den Computer neu und versuchen Sie es dann noch einmal.
problem-unknown = Etwas ging schief, wofür diese App keine Worte hat ({ $code }). Versuchen Sie es erneut oder aktualisieren Sie die App.

## Felder

field-required = Bitte ausfüllen.
field-too_long =
    { $max ->
        [0] Bitte kürzen.
       *[other] Höchstens { $max } Zeichen verwenden.
    }
field-too_short =
    { $min ->
        [0] Bitte verlängern.
       *[other] Mindestens { $min } Zeichen verwenden.
    }
field-forbidden_character = Hier steckt ein unsichtbares Zeichen. Löschen Sie den Text und tippen Sie ihn neu.
field-not_an_email = Das ist keine vollständige E-Mail-Adresse. Sie sieht aus wie name@example.com.
field-unknown = Das wird nicht mehr angeboten. Wählen Sie neu.
field-duplicate = Das steht zweimal da. Lassen Sie es einmal stehen.
field-too_few =
    { $min ->
        [0] Wählen Sie mehr aus.
        [one] Wählen Sie mindestens eines aus.
       *[other] Wählen Sie mindestens { $min } aus.
    }
field-too_many =
    { $max ->
        [0] Wählen Sie weniger aus.
       *[other] Wählen Sie höchstens { $max } aus.
    }
field-not_allowed = Lassen Sie das hier leer.
field-malformed = Das hat nicht die erwartete Form. Prüfen Sie es auf Tippfehler.
field-no_uppercase = Fügen Sie einen Großbuchstaben hinzu.
field-no_lowercase = Fügen Sie einen Kleinbuchstaben hinzu.
field-no_digit = Fügen Sie eine Ziffer hinzu.
field-no_special = Fügen Sie ein Sonderzeichen hinzu, etwa einen Bindestrich oder Punkt.
field-guessable = Das ist leicht zu erraten. Nehmen Sie mehrere Wörter, die nicht zusammengehören.
field-holds_name = Lassen Sie Namen und Adressen von Ihnen und der Firma weg.
field-mismatch = Die beiden Eingaben sind verschieden. Tippen Sie die zweite neu.
field-taken = Das ist schon vergeben, in dieser oder einer anderen Schreibweise. Etwas anderes wählen.
field-needs_prerequisite = Bearbeiten setzt Ansehen voraus. Auch das ankreuzen, worauf dieses Recht beruht.
field-no_letter = Fügen Sie einen Buchstaben hinzu.
field-reused = Dieses Passwort hatten Sie schon. Wählen Sie eines, das Sie in letzter Zeit nicht verwendet haben.
field-out_of_range = Wählen Sie eine Zahl von { $min } bis { $max }.
field-wrong_password = Das ist nicht Ihr Passwort. Nach mehreren falschen müssen Sie 30 Minuten warten.
field-wrong_code = Dieser Code stimmt nicht. Geben Sie den Code ein, der jetzt angezeigt wird.
field-code_used = Dieser Code wurde schon benutzt. Warten Sie auf den nächsten.
problem-second_factor_shut = Nach 100 falschen Codes wird keiner mehr geprüft. Nehmen Sie einen Wiederherstellungscode oder fragen Sie Ihre Administration.
problem-too_many_authenticators = Sie haben { $max } Authenticator-Apps eingerichtet, mehr geht nicht. Entfernen Sie eine, die Sie nicht benutzen.
problem-too_many_passkeys = Sie haben { $max } Passkeys, mehr sind nicht möglich. Entfernen Sie einen, den Sie nicht brauchen.
problem-passkeys_unavailable = Passkeys setzen voraus, dass der Dienst unter einem Namen wie id.example.com erreichbar ist. Fragen Sie, wer ihn betreibt.
problem-second_factor_needed = Ein Gerät bestätigt Anmeldungen nur neben einer Authenticator-App oder einem Passkey. Richten Sie zuerst eines davon ein.
problem-too_many_confirming_devices = { $max } Geräte bestätigen Ihre Anmeldungen, mehr sind nicht möglich. Entfernen Sie eines, das Sie nicht brauchen.
problem-auth_request_over = Diese Anfrage nimmt keine Antwort mehr an: Sie wurde beantwortet, durch eine neuere ersetzt oder hat zu lange gewartet.
problem-setup_over = Der gezeigte Schlüssel wartet nicht mehr oder wurde anderswo benutzt. Schließen Sie dies und richten Sie die App noch einmal ein.
problem-no_second_factor = Von dieser Person wird neben dem Passwort nichts verlangt, also gibt es nichts zurückzusetzen.
problem-password_needed = Ihr Passwort ist abgelaufen. Melden Sie sich damit an und setzen Sie ein neues; danach können Sie sich wieder auf diesem Weg anmelden.
problem-no_password_here = Hier gibt es kein Passwort: Die Anmeldung geschieht mit einem Konto bei einem anderen Anbieter wie Microsoft.
problem-external_sign_in_denied = Die Anmeldung wurde dort abgebrochen oder abgelehnt. Versuchen Sie es noch einmal, oder melden Sie sich mit Ihrem Passwort an.
problem-external_reply_refused = Der Antwort war nicht zu trauen, deshalb wurde niemand angemeldet ({ $reason }). Beginnen Sie noch einmal. Geschieht es wieder, sagen Sie Ihrer Administration Bescheid.
problem-tenant_not_permitted = Konten dieser Organisation dürfen sich hier nicht anmelden. Wählen Sie ein anderes Konto oder fragen Sie Ihre Administration.
problem-identity_unknown = Dieses Konto ist hier mit niemandem verknüpft. Melden Sie sich mit Ihrem Passwort an und verknüpfen Sie es unter „Profil“.
problem-identity_taken = Dieses Konto ist hier mit einer anderen Person verknüpft. Wählen Sie ein anderes.
problem-not_own_identity = Das ist nicht Ihr Konto hier. Wählen Sie das Konto, mit dem Sie sich immer anmelden.
problem-other_identity_linked = Sie haben ein anderes Konto verknüpft. Lösen Sie zuerst diese Verknüpfung.
problem-provider_unreachable = Der andere Anbieter antwortet nicht. Versuchen Sie es gleich noch einmal, oder melden Sie sich mit Ihrem Passwort an.
field-unchanged = So ist es schon. Geben Sie etwas anderes ein.

problem-too_many_waiting = Es warten schon { $max } Standortanfragen. Ziehen Sie eine zurück, oder warten Sie auf die Antworten des Zahlungsanbieters.
problem-too_many_changes = Es warten schon { $max } Änderungen auf eine zweite Zustimmung. Lassen Sie erst einige beantworten, oder ziehen Sie welche zurück.
problem-request_over = Diese Anfrage wurde inzwischen beantwortet oder zurückgezogen. Sehen Sie sich die Liste noch einmal an; es wurde nichts geändert.
problem-recovery_under_way = Der Zugang dieser Person wird schon wiederhergestellt. Stoppen Sie das zuerst, oder warten Sie es ab.
problem-recovery_too_early = Alle Benachrichtigten können noch Einspruch erheben. Der Link kann ab { $ready_at } gesendet werden.
problem-recovery_unconfirmed = Die neue Adresse wurde noch nicht bestätigt. Bitten Sie die Person, den dorthin gesendeten Link zu öffnen.
problem-recovery_over = Diese Wiederherstellung wurde gestoppt, ist abgelaufen, oder ihr Link wurde schon gesendet. Beginnen Sie eine neue, wenn sie noch nötig ist.
