### Die Wörter des Vertrags: Status, Rollen, Berechtigungen und so weiter.
### Jeder Wert hat seinen Schlüssel: `art-wert`, mit `-` statt `.`. Regeln: docs/messages.md.

## Status
## `-detail` steht in Listen neben dem Wort, `-meaning` erklärt es, wo Platz ist.

status-active = Aktiv
status-active-meaning = Kann sich anmelden.
status-not_invited = Nicht eingeladen
status-not_invited-detail = noch kein Link verschickt
status-not_invited-meaning = Hat noch keinen Aktivierungslink und kommt deshalb nicht hinein. Laden Sie ein, sobald es so weit ist.
status-activation_link_sent = Eingeladen
status-activation_link_sent-detail = endet { $until }
status-activation_link_sent-meaning = Der Aktivierungslink ist unterwegs. Der Zugang entsteht, wenn er geöffnet und ein Passwort gesetzt wird.
status-activation_link_expired = Link abgelaufen
status-activation_link_expired-detail = { $since }
status-activation_link_expired-meaning = Der Aktivierungslink lief ab, bevor ein Passwort gesetzt wurde. Schicken Sie einen neuen.
status-deactivated = Deaktiviert
status-deactivated-detail = { $since }
status-deactivated-meaning = Von der Administration abgeschaltet. Keine Anmeldung hier, bis das Konto wieder aktiviert wird.
status-locked_attempts = Gesperrt
status-locked_attempts-detail = bis { $until }, falsche Passwörter
status-locked_attempts-meaning = Zu viele falsche Passwörter. Die Sperre endet von selbst zur angegebenen Zeit; wer nicht warten kann, wird von der Administration entsperrt.
status-locked_inactivity = Gesperrt, ungenutzt
status-locked_inactivity-detail = braucht einen Link
status-locked_inactivity-meaning = Zu lange keine Anmeldung (90 Tage, sofern Ihre Sicherheitseinstellungen nichts anderes sagen). Diese Sperre endet nicht von selbst: Senden Sie einen Link, mit dem ein neues Passwort gesetzt wird.
status-password_expired = Passwort abgelaufen
status-password_expired-detail = braucht ein neues Passwort
status-password_expired-meaning = Das Passwort ist älter als 90 Tage. Vor der nächsten Nutzung ist ein neues nötig.
status-deleted = Gelöscht
status-deleted-meaning = Im Papierkorb. Keine Anmeldung möglich.

## Rollen

role-merchant_administrator = Händler-Administration
role-merchant_administrator-description = Alles bei diesem Kunden, auch die anderen Administratoren.
role-location_administrator = Standort-Administration
role-location_administrator-description = Benutzer und Zahlungen der eigenen Standorte.
role-finance = Finanzen
role-finance-description = Rechnungen, Zahlungen, Gutschriften, Auszahlungen und die Zahlen dazu.
role-cashier = Kasse
role-cashier-description = Zahlungen an der Kasse und von Hand für Brief- und Telefonbestellungen.
role-support = Support
role-support-description = Schlägt für Käufer und Kollegen nach, ändert nichts.
role-developer = Entwicklung
role-developer-description = API-Zugangsdaten und Webhooks.
role-auditor = Revision
role-auditor-description = Sieht alles einschließlich der Aktivitäten, ändert nichts.

## Berechtigungen
## `-risk` sagt, warum eine kritische Berechtigung einen zweiten Blick verdient.

