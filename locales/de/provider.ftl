## Die Betreiber des Zahlungsanbieters: Kunden

screen-provider-customers = Kunden
screen-provider-customers-words = Händler Firmen Konten Kundennummer
provider-plate = Zahlungsanbieter
provider-only-operators = Diese Ansicht ist für das Personal des Zahlungsanbieters. Ihre eigenen Ansichten stehen in der Navigation.
provider-only-members = Diese Ansicht gehört den Leuten eines Kunden. Betreiber des Zahlungsanbieters sehen nichts von Benutzern und Rollen eines Kunden; was sie tun, steht in der Navigation.
provider-show-more = Weitere anzeigen
provider-customers-lead = Hier werden Kunden eingerichtet, mit den Angaben, die Entscheidungen lesen. Wen ein Kunde hereinlässt, entscheidet seine eigene Administration.
provider-search-customers = Kunden suchen
provider-search-customers-placeholder = Nummer, Name oder Alias
provider-customers-failed = Die Kunden konnten nicht gelesen werden
provider-customer-failed = Der Kunde konnte nicht gelesen werden
provider-no-customers = Noch keine Kunden
provider-no-customers-why = Richten Sie den ersten ein; seine Administration wird per E-Mail eingeladen.
provider-no-customer-found = Kein Kunde passt zu „{ $search }“
provider-add-customer = Kunden einrichten
provider-add-customer-lead = Die Administration wird per E-Mail eingeladen, lässt alle anderen herein und braucht dafür niemanden vom Zahlungsanbieter.
provider-add-customer-send = Kunden einrichten und Einladung senden
provider-customer-made = { $name } ist eingerichtet und { $email } eingeladen
provider-administrator = Erste Person der Administration
provider-all-customers = Alle Kunden
provider-tab-facts = Angaben
provider-tab-locations = Standorte und Terminals
provider-tab-recoveries = Wiederherstellungen

## Angaben zu einem Kunden

provider-number = Kundennummer
provider-number-help = Sechs bis zehn Ziffern, die kein anderer Kunde hat.
provider-name = Firma
provider-alias = Alias
provider-no-alias = Keiner. Der Kunde gibt ihn sich selbst.
provider-mode = Modus
provider-mode-live = Geld fließt wirklich.
provider-mode-test = Zum Ausprobieren; es fließt kein Geld.
provider-agreement = Akzeptanzvertrag
provider-no-agreement = Kein Akzeptanzvertrag
provider-agreement-help = Einer, der Auszahlungen unterstützt, gilt.
provider-in-force = Gilt
provider-none = Keiner
provider-since = Eingerichtet am
provider-facts-lead = Eine Änderung gilt ab der nächsten Anfrage und steht in der Aktivität des Kunden als die des Zahlungsanbieters.
provider-facts-same = Noch ist nichts geändert.
provider-change-facts = Angaben ändern
provider-change-facts-title = Angaben zu { $name }
provider-change-facts-send = Angaben zu { $number } speichern
provider-facts-changed = Die Angaben zu { $name } sind geändert
provider-effect-live = Ab der nächsten Anfrage fließt wirklich Geld.
provider-effect-test = Ab der nächsten Anfrage fließt kein Geld, und was den Live-Modus braucht, wird abgelehnt, wer auch immer die Berechtigung hat.
provider-effect-agreement = Ab der nächsten Anfrage gehen Auszahlungen für alle, die die Berechtigung haben.
provider-effect-no-agreement = Ab der nächsten Anfrage werden Auszahlungen abgelehnt, wer auch immer die Berechtigung hat.

## Standorte und Terminals eines Kunden

provider-no-locations-why = Fügen Sie den ersten hinzu, oder beantworten Sie, was der Kunde wünscht.
provider-add-location = Standort hinzufügen
provider-add-location-lead = Wer alle Standorte des Kunden erreicht, erreicht ihn sofort; alle anderen, wenn ihre Administration ihn ihnen gibt.
provider-add-location-send = Standort hinzufügen
provider-location-made = { $name } ist hinzugefügt
provider-change-location = { $name } ändern
provider-change-location-lead = Der Kunde sieht die Änderung beim nächsten Blick. Wer den Standort erreicht, bleibt, wie es ist.
provider-change-location-send = { $name } speichern
provider-location-changed = { $name } ist geändert
provider-add-terminal = Terminal hinzufügen
provider-add-terminal-title = Neues Terminal in { $name }
provider-terminal-made = Terminal { $number } ist in { $name } hinzugefügt
provider-change-terminal = Terminal { $number } ändern oder versetzen
provider-save-terminal = Terminal { $number } speichern
provider-move-terminal = Terminal { $number } versetzen
provider-terminal-changed = Terminal { $number } ist geändert
provider-terminal-number = Terminalnummer
provider-terminal-number-help = 4 bis 20 Buchstaben und Ziffern, die kein anderes Terminal des Kunden hat.
provider-terminal-kind = Art
provider-terminal-place = Standort
provider-move-effect = Ab der nächsten Anfrage erreicht Terminal { $number }, wer { $to } erreicht, und nicht mehr, wer nur { $from } erreicht.

## Wünsche nach Standorten, die warten

screen-provider-requests = Wünsche
screen-provider-requests-words = wartende Wünsche Anfragen neue Standorte Terminals
waiting-lead = Was Kunden wünschen, das Älteste zuerst. Einrichten legt den Standort mit seinen Terminals im selben Schritt an und sagt es der Person, die gefragt hat.
waiting-count =
    { $count ->
        [one] 1 Standortwunsch wartet
       *[other] { $count } Standortwünsche warten
    }
