## Standorte

screen-locations = Standorte
screen-locations-words = Filialen Läden Geschäfte Terminals Kassen Adresse
locations-hint = Standorte und Terminals führt Ihr Zahlungsanbieter. Hier sehen Sie sie und wer dort handeln kann.
locations-hint-limited = Sie sehen die Standorte, die Sie selbst erreichen.
locations-none = Noch keine Standorte
locations-none-why = Ihr Zahlungsanbieter richtet Standorte und ihre Terminals ein.
locations-show-more = Weitere Standorte anzeigen
location-terminals = Terminals von { $name }
location-no-terminals = Noch kein Terminal
location-users = Benutzer bei { $name }