permission-users-view = Benutzer ansehen
permission-users-view-description = Sehen, wer Zugang hat, mit Status und Rollen.
permission-users-manage = Benutzer verwalten
permission-users-manage-description = Benutzer anlegen, einladen, deaktivieren und reaktivieren und ihre Rollen ändern.
permission-users-manage-risk = Entscheidet, wer hineinkommt.
permission-administrators-manage = Administratoren verwalten
permission-administrators-manage-description = Auf Benutzer einwirken, die selbst Benutzer verwalten.
permission-administrators-manage-risk = Kann anderen Administratoren den Zugang nehmen.
permission-roles-manage = Rollen verwalten
permission-roles-manage-description = Eigene Rollen zusammenstellen.
permission-roles-manage-risk = Entscheidet, was eine Rolle erlaubt.
permission-locations-view = Standorte ansehen
permission-locations-view-description = Standorte und ihre Terminals sehen.
permission-activity-view = Aktivitäten ansehen
permission-activity-view-description = Lesen, wer was wann getan hat.
permission-security-manage = Sicherheit verwalten
permission-security-manage-description = Anmelderegeln ändern und Zwei-Faktor-Authentifizierung vorschreiben.
permission-security-manage-risk = Kann die Anmeldung aller schwächen.
permission-buyers-view = Käufer ansehen
permission-buyers-view-description = Personen und Firmen sehen, die bei Ihnen kaufen.
permission-buyers-edit = Käufer bearbeiten
permission-buyers-edit-description = Die Daten von Käufern ändern.
permission-subscriptions-view = Abonnements ansehen
permission-subscriptions-view-description = Abonnements und ihren Stand sehen.
permission-subscriptions-edit = Abonnements bearbeiten
permission-subscriptions-edit-description = Abonnements beginnen, ändern und beenden.
permission-invoices-view = Rechnungen ansehen
permission-invoices-view-description = Rechnungen sehen und herunterladen.
permission-invoices-edit = Rechnungen bearbeiten
permission-invoices-edit-description = Rechnungen ausstellen, ändern und stornieren.
permission-transactions-view = Transaktionen ansehen
permission-transactions-view-description = Zahlungen und ihren Stand sehen.
permission-transactions-edit = Transaktionen bearbeiten
permission-transactions-edit-description = Zahlungen verbuchen und abbrechen.
permission-transactions-moto = Brief- und Telefonzahlungen
permission-transactions-moto-description = Zahlungen für Brief- und Telefonbestellungen von Hand eingeben.
permission-transactions-credit = Gutschrift
permission-transactions-credit-description = Geld auf die Karte eines Käufers zurückzahlen.
permission-transactions-credit-risk = Geld verlässt das Konto.
permission-transactions-decrypt_pan = Kartennummern anzeigen
permission-transactions-decrypt_pan-description = Die vollständige Kartennummer einer Zahlung sehen.
permission-transactions-decrypt_pan-risk = Legt Kartendaten offen, die für Diebe wertvoll sind.
permission-payouts-view = Auszahlungen
permission-payouts-view-description = Auszahlungen sehen und auf ein Bankkonto auszahlen.
permission-payouts-view-risk = Geld verlässt das Konto.
permission-batch-submit = Stapel einreichen
permission-batch-submit-description = Dateien mit vielen Zahlungen auf einmal hochladen.
permission-statistics-view = Statistiken ansehen
permission-statistics-view-description = Umsätze und andere Zahlen sehen.
permission-reports-view = Berichte ansehen
permission-reports-view-description = Berichte sehen und herunterladen.
permission-account-settings = Kontoeinstellungen
permission-account-settings-description = Die Einstellungen des Kontos ändern.
permission-account-settings-risk = Betrifft jede Zahlung und jeden Benutzer.
permission-account-plans = Tarife und Zusätze
permission-account-plans-description = Ändern, was abonniert werden kann.
permission-account-discounts = Rabatte und Gutscheine
permission-account-discounts-description = Rabatte und Gutscheine ändern.
permission-account-billing = Eigene Abrechnung
permission-account-billing-description = Die Rechnungen des Kontos selbst sehen und bezahlen.
permission-api-credentials = API-Zugangsdaten
permission-api-credentials-description = Zugangsdaten für Programme anlegen und widerrufen.
permission-api-credentials-risk = Ein Programm mit Zugangsdaten kann vieles unbemerkt tun.
permission-api-webhooks = Webhooks
permission-api-webhooks-description = Webhooks ändern und ihren Verlauf sehen.
permission-sync-use = Synchronisation
permission-sync-use-description = Andere Systeme auf dem neuesten Stand halten.

## Bereiche der Berechtigungen

area-administration = Administration
area-billing = Abrechnung
area-transactions = Transaktionen
area-payouts = Auszahlungen
area-reporting = Statistiken und Berichte
area-account = Konto
area-integration = Anbindung

## Was für den Kunden gelten muss

precondition-acquirer_agreement = Ohne Wirkung: Der Kunde hat keinen Acquirer-Vertrag, der Auszahlungen zulässt.
precondition-production = Ohne Wirkung: Das Konto ist im Testmodus, nicht im Betrieb.

## Benutzerarten

kind-verified = Mit E-Mail
kind-verified-description = Meldet sich mit einer persönlichen E-Mail-Adresse an.
kind-unverified = Ohne E-Mail
kind-unverified-description = Meldet sich mit einem erzeugten Namen an.

## Herkunft

origin-administrator = Von der Administration angelegt
origin-operator = Vom Zahlungsanbieter angelegt

## Reichweite

scope-all = Alle Standorte
scope-all-description = Jeder Standort, auch später hinzugefügte.
scope-only = Nur diese Standorte
scope-only-description = Nur die Standorte, die Sie auswählen.
scope-only-count =
    { $count ->
        [one] { $count } Standort
       *[other] { $count } Standorte
    }
scope-none_yet = Noch kein Standort
scope-none_yet-description = Nichts, was an einem Standort hängt, bis jemand auswählt.

## Sortierung

sort-name = Name
sort-sign_in_name = Anmeldename
sort-created_at = Hinzugefügt
sort-last_sign_in_at = Letzte Anmeldung
order-ascending = Aufsteigend
order-descending = Absteigend

