## Changements qui demandent un deuxième administrateur

screen-approvals = Accords
screen-approvals-words = quatre yeux, deuxième administrateur, accord, changements en attente
approvals-lead = Certains changements ne prennent effet qu’avec l’accord d’un deuxième administrateur : celui de son propre accès ou de ses établissements, celui de l’adresse d’une personne injoignable, et celui de droits critiques si votre entreprise le veut.
approvals-waiting = En attente
approvals-ended = Réponses récentes
approvals-none = Rien n’attend un deuxième administrateur
approvals-none-hint = Quand un administrateur demande un changement qui exige votre accord, il figure ici pendant 72 heures.
approvals-failed = Les accords n’ont pas pu être chargés
approvals-count =
    { $count ->
        [one] 1 changement vous attend
       *[other] { $count } changements vous attendent
    }
approvals-title-own_access = { $name } demande un autre accès
approvals-title-own_locations = { $name } demande d’autres établissements
approvals-title-dead_mailbox = Autre adresse pour { $name }
approvals-title-critical_grant = Droits critiques pour { $name }
approvals-title-new_user = Droits critiques pour { $name }, qui vient d’arriver
approvals-title-critical_role = { $name } donne des droits critiques à un rôle
approvals-title-role_deletion = { $name } supprime un rôle dont les membres recevraient des droits critiques
approvals-title-approvals_off = { $name } ne veut plus de deuxième administrateur pour les droits critiques
approvals-title-second_factor_reset = Réinitialiser l’authentification à deux facteurs de { $name }
approvals-factor = { $name } se connecterait avec le mot de passe seul et configurerait de nouveau une application d’authentification. Toutes ses sessions se terminent, et ce qui exige un second facteur reste fermé pendant 24 heures.
approvals-roles = { $name } aurait : { $roles }.
approvals-reach = { $name } aurait : { $reach }.
approvals-mailbox = { $name } se connecterait avec { $email }. L’ancienne connexion n’ouvre plus rien ici, et un lien pour recommencer part à cette adresse. L’ancienne adresse en est informée.
approvals-asked = Demandé par { $name } { $when }.
approvals-asked-own = Demandé par vous { $when }.
approvals-until = Sans réponse, la demande expire le { $when }.
approvals-ended-by = Réponse de { $name } { $when }.
approvals-grant = Accepter pour { $name }
approvals-grant-all =
    { $count ->
        [one] Accepter 1 changement de { $name }
       *[other] Accepter les { $count } de { $name }
    }
approvals-grant-these =
    { $count ->
        [one] Accepter 1 changement
       *[other] Accepter ces { $count } changements
    }
approvals-not-all =
    { $count ->
        [one] 1 changement n’a pas été accepté
       *[other] { $count } changements n’ont pas été acceptés
    }
approvals-done-all =
    { $count ->
        [one] 1 changement accepté
       *[other] { $count } changements acceptés
    }
approvals-refuse = Refuser
approvals-withdraw = Retirer
approvals-done-grant = Changement accepté pour { $name }
approvals-done-refuse = Changement refusé pour { $name }
approvals-done-withdraw = Changement retiré pour { $name }
approvals-asked-done = Demandé. Cela prend effet dès qu’un deuxième administrateur accepte.
change-state-waiting = En attente
change-state-granted = Accepté
change-state-refused = Refusé
change-state-withdrawn = Retiré
change-state-lapsed = Expiré
change-state-overtaken = Dépassé
ask-access-open = Demander un autre accès
ask-access-title = Demander un autre accès
ask-access-how = Personne ne modifie son propre accès seul. Choisissez ce que vous auriez ; un deuxième administrateur le lit et accepte ou refuse dans les 72 heures.
ask-access-rights = Droits supplémentaires en plus des rôles
ask-access-send = Demander à un deuxième administrateur
ask-locations-open = Demander d’autres établissements
ask-locations-how = Personne ne modifie ses propres établissements seul. Choisissez où vous travailleriez ; un deuxième administrateur le lit et accepte ou refuse dans les 72 heures. Les établissements autres que les vôtres ne vous sont pas montrés : demandez-les tous, ou laissez un administrateur choisir.
ask-locations-limited = Qui gère les administrateurs atteint tous les établissements.
approvals-role = Qui a le rôle { $role } gagnerait : { $gains }.
approvals-role-renamed = { $was } s’appellerait { $role }.
approvals-role-asked = Une modification du rôle { $role }.
approvals-deletion = Le rôle { $role } serait supprimé. Ses membres recevraient { $other } à la place et gagneraient : { $gains }.
approvals-deletion-asked = La fin d’un rôle, remplacé par { $other }.
approvals-new-reach = { $name } a été ajouté pour : { $reach }.
approvals-off = Un administrateur seul donnerait de nouveau les droits critiques.
approval-title = Ceci attend un deuxième administrateur
approval-rights = Critiques ici : { $rights }. Votre entreprise ne donne de tels droits qu’avec l’accord d’un deuxième administrateur.
approval-off = Votre entreprise ne donne les droits critiques qu’avec l’accord d’un deuxième administrateur. Y renoncer demande aussi un deuxième administrateur.
approval-until = Rien ne change avant cet accord. Sans réponse, la demande expire après 72 heures.
dead-mailbox-open = Boîte injoignable
dead-mailbox-title = Autre adresse pour { $name }
dead-mailbox-how = Seulement si { $name } ne peut plus lire son courrier à l’adresse actuelle. Dès qu’un deuxième administrateur accepte, l’ancienne connexion n’ouvre plus rien ici, et { $name } recommence par un lien à la nouvelle adresse.
dead-mailbox-email = Nouvelle adresse e-mail
dead-mailbox-send = Demander à un deuxième administrateur
