## Groupes d’établissements

permission-locations-manage = Gérer les groupes d’établissements
permission-locations-manage-description = Créer, modifier et supprimer des groupes d’établissements.
permission-locations-manage-risk = Décide à quels établissements accèdent tous ceux qui ont un groupe.
audit-location_group_created = Groupe d’établissements créé
audit-location_group_changed = Groupe d’établissements modifié
audit-location_group_deleted = Groupe d’établissements supprimé
activity-did-location_group_created = { $actor } a créé un groupe d’établissements
activity-did-location_group_changed = { $actor } a modifié un groupe d’établissements
activity-did-location_group_deleted = { $actor } a supprimé un groupe d’établissements
activity-field-group = Groupe
activity-field-groups = Groupes d’établissements
activity-field-members = Utilisateurs
activity-field-without_location = Restés sans établissement
location-groups = Groupes
location-groups-hint = Un groupe comme « Région Nord » représente les établissements qu’il contient. Qui reçoit le groupe accède à ce qui s’y trouve à tout moment.
location-groups-none = Aucun groupe pour l’instant. Un groupe permet d’attribuer plusieurs établissements à la fois.
location-groups-failed = Les groupes n’ont pas pu être lus
location-group-new = Nouveau groupe
location-group-edit = Modifier { $group }
location-group-new-title = Nouveau groupe d’établissements
location-group-edit-title = Modifier le groupe { $group }
location-group-name = Nom du groupe
location-group-unnamed = le groupe
location-group-create = Créer { $group }
location-group-save = Enregistrer { $group }
location-group-saved = { $group } enregistré
location-group-stale = Quelqu’un d’autre a modifié ce groupe entre-temps, rien n’a donc été enregistré. Fermez cette fenêtre, consultez le groupe et réessayez.
location-group-effect-new = Qui reçoit { $group } accède à : { $places }.
location-group-effect-same = Personne n’accède à autre chose qu’avant.
location-group-effect-unseen = Qui a { $group } accède désormais à ce qui s’y trouve.
location-group-effect-gains =
    { $members ->
        [0] Personne n’a encore { $group }. Le groupe ajoute : { $gained }.
        [one] Un utilisateur avec { $group } gagne : { $gained }.
       *[other] { $members } utilisateurs avec { $group } gagnent : { $gained }.
    }
location-group-effect-loses =
    { $members ->
        [0] Personne n’a encore { $group }. Le groupe retire : { $lost }.
        [one] Un utilisateur avec { $group } perd, sauf accès par ailleurs : { $lost }.
       *[other] { $members } utilisateurs avec { $group } perdent, sauf accès par ailleurs : { $lost }.
    }
location-group-effect-both =
    { $members ->
        [0] Personne n’a encore { $group }. Le groupe ajoute : { $gained }. Il retire : { $lost }.
        [one] Un utilisateur avec { $group } gagne : { $gained }. Sont perdus, sauf accès par ailleurs : { $lost }.
       *[other] { $members } utilisateurs avec { $group } gagnent : { $gained }. Sont perdus, sauf accès par ailleurs : { $lost }.
    }
location-group-delete = Supprimer { $group }
location-group-delete-title = Supprimer le groupe { $group }
location-group-deleted = { $group } supprimé
location-group-counting = Les utilisateurs de ce groupe sont en train d’être comptés.
location-group-delete-nobody = Personne n’a { $group }, donc personne ne perd d’établissement.
location-group-delete-members =
    { $members ->
        [one] Un utilisateur a { $group } : { $names }.
       *[other] { $members } utilisateurs ont { $group } : { $names }.
    }
location-group-delete-loses = Sont perdus, sauf accès par ailleurs : { $lost }.
location-group-delete-alone =
    { $alone ->
        [one] L’un d’eux reste sans aucun établissement.
       *[other] { $alone } d’entre eux restent sans aucun établissement.
    }
scope-groups = Groupes d’établissements
scope-groups-description = Un groupe représente ce qu’il contient à tout moment.
scope-group-named = groupe { $name }
scope-change-same-reach = { $name } accède aux mêmes établissements que maintenant. Ensuite, les groupes choisis décident.
why-step-within-groups =
    { $count ->
        [one] L’utilisateur accède pour cela à des établissements par le groupe { $groups }.
       *[other] L’utilisateur accède pour cela à des établissements par les groupes { $groups }.
    }
why-step-within-also =
    { $count ->
        [one] L’utilisateur accède pour cela à des établissements : certains choisis, d’autres par le groupe { $groups }.
       *[other] L’utilisateur accède pour cela à des établissements : certains choisis, d’autres par les groupes { $groups }.
    }