waiting-none = Kein Wunsch wartet
waiting-none-hint = Wünscht ein Kunde einen Standort, steht er hier, bis jemand antwortet.
waiting-failed = Die Wünsche konnten nicht gelesen werden
waiting-no-terminals = Kein Terminal gewünscht
waiting-approve = { $name } einrichten
waiting-approve-title = { $name } einrichten
waiting-approve-lead = Was hier steht, bekommt { $customer }; verbessern Sie, was nicht stimmt, und geben Sie den Terminals ihre Nummern.
waiting-approve-send =
    { $count ->
        [0] Standort ohne Terminals einrichten
        [one] Standort mit 1 Terminal einrichten
       *[other] Standort mit { $count } Terminals einrichten
    }
waiting-approved = { $name } ist für { $customer } eingerichtet
waiting-terminals =
    { $count ->
        [0] Kein Terminal
        [one] 1 Terminal
       *[other] { $count } Terminals
    }
waiting-terminal-name =
    { $count ->
        [one] { $kind }
       *[other] { $kind } { $number }
    }
waiting-remove-terminal = Terminal { $number } dieser Liste entfernen
waiting-refuse = { $name } ablehnen
waiting-refuse-title = { $name } ablehnen
waiting-refuse-lead = { $customer } liest den Grund in der App und per E-Mail und kann erneut fragen.
waiting-reason = Grund für den Kunden
waiting-refused = Der Wunsch nach { $name } ist abgelehnt

## Jemanden aus der Administration zurückholen

screen-provider-recoveries = Wiederherstellungen
screen-provider-recoveries-words = Administrator alles verloren Einspruch Wartezeit
recoveries-lead = Wiederherstellungen von Administratoren aller Kunden: was wartet oder gesendet werden kann, und was aus den anderen wurde. Begonnen wird auf der Seite des Kunden.
recoveries-open = Offen
recoveries-over = Beendet
recoveries-all = Alle
recoveries-none-open = Keine Wiederherstellung ist offen
recoveries-none-open-hint = Hier steht, was auf seine Zeit wartet oder darauf, dass Sie den Link senden.
recovery-lead = Für jemanden aus der Administration, der alles verloren hat. Zuerst erfahren es alle aus der Administration mit Postfach und können es stoppen; erst nach der Wartezeit kann der Link gesendet werden, und hier sieht ihn nie jemand.
recovery-start = Wiederherstellung beginnen
recovery-start-lead = Ab jetzt läuft die Wartezeit, und alle aus der Administration des Kunden erfahren es per E-Mail, die Person zuerst. Eine Anmeldung oder der Link in dieser E-Mail stoppt es.
recovery-start-send = Wiederherstellung beginnen und alle benachrichtigen
recovery-started = Die Wiederherstellung von { $name } hat begonnen. Der Link kann ab { $when } gesendet werden.
recovery-sign-in-name = Anmeldename der Person
recovery-sign-in-name-help = Wie die Person ihn nennt: die E-Mail-Adresse oder der erzeugte Name.
recovery-not-an-administrator = Niemand aus der Administration dieses Kunden hat diesen Anmeldenamen. Prüfen Sie die Schreibweise.
recovery-new-email = Andere E-Mail-Adresse
recovery-new-email-help = Nur, wenn das Postfach tot ist oder es keines gibt. Sie muss bestätigt werden, das alte Passwort endet, und alles wird neu aktiviert.
recovery-reason = Grund
recovery-reason-help = Die Administration des Kunden liest ihn in ihrer Aktivität.
recovery-evidence = Woran die Person erkannt wurde
recovery-evidence-help = Nur Betreiber lesen es.
recovery-none = Bisher keine Wiederherstellung
recovery-none-hint = Hier stehen die Wiederherstellungen dieses Kunden, auch gestoppte.
recovery-failed = Die Wiederherstellungen konnten nicht gelesen werden
recovery-state-waiting = Wartezeit läuft
recovery-state-ready = Link kann gesendet werden
recovery-state-finished = Link gesendet
recovery-state-stopped = Gestoppt
recovery-state-expired = Abgelaufen
recovery-waits = Der Link kann { $left } gesendet werden, ab { $ready }. Bis dahin können alle, die es erfahren haben, es stoppen.
recovery-is-ready = Die Wartezeit endete { $ready }. Der Link kann 14 Tage lang gesendet werden; bis dahin lässt es sich noch stoppen.
recovery-was-finished = Der Link wurde { $ended } gesendet.
recovery-stopped-sign_in = Die Person hat sich { $ended } angemeldet, verloren war also nichts. Es wird kein Link gesendet.
recovery-stopped-objection = Jemand, der davon erfuhr, hat { $ended } widersprochen. Es wird kein Link gesendet; klären Sie, was geschah, bevor Sie neu beginnen.
recovery-stopped-operator = Ein Betreiber hat sie { $ended } zurückgenommen. Es wird kein Link gesendet.
recovery-has-expired = Niemand hat den Link rechtzeitig gesendet. Beginnen Sie neu, falls es noch nötig ist.
recovery-started-at = Begonnen
recovery-unconfirmed = noch nicht bestätigt
recovery-confirmed = bestätigt { $when }
recovery-told = Benachrichtigt
recovery-told-count =
    { $others ->
        [0] Per E-Mail: { $told }. Sonst konnte sich niemand aus der Administration anmelden.
       *[other] Per E-Mail: { $told }. Aus der Administration konnten sich außerdem anmelden: { $others }.
    }
recovery-finish = Link an { $name } senden
recovery-stop = Wiederherstellung von { $name } stoppen
recovery-done-finish = Der Link für { $name } ist unterwegs
recovery-done-stop = Die Wiederherstellung von { $name } ist gestoppt
