# Users: filters that people keep, and the filter by the last sign-in.

## Filters that are kept

filters-title = Filtres enregistrés
filters-present = Ce filtre
filters-save = Enregistrer ce filtre
filters-manage = Renommer ou supprimer
filters-none-on = Cherchez ou filtrez d’abord, vous pourrez ensuite enregistrer.
filters-none-kept = Vous n’avez encore enregistré aucun filtre.
filters-save-title = Enregistrer ce filtre
filters-save-do = Enregistrer le filtre
filters-name = Nom
filters-name-description = Vous seul le voyez, et seulement chez ce client.
filters-name-missing = Donnez d’abord un nom au filtre.
filters-saved = Filtre « { $name } » enregistré
filters-manage-title = Vos filtres enregistrés
filters-rename = Nouveau nom de « { $name } »
filters-rename-do = Renommer
filters-delete = Supprimer le filtre « { $name } »
filters-deleted = Filtre « { $name } » supprimé
filters-stale = Ce filtre a été modifié entre-temps sur un autre appareil. Ce que vous voyez est à jour ; réessayez.
filters-left-out =
    { $count ->
        [one] Un rôle ou un établissement de « { $name } » n’existe plus ou est hors de votre portée, et ne filtre donc pas. Il peut y avoir plus d’utilisateurs qu’avant.
       *[other] { $count } rôles ou établissements de « { $name } » n’existent plus ou sont hors de votre portée, et ne filtrent donc pas. Il peut y avoir plus d’utilisateurs qu’avant.
    }
audit-filter_saved = Filtre enregistré
audit-filter_deleted = Filtre supprimé
activity-did-filter_saved = { $actor } a enregistré un filtre de la liste des utilisateurs
activity-did-filter_deleted = { $actor } a supprimé un filtre enregistré
problem-too_many_saved_filters = Vous avez enregistré { $max } filtres ici, et il ne peut pas y en avoir plus. Supprimez-en un dont vous n’avez pas besoin.

## The last sign-in

filters-sign-in = Connexion
filters-sign-in-never = Jamais connecté
filters-sign-in-idle = Pas depuis { $days } jours