## Handlungen an einem Benutzer

user-action-invite = Einladung senden
user-action-deactivate = Deaktivieren
user-action-reactivate = Reaktivieren
user-action-change_roles = Rollen ändern
user-action-change_scope = Standorte ändern

## Kunden und Terminals

mode-live = Live
mode-test = Test
terminal-point_of_sale = Kasse
terminal-webshop = Webshop
terminal-pay_gate = Zahlungslinks
terminal-moto = Brief- und Telefonbestellungen

## Sprachen, jede in sich selbst

language-en = English
language-de = Deutsch
language-fr = Français

## Was die Aktivitäten sagen

audit-customer_created = Kunde eingerichtet
audit-user_created = Benutzer hinzugefügt
audit-user_invited = Einladung gesendet
audit-user_activated = Mit erstem Passwort aktiviert
audit-membership_accepted = Mitgliedschaft angenommen
audit-membership_declined = Zugehörigkeit abgelehnt
audit-membership_left = Kunden verlassen
audit-profile_changed = Eigene Daten geändert
audit-data_change_asked = Änderung von Name oder Adresse erbeten
audit-data_change_applied = Name oder Adresse geändert
audit-data_change_stopped = Änderung von Name oder Adresse gestoppt
audit-alias_changed = Alias geändert
audit-user_deactivated = Deaktiviert
audit-user_reactivated = Reaktiviert
audit-roles_changed = Rollen geändert
audit-permissions_changed = Zusätzliche Rechte geändert
audit-scope_changed = Standorte geändert
audit-role_created = Rolle erstellt
audit-role_changed = Rolle geändert
audit-role_deleted = Rolle gelöscht
audit-signed_in = Angemeldet
audit-sign_in_failed = Anmeldung abgelehnt
audit-user_locked = Nach falschen Passwörtern gesperrt
audit-link_ended = Link durch falsche Codes beendet
audit-signed_out = Abgemeldet
audit-refresh_reused = Sitzung beendet: Ein verbrauchtes Token kam zurück
audit-session_ended = Auf einem Gerät von anderswo abgemeldet
audit-security_policy_changed = Sicherheitsregeln geändert
audit-password_changed = Passwort geändert
audit-password_reset_requested = Link zum Zurücksetzen angefordert
audit-password_reset_sent = Link zum Zurücksetzen gesendet
audit-password_reset = Passwort mit einem Link zurückgesetzt
audit-password_leaked = Passwort als bekannt geworden gemeldet
audit-user_unlocked = Sperre aufgehoben
audit-activity_exported = Aktivität exportiert
audit-change_asked = Um eine Änderung gebeten, der eine zweite Person zustimmen muss
audit-change_granted = Einer Änderung als zweite Person zugestimmt
audit-change_refused = Eine Änderung als zweite Person abgelehnt
audit-change_withdrawn = Änderung zurückgenommen

audit-customer_changed = Kunde geändert
audit-location_created = Standort angelegt
audit-location_changed = Standort geändert
audit-terminal_created = Terminal angelegt
audit-terminal_changed = Terminal geändert
audit-location_requested = Standort angefragt
audit-location_request_withdrawn = Standortanfrage zurückgezogen
audit-location_request_answered = Standortanfrage beantwortet
audit-recovery_started = Wiederherstellung begonnen
audit-recovery_address_confirmed = Neue Adresse für eine Wiederherstellung bestätigt
audit-recovery_stopped = Wiederherstellung gestoppt
audit-recovery_finished = Link zur Wiederherstellung gesendet
audit-authenticator_added = Authenticator-App eingerichtet
audit-authenticator_renamed = Authenticator-App umbenannt
audit-authenticator_removed = Authenticator-App entfernt
audit-passkey_added = Passkey eingerichtet
audit-passkey_renamed = Passkey umbenannt
audit-passkey_removed = Passkey entfernt
audit-confirming_device_added = Gerät darf Anmeldungen bestätigen
audit-confirming_device_removed = Gerät bestätigt keine Anmeldungen mehr
audit-auth_request_approved = Auf anderem Gerät bestätigt
audit-auth_request_refused = Auf anderem Gerät abgelehnt
audit-auth_request_voided = Anfrage nach falschen Zahlen ungültig
audit-external_identity_linked = Konto bei einem anderen Anbieter verknüpft
audit-external_identity_unlinked = Verknüpfung mit einem anderen Anbieter gelöst
audit-recovery_codes_renewed = Neue Wiederherstellungscodes erzeugt
audit-recovery_code_used = Wiederherstellungscode benutzt
audit-second_factor_failed = Falscher Code des zweiten Faktors
audit-second_factor_reset = Zweiter Faktor zurückgesetzt
