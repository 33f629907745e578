# The life of a user: the bin, becoming verified, where somebody came from, how many there are.

## The bin

life-bin = Corbeille
life-bin-title = Dans la corbeille
life-bin-until = Effacement { $relative }, le { $date }. D’ici là, tout peut être annulé ; ensuite il ne reste rien qui nomme cette personne.
life-bin-empty-title = La corbeille est vide
life-bin-empty-why = Les utilisateurs que vous supprimez restent ici 30 jours et peuvent être repris. Ensuite, ce que l’on sait d’eux est effacé.
status-deleted-detail = effacement { $until }
user-action-delete = Supprimer
user-action-restore = Restaurer
users-row-delete = Supprimer { $name }
users-row-restore = Reprendre { $name } de la corbeille
users-done-delete = { $name } a été supprimé et déconnecté. L’accès peut être restauré pendant 30 jours.
users-done-restore = { $name } est de retour, avec le même accès qu’avant
activity-erased-person = Utilisateur supprimé { $code }
activity-did-user_deleted = { $actor } a supprimé { $target }
activity-did-user_restored = { $actor } a repris { $target } de la corbeille
activity-did-user_erased = Ce que l’on savait de { $target } a été effacé
audit-user_deleted = Supprimé
audit-user_restored = Restauré
audit-user_erased = Effacé après 30 jours dans la corbeille
