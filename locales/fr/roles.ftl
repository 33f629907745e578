### Rôles et droits : la matrice, composer un rôle, droits hors des rôles, pourquoi et qui peut.

screen-roles = Rôles et droits
screen-roles-words = groupe d’utilisateurs groupes droits matrice accès user group

## La matrice

matrix-count =
    { $count ->
        [one] { $count } rôle
       *[other] { $count } rôles
    }
matrix-hint = Un droit ou une case montre qui peut le faire. Les rôles intégrés ne se modifient pas ; une copie devient votre propre rôle.
matrix-permission = Droit
matrix-role = Rôle
matrix-role-menu = Que faire de { $role }
matrix-own = Le vôtre
matrix-members =
    { $count ->
        [one] { $count } personne
       *[other] { $count } personnes
    }
matrix-allows = { $role } permet : { $permission }
matrix-allows-not = { $role } ne permet pas : { $permission }
matrix-failed = Les rôles n’ont pas pu être chargés

## Composer un rôle

role-new = Nouveau rôle
role-copy = Faire une copie
role-edit = Renommer ou modifier
role-remove = Supprimer
role-new-title = Nouveau rôle
role-edit-title = Modifier le rôle { $role }
role-name = Nom
role-unnamed = Nouveau rôle
role-from = Partir de
role-from-empty = Rien de coché
role-needs-name = Donnez d’abord un nom au rôle.
role-create = Créer { $role }
role-save = Enregistrer { $role }
role-saved = { $role } enregistré
role-stale = Quelqu’un d’autre a modifié ce rôle entre-temps, rien n’a donc été enregistré. Fermez, regardez et réessayez.
role-effect-nothing = Cochez au moins un droit.
role-effect-new = Qui reçoit { $role } peut : { $allowed }.
role-effect-same = L’accès de personne ne change.
role-effect-gains =
    { $members ->
        [0] Personne n’a encore { $role }. S’y ajoute : { $gained }.
        [one] Une personne avec { $role } gagne : { $gained }.
       *[other] { $members } personnes avec { $role } gagnent : { $gained }.
    }
role-effect-loses =
    { $members ->
        [0] Personne n’a encore { $role }. En disparaît : { $lost }.
        [one] Une personne avec { $role } perd : { $lost }, sauf si un autre rôle le donne.
       *[other] { $members } personnes avec { $role } perdent : { $lost }, sauf si un autre rôle le donne.
    }
role-effect-both =
    { $members ->
        [0] Personne n’a encore { $role }. S’y ajoute : { $gained }. En disparaît : { $lost }.
        [one] Une personne avec { $role } gagne : { $gained }. Est perdu, sauf si un autre rôle le donne : { $lost }.
       *[other] { $members } personnes avec { $role } gagnent : { $gained }. Est perdu, sauf si un autre rôle le donne : { $lost }.
    }

## Supprimer un rôle

role-delete-title = Supprimer le rôle { $role }
role-delete = Supprimer le rôle { $role }
role-deleted = Rôle { $role } supprimé
role-counting = Les personnes avec ce rôle sont en train d’être comptées.
role-instead = Rôle donné à la place
role-instead-nothing = Aucun
role-delete-nobody = Personne n’a { $role }, l’accès de personne ne change donc.
role-delete-members =
    { $members ->
        [one] Une personne a { $role }.
       *[other] { $members } personnes ont { $role }.
    }
role-delete-loses = Est perdu, sauf si un autre rôle le donne : { $lost }.
role-delete-gains = S’y ajoute : { $gained }.
role-delete-alone =
    { $alone ->
        [one] L’une d’elles n’a pas d’autre rôle et ne pourra plus rien faire.
       *[other] { $alone } d’entre elles n’ont pas d’autre rôle et ne pourront plus rien faire.
    }

## Droits hors des rôles

