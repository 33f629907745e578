## Standorte, die jemand aufschreibt oder wünscht

form-cancel = Abbrechen
form-stale = Jemand anderes hat dies inzwischen geändert, deshalb wurde Ihre Änderung nicht gespeichert. Dahinter sehen Sie den neuesten Stand; prüfen Sie ihn und versuchen Sie es erneut.
form-wait = Wieder möglich in { $left }.
place-name = Name
place-street = Straße und Hausnummer
place-postcode = Postleitzahl
place-city = Ort
place-country = Land
place-country-none = Keine Angabe
place-country-unknown = So heißt kein Land
place-website = Website
place-website-help = Nur für einen Laden im Web, etwa shop.example.com.
wish-terminals = Wie viele Terminals jeder Art
wish-terminal = { $count } × { $kind }

## Den Zahlungsanbieter um einen Standort bitten

request-location = Standort wünschen
request-lead = Ihr Zahlungsanbieter liest den Wunsch, richtet den Standort ein oder sagt, warum nicht, und schreibt Ihnen; bis dahin ändert sich nichts.
request-note = Was der Anbieter noch wissen sollte
request-note-help = Zum Beispiel, wann er eröffnet. Freiwillig.
request-send = Wunsch senden
request-done = { $name } ist gewünscht. Ihr Zahlungsanbieter antwortet.
request-withdraw = Wunsch nach { $name } zurücknehmen
request-withdrawn = Der Wunsch nach { $name } wurde zurückgenommen
request-state-waiting = Wartet
request-state-created = Eingerichtet
request-state-refused = Abgelehnt
request-state-withdrawn = Zurückgenommen
request-noted = Notiz: { $note }
request-asked = Gewünscht von { $name } { $when }.
request-asked-somebody = Gewünscht { $when }.
request-ended-created = Eingerichtet { $when }.
request-ended-refused = Abgelehnt { $when }.
request-ended-withdrawn = Zurückgenommen { $when }.
request-reason = Der Zahlungsanbieter schreibt: { $reason }
requests-title = Gewünscht
requests-list = Was gewünscht wurde
requests-failed = Die Wünsche konnten nicht gelesen werden
requests-show-more = Frühere Wünsche anzeigen
