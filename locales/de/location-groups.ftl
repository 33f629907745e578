## Gruppen von Standorten

permission-locations-manage = Standortgruppen verwalten
permission-locations-manage-description = Gruppen von Standorten anlegen, ändern und löschen.
permission-locations-manage-risk = Entscheidet, welche Standorte alle mit einer Gruppe erreichen.
audit-location_group_created = Standortgruppe angelegt
audit-location_group_changed = Standortgruppe geändert
audit-location_group_deleted = Standortgruppe gelöscht
activity-did-location_group_created = { $actor } hat eine Standortgruppe angelegt
activity-did-location_group_changed = { $actor } hat eine Standortgruppe geändert
activity-did-location_group_deleted = { $actor } hat eine Standortgruppe gelöscht
activity-field-group = Gruppe
activity-field-groups = Standortgruppen
activity-field-members = Benutzer
activity-field-without_location = Ohne Standort geblieben
location-groups = Gruppen
location-groups-hint = Eine Gruppe wie „Region Nord“ steht für die Standorte darin. Wer die Gruppe bekommt, erreicht, was jeweils gerade darin ist.
location-groups-none = Noch keine Gruppen. Mit einer vergeben Sie mehrere Standorte auf einmal.
location-groups-failed = Die Gruppen konnten nicht gelesen werden
location-group-new = Neue Gruppe
location-group-edit = { $group } ändern
location-group-new-title = Neue Standortgruppe
location-group-edit-title = Gruppe { $group } ändern
location-group-name = Name der Gruppe
location-group-unnamed = die Gruppe
location-group-create = { $group } anlegen
location-group-save = { $group } speichern
location-group-saved = { $group } gespeichert
location-group-stale = Jemand anderes hat diese Gruppe inzwischen geändert, daher wurde nichts gespeichert. Schließen Sie das Fenster, sehen Sie sich die Gruppe an und versuchen Sie es erneut.
location-group-effect-new = Wer { $group } bekommt, erreicht: { $places }.
location-group-effect-same = Niemand erreicht etwas anderes als bisher.
location-group-effect-unseen = Wer { $group } hat, erreicht ab jetzt, was darin ist.
location-group-effect-gains =
    { $members ->
        [0] Noch niemand hat { $group }. Hinzu kommen: { $gained }.
        [one] Ein Benutzer mit { $group } gewinnt: { $gained }.
       *[other] { $members } Benutzer mit { $group } gewinnen: { $gained }.
    }
location-group-effect-loses =
    { $members ->
        [0] Noch niemand hat { $group }. Es entfallen: { $lost }.
        [one] Ein Benutzer mit { $group } verliert, sofern nicht anders erreicht: { $lost }.
       *[other] { $members } Benutzer mit { $group } verlieren, sofern nicht anders erreicht: { $lost }.
    }
location-group-effect-both =
    { $members ->
        [0] Noch niemand hat { $group }. Hinzu kommen: { $gained }. Es entfallen: { $lost }.
        [one] Ein Benutzer mit { $group } gewinnt: { $gained }. Verloren gehen, sofern nicht anders erreicht: { $lost }.
       *[other] { $members } Benutzer mit { $group } gewinnen: { $gained }. Verloren gehen, sofern nicht anders erreicht: { $lost }.
    }
location-group-delete = { $group } löschen
location-group-delete-title = Gruppe { $group } löschen
location-group-deleted = { $group } gelöscht
location-group-counting = Die Benutzer mit dieser Gruppe werden gezählt.
location-group-delete-nobody = Niemand hat { $group }, daher verliert niemand einen Standort.
location-group-delete-members =
    { $members ->
        [one] Ein Benutzer hat { $group }: { $names }.
       *[other] { $members } Benutzer haben { $group }: { $names }.
    }
location-group-delete-loses = Verloren gehen, sofern nicht anders erreicht: { $lost }.
location-group-delete-alone =
    { $alone ->
        [one] Einer davon bleibt ganz ohne Standort.
       *[other] { $alone } davon bleiben ganz ohne Standort.
    }
scope-groups = Standortgruppen
scope-groups-description = Eine Gruppe steht für das, was jeweils gerade darin ist.
scope-group-named = Gruppe { $name }
scope-change-same-reach = { $name } erreicht dieselben Standorte wie jetzt. Danach entscheiden die gewählten Gruppen.
why-step-within-groups =
    { $count ->
        [one] Der Benutzer erreicht dafür Standorte über die Gruppe { $groups }.
       *[other] Der Benutzer erreicht dafür Standorte über die Gruppen { $groups }.
    }
why-step-within-also =
    { $count ->
        [one] Der Benutzer erreicht dafür Standorte: ausgewählte, und weitere über die Gruppe { $groups }.
       *[other] Der Benutzer erreicht dafür Standorte: ausgewählte, und weitere über die Gruppen { $groups }.
    }