user-action-change_permissions = Droits en plus
rights-title = Droits en plus de { $name }
rights-hint = Droits pour cette seule personne, en plus de ce que donnent les rôles.
rights-save = Enregistrer les droits de { $name }
rights-saved = Droits en plus de { $name } enregistrés
rights-change-same = { $name } peut faire la même chose qu’avant, car les rôles le donnent aussi.
idle-prerequisite = Sans effet, car il repose sur « { $permission } », qui manque.
idle-second-factor = Sans effet tant qu’aucune application d’authentification n’est configurée.
idle-built-in = Sans effet : l’authentificateur est intégré à l’application et ne compte pas ici. Un autre, sur un autre appareil, ou une clé d’accès compte.
idle-locations = Encore sans effet, car aucun site n’est attribué.
idle-cooling = Fermé jusqu’au { $until }, car le second facteur a été réinitialisé récemment.

## Pourquoi

why-title = { $permission } : { $name }
why-yes = { $name } peut le faire
why-no = { $name } ne peut pas le faire
why-failed = La réponse n’a pas pu être chargée
why-through = Sur quoi repose la réponse
why-fits = Convient
why-missing = Manque
why-through-role = par { $role }
why-directly = donné directement
why-step-given = « { $permission } » : { $sources }
why-step-lacking = Aucun rôle ne donne « { $permission } », et il n’est pas donné directement.
why-step-rests = Repose sur « { $permission } » : { $sources }
why-step-rests-lacking = Repose sur « { $permission } », qui manque.
why-step-within = La personne atteint des sites pour cela.
why-step-outside = La personne n’atteint encore aucun site pour cela.
why-step-acquirer_agreement = Le contrat d’acquisition permet les versements.
why-step-production = Le compte est en production.
why-step-status = Statut : { $status }
why-step-factor-app = L’action demande un second facteur, et une application d’authentification est configurée.
why-step-factor-passkey = L’action demande un second facteur, et une clé d’accès ou de sécurité est configurée.
why-step-factor-none = L’action demande un second facteur, et aucun n’est configuré.
why-step-factor-mailed_code = L’action demande une application d’authentification ou une clé d’accès. Il n’y a que des codes par e-mail, qui ne comptent pas ici.
why-step-factor-built-in = L’action demande un second facteur, et celui qui est configuré est intégré à l’application, ce qui ne compte pas ici.
why-step-cooling = Le second facteur a été réinitialisé récemment : il compte à partir du { $until }.
why-allow = Le plus petit changement qui le permettrait
why-stop = Le plus petit changement qui l’empêcherait
why-roles = Rôles qui le donneraient : { $roles }.
why-change-give = Donner : { $permissions }.
why-change-take_role = Retirer le rôle { $role }.
why-change-take_direct = Retirer « { $permission } », qui est donné directement.
why-change-reach = Attribuer un site à { $name }.
why-change-leave = Retirer les sites de { $name }.
why-change-acquirer_agreement = Obtenir un contrat d’acquisition qui permet les versements.
why-change-production = Passer en production.
why-change-activate = Rendre la personne active : le statut est maintenant « { $status } ».
why-change-set_up_second_factor = { $name } configure une application d’authentification ou une clé d’accès, en haut sous son propre nom. Personne ne peut le faire à sa place.
why-change-set_up_elsewhere = { $name } configure une application d’authentification sur un autre appareil, ou une clé d’accès, en haut sous son propre nom. Personne ne peut le faire à sa place.
why-change-wait = Attendre jusqu’au { $until } : le second facteur a été réinitialisé récemment, et personne ne peut abréger ce délai.
why-change-deactivate = Désactiver { $name }.

## Qui peut

can-title = Qui peut : { $permission }
can-factor = Cela demande un second facteur : qui n’en a pas configuré ne figure pas ici, quels que soient ses rôles.
can-failed = Les personnes n’ont pas pu être chargées
can-count =
    { $count ->
        [0] Personne ne peut le faire maintenant.
        [one] Une personne peut le faire maintenant.
       *[other] { $count } personnes peuvent le faire maintenant.
    }
can-more = En montrer plus
