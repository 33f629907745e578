# Users: what is done to a selection, and the step that is due for one.

bulk-access = Modifier l’accès
bulk-menu-add_role = Ajouter un rôle
bulk-menu-remove_role = Retirer un rôle
bulk-menu-set_scope = Définir les établissements
bulk-role = Rôle
bulk-choose-role = Choisissez un rôle.
bulk-add_role =
    { $count ->
        [one] Ajouter un rôle à { $count } utilisateur
       *[other] Ajouter un rôle à { $count } utilisateurs
    }
bulk-remove_role =
    { $count ->
        [one] Retirer un rôle à { $count } utilisateur
       *[other] Retirer un rôle à { $count } utilisateurs
    }
bulk-set_scope =
    { $count ->
        [one] Définir les établissements de { $count } utilisateur
       *[other] Définir les établissements de { $count } utilisateurs
    }
bulk-put_back =
    { $count ->
        [one] Rétablir les établissements de { $count } utilisateur
       *[other] Rétablir les établissements de { $count } utilisateurs
    }
bulk-delete =
    { $count ->
        [one] Supprimer { $count } utilisateur
       *[other] Supprimer { $count } utilisateurs
    }
bulk-delete-means = Ils sont déconnectés immédiatement et perdent tout accès ici. Pendant 30 jours, ils restent dans la corbeille et peuvent être restaurés ; ensuite, ce que l’on sait d’eux est effacé.
bulk-restore =
    { $count ->
        [one] Restaurer { $count } utilisateur
       *[other] Restaurer { $count } utilisateurs
    }
bulk-restore-means = Ils retrouvent l’accès qu’ils avaient. Les liens envoyés auparavant restent inutilisables.

## One user: the step that is due

users-row-resend = Envoyer une nouvelle invitation à { $name }
users-row-make_link = Créer un lien d’activation pour { $name }, à copier

## What is gained and lost

bulk-nobody = Rien ne changerait pour personne dans la sélection.
bulk-ask =
    { $count ->
        [one] Demander un deuxième accord pour 1 personne
       *[other] Demander un deuxième accord pour { $count } personnes
    }
bulk-approval = Le reste est fait. Si vous demandez, rien ne change pour ces personnes avant l’accord.
bulk-waits = attend un deuxième accord
bulk-asked = demandé
bulk-shown-asked = En attente
bulk-add_role-alike =
    { $count ->
        [one] { $count } utilisateur reçoit le rôle « { $role } » et gagne : { $permissions }.
       *[other] { $count } utilisateurs reçoivent le rôle « { $role } » et gagnent : { $permissions }.
    }
bulk-add_role-mixed =
    { $count ->
        [one] { $count } utilisateur reçoit le rôle « { $role } » et gagne : { $permissions }.
       *[other] { $count } utilisateurs reçoivent le rôle « { $role } » et gagnent, sauf si un autre rôle le donne déjà : { $permissions }.
    }
bulk-add_role-nothing =
    { $count ->
        [one] { $count } utilisateur reçoit le rôle « { $role } », mais peut faire la même chose qu’avant.
       *[other] { $count } utilisateurs reçoivent le rôle « { $role } », mais peuvent faire la même chose qu’avant.
    }
bulk-remove_role-alike =
    { $count ->
        [one] { $count } utilisateur perd le rôle « { $role } », et avec lui : { $permissions }.
       *[other] { $count } utilisateurs perdent le rôle « { $role } », et avec lui : { $permissions }.
    }
bulk-remove_role-mixed =
    { $count ->
        [one] { $count } utilisateur perd le rôle « { $role } », et avec lui : { $permissions }.
       *[other] { $count } utilisateurs perdent le rôle « { $role } », et avec lui, sauf si un autre rôle le donne aussi : { $permissions }.
    }
bulk-remove_role-nothing =
    { $count ->
        [one] { $count } utilisateur perd le rôle « { $role } », mais peut faire la même chose qu’avant.
       *[other] { $count } utilisateurs perdent le rôle « { $role } », mais peuvent faire la même chose qu’avant.
    }
bulk-same-add_role =
    { $count ->
        [one] { $count } l’a déjà.
       *[other] { $count } l’ont déjà.
    }
bulk-same-remove_role =
    { $count ->
        [one] { $count } ne l’a pas.
       *[other] { $count } ne l’ont pas.
    }
bulk-same-set_scope =
    { $count ->
        [one] { $count } atteint déjà exactement cela.
       *[other] { $count } atteignent déjà exactement cela.
    }
bulk-scope-to-all =
    { $count ->
        [one] { $count } utilisateur gagne tous les établissements, y compris ceux ajoutés plus tard.
       *[other] { $count } utilisateurs gagnent tous les établissements, y compris ceux ajoutés plus tard.
    }
bulk-scope-to-none_yet =
    { $count ->
        [one] { $count } utilisateur perd tous les établissements. Rien de ce qui dépend d’un établissement ne fonctionne avant que quelqu’un choisisse.
       *[other] { $count } utilisateurs perdent tous les établissements. Rien de ce qui dépend d’un établissement ne fonctionne avant que quelqu’un choisisse.
    }
bulk-scope-from-all =
    { $count ->
        [one] { $count } utilisateur garde { $places } et perd tous les autres établissements.
       *[other] { $count } utilisateurs gardent { $places } et perdent tous les autres établissements.
    }
bulk-scope-from-none_yet =
    { $count ->
        [one] { $count } utilisateur gagne : { $places }.
       *[other] { $count } utilisateurs gagnent : { $places }.
    }
bulk-scope-from-only =
    { $count ->
        [one] { $count } utilisateur aux établissements choisis atteint ensuite exactement { $places }.
       *[other] { $count } utilisateurs aux établissements choisis atteignent ensuite exactement { $places }.
    }
bulk-scope-counts = { $gain } gagnent, { $lose } perdent, et rien ne change pour { $same }.
bulk-scope-each = Ce qui change pour qui
bulk-scope-reading = Lecture de ce que chacun atteint…
bulk-scope-unread = Les sites actuels n’ont pas pu être lus.
problem-only_role = C’est le seul rôle, et chacun en garde au moins un. Ajoutez d’abord un autre rôle, ou désactivez l’utilisateur.

## Everybody whom the filter lets through

bulk-select-all = Sélectionner les { $total } correspondants
bulk-all-too-many = { $total } utilisateurs correspondent, et { $max } au plus peuvent être modifiés en une fois. Resserrez le filtre.
bulk-too-many = { $max } utilisateurs au plus peuvent être modifiés en une fois. Resserrez le filtre, ou sélectionnez-en moins.

## Results

bulk-shown-all = Tous
bulk-shown-failed = Pas fait
bulk-shown-done = Fait
bulk-save-errors =
    { $count ->
        [one] Enregistrer l’erreur dans un fichier
       *[other] Enregistrer { $count } erreurs dans un fichier
    }
bulk-file-name = Nom
bulk-file-sign-in-name = Nom de connexion
bulk-file-why = Pourquoi
bulk-file-code = Code
