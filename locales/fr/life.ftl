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

## Becoming verified

life-verified-stays = Cela ne change plus : un lien remis par quelqu’un d’autre serait un moyen plus faible de retrouver l’accès.
life-unverified-stays = Dès que la personne a une boîte aux lettres, donnez-lui une adresse e-mail.
life-convert-title = Adresse e-mail pour { $name }
life-convert-what = Désormais, { $name } se connecte avec l’adresse. Le nom { $username } et le mot de passe actuel cessent aussitôt de fonctionner. Un lien d’activation part vers l’adresse ; tant qu’il n’est pas utilisé, { $name } ne peut pas entrer.
life-convert-final = Cela ne peut pas être annulé : qui a une adresse continue de se connecter avec une adresse.
life-convert-missing = Saisissez d’abord l’adresse.
life-convert-send = Envoyer le lien d’activation
life-convert-done = { $name } se connecte maintenant avec { $email }. Le lien d’activation est en route.
user-action-convert = Donner une adresse e-mail
activity-did-user_converted = { $actor } a donné à { $target } une adresse e-mail pour se connecter
audit-user_converted = Adresse e-mail reçue
problem-already_verified = Rien n’a été modifié : qui a une adresse e-mail en garde une. Un lien remis par quelqu’un d’autre serait un moyen plus faible de retrouver l’accès.

## Where somebody came from

origin-import = Repris d’un fichier
origin-scim = De votre annuaire (SCIM)
origin-legacy = Du système précédent
origin-api_key = Ajouté par un programme
users-filter-origin = Origine
life-foreign-title = Géré ailleurs
life-foreign-why = { $origin }. Vous pouvez envoyer des liens et lever des verrous ; rôles, état et données se modifient dès que vous reprenez l’utilisateur. La reprise est notée dans l’activité.
life-adopted = Repris le { $date }
life-moment-by = { $date }, par { $name }
life-invited-by = Invité par
user-action-adopt = Reprendre
users-done-adopt = { $name } est désormais géré par vous
activity-did-user_adopted = { $actor } a repris { $target }
audit-user_adopted = Repris
problem-adopt_first = Rien n’a été modifié : cet utilisateur est arrivé par une autre voie et y est géré. Reprenez-le d’abord, dans les détails.
problem-adopted_already = Rien n’a été modifié : cet utilisateur est déjà géré par vous.

## How many

life-count = { $name } · { $count }
life-count-locked = { $users }, { $locked } verrouillés
