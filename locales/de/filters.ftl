# Users: filters that people keep, and the filter by the last sign-in.

## Filters that are kept

filters-title = Gespeicherte Filter
filters-present = Dieser Filter
filters-save = Diesen Filter speichern
filters-manage = Umbenennen oder löschen
filters-none-on = Erst suchen oder filtern, dann lässt sich das speichern.
filters-none-kept = Noch ist kein Filter gespeichert.
filters-save-title = Diesen Filter speichern
filters-save-do = Filter speichern
filters-name = Name
filters-name-description = Den Filter sieht niemand sonst, und er gilt nur bei diesem Kunden.
filters-name-missing = Dem Filter erst einen Namen geben.
filters-saved = Filter „{ $name }“ gespeichert
filters-manage-title = Eigene gespeicherte Filter
filters-rename = Neuer Name für „{ $name }“
filters-rename-do = Umbenennen
filters-delete = Filter „{ $name }“ löschen
filters-deleted = Filter „{ $name }“ gelöscht
filters-stale = Dieser Filter wurde inzwischen auf einem anderen Gerät geändert. Jetzt ist alles aktuell; noch einmal versuchen.
filters-left-out =
    { $count ->
        [one] Eine Rolle oder ein Standort von „{ $name }“ ist weg oder nicht mehr erreichbar und filtert deshalb nicht. Es können mehr Benutzer zu sehen sein als früher.
       *[other] { $count } Rollen oder Standorte von „{ $name }“ sind weg oder nicht mehr erreichbar und filtern deshalb nicht. Es können mehr Benutzer zu sehen sein als früher.
    }
audit-filter_saved = Filter gespeichert
audit-filter_deleted = Filter gelöscht
activity-did-filter_saved = { $actor } hat einen Filter der Benutzerliste gespeichert
activity-did-filter_deleted = { $actor } hat einen gespeicherten Filter gelöscht
problem-too_many_saved_filters = Hier sind schon { $max } Filter gespeichert, mehr geht nicht. Einen löschen, der nicht gebraucht wird.

## The last sign-in

filters-sign-in = Anmeldung
filters-sign-in-never = Nie angemeldet
filters-sign-in-idle = Seit { $days } Tagen nicht
