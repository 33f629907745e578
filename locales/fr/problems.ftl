### Ce qui n’a pas marché : ce qui s’est passé, pourquoi, que faire. Règles : docs/messages.md.
### `problem-{code}` pour chaque code d’erreur du service et de l’application, `field-{code}` pour les champs.

## Problèmes du service

problem-malformed_request = Le service n’a pas compris cette demande. Cette application est peut-être plus ancienne ou plus récente que le service. Mettez-la à jour et réessayez.
problem-invalid_fields = Certaines saisies ne peuvent pas encore être enregistrées. Chacune indique ce qu’il lui faut.
problem-body_too_large = C’est plus que le service n’accepte en une fois. Envoyez-le en plus petites parties.
problem-unsupported_media_type = Le service ne lit pas ce type de données. Mettez l’application à jour et réessayez.
problem-not_found = Cela n’existe plus, ou vous n’y avez pas accès. Rechargez la liste.
problem-method_not_allowed = Le service ne connaît pas cette action. Mettez l’application à jour et réessayez.
problem-sign_in_required = Votre session est terminée. Reconnectez-vous pour continuer.
problem-invalid_proof = Le service n’a pas pu confirmer que la session appartient à cet appareil. Vérifiez l’horloge de cet ordinateur, puis reconnectez-vous.
problem-use_dpop_nonce = Le service a demandé une nouvelle confirmation de cet appareil et ne l’a pas reçue. Réessayez.
problem-sign_in_failed = La connexion n’a pas abouti. Vérifiez le nom et le mot de passe. Après plusieurs mots de passe erronés, la connexion est verrouillée 30 minutes ; votre administration peut vous en dire plus.
problem-password_expired = Votre mot de passe a expiré. Choisissez-en un nouveau pour continuer.
problem-locked_inactivity = Le mot de passe est juste, mais personne ne s’est connecté ici depuis trop longtemps : cet accès est bloqué. Seul un administrateur peut le rouvrir, avec un lien de réinitialisation.
problem-administrator_limited = L’administration du commerce ne peut pas être limitée à des établissements. Choisissez tous les établissements, ou un autre rôle.
problem-refresh_reused = Votre session a été fermée pour vous protéger, car une ancienne clé a servi une seconde fois. Reconnectez-vous. Si cela vous surprend, prévenez votre administration.
problem-permission_missing =
    { $permission ->
        [none] Il vous manque une autorisation pour cela. L’administration du commerce peut vous la donner.
       *[other] Cela demande l’autorisation « { $permission_name } ». L’administration du commerce peut vous la donner.
    }
problem-own_access = Personne ne modifie ses propres rôles, son propre statut ou ses propres établissements. Demandez à un autre administrateur.
problem-target_holds_more =
    { $permissions ->
        [none] Cet utilisateur peut faire plus que vous, vous ne pouvez donc pas modifier son accès. L’administration du commerce le peut.
       *[other] Cet utilisateur peut faire ce que vous ne pouvez pas : { $permissions_names }. L’administration du commerce peut modifier son accès.
    }
problem-grants_more =
    { $permissions ->
        [none] Vous ne pouvez donner que ce que vous avez vous-même. Choisissez moins de rôles ou demandez à l’administration du commerce.
       *[other] Vous ne pouvez donner que ce que vous avez vous-même, et il vous manque : { $permissions_names }. Choisissez moins de rôles ou demandez à l’administration du commerce.
    }
problem-outside_locations = Cela dépasse vos propres établissements. Choisissez seulement les vôtres ou demandez à l’administration du commerce.
problem-request_limited = Un nouvel établissement se trouverait hors de ceux auxquels vous avez accès. L’administration du commerce peut le demander.
problem-last_administrator = C’est le dernier administrateur qui peut se connecter ; sans lui, plus personne ne pourrait ouvrir d’accès. Donnez d’abord le rôle Administration du commerce à quelqu’un d’autre.
problem-step_up_required = Cette action demande une nouvelle confirmation de votre identité. Confirmez, et elle se poursuit.
problem-not_confirmed = Rien n’a été modifié, car vous n’avez pas confirmé que c’est bien vous. Réessayez quand vous voulez.
problem-approval_required = Cette action demande l’accord d’une deuxième personne. Elle se poursuit dès que l’accord est donné.
problem-own_change = Vous avez demandé ce changement vous-même. Un deuxième administrateur doit donner son accord.
problem-others_change = Quelqu’un d’autre a demandé ce changement. Vous pouvez le refuser, mais seule cette personne peut le retirer.
problem-not_independent = Vous êtes devenu administrateur après cette demande, ou la personne qui demande a touché à votre connexion. Un autre administrateur doit donner son accord.
problem-change_ended =
    { $state ->
        [lapsed] Personne n’a donné son accord dans les 72 heures. Demandez de nouveau si c’est encore souhaité.
        [overtaken] L’utilisateur ou les rôles ont changé depuis la demande, elle ne veut donc plus dire la même chose. Demandez de nouveau si c’est encore souhaité.
       *[other] Ce changement a reçu une réponse entre-temps, ou il a été retiré. Rien d’autre n’a été modifié.
    }
problem-change_waiting = Un changement de ce genre attend déjà. Retirez-le avant d’en demander un autre.
problem-no_second_administrator = Aucun deuxième administrateur ne peut se connecter et donner son accord. Donnez d’abord le rôle Administration du commerce à quelqu’un d’autre.
problem-address_not_movable = Il n’y a pas d’adresse e-mail à remplacer. Attribuez-en une.
problem-user_exists = Une personne avec cette adresse e-mail appartient déjà à ce client. Cherchez l’adresse dans la liste des utilisateurs.
problem-role_built_in = Les rôles intégrés ne se modifient ni ne se suppriment. Faites une copie et modifiez-la.
problem-too_many_roles = Il y a autant de rôles propres que possible. Supprimez-en un dont personne n’a besoin.
problem-too_many_location_groups = Il y a autant de groupes d’établissements que possible. Supprimez-en un dont personne n’a besoin.
problem-wrong_status =
    { $status ->
        [none] Le statut de l’utilisateur ne le permet pas. Rechargez pour voir le statut actuel.
       *[other] Ce n’est pas possible tant que le statut est « { $status_name } ».
    }
problem-stale = Quelqu’un d’autre a modifié cet utilisateur entre-temps, votre modification n’a donc pas été enregistrée. Vous voyez maintenant l’état actuel ; vérifiez-le et réessayez.
problem-if_match_required = L’application n’a pas indiqué quelle version elle voulait modifier. Rechargez et réessayez.
problem-idempotency_key_reused = Ceci a déjà été envoyé avec un autre contenu. Rechargez pour voir ce qui est enregistré, puis réessayez.
problem-link_unusable = Ce lien n’est plus valable : il a expiré, a servi ou a été remplacé par un plus récent. Demandez-en un nouveau.
problem-too_many_requests =
    { $retry_after ->
        [0] Il y a eu trop de tentatives en peu de temps. Patientez un instant et réessayez.
        [one] Il y a eu trop de tentatives en peu de temps. Patientez une seconde et réessayez.
       *[other] Il y a eu trop de tentatives en peu de temps. Patientez { $retry_after } secondes et réessayez.
    }
problem-too_many_requests-minutes = Trop de tentatives en peu de temps. Réessayez dans { $minutes } minutes.
problem-no_link_left = Trois liens ont été envoyés en une heure. Le prochain pourra partir à { $at }.
problem-unavailable = Le service ne peut pas répondre pour le moment. Rien n’a été modifié. Réessayez dans un instant.
problem-internal = Le service a rencontré une erreur interne. Réessayez ; si elle revient, donnez à votre administration le numéro { $request_id }.

## Pourquoi une fonction est verrouillée, et qui peut aider

locked-permission_missing = Cela demande l’autorisation « { $permission } ». Peuvent vous la donner : { $who }.
locked-own_access = Personne ne modifie ses propres rôles, son propre statut ou ses propres établissements. Peuvent le faire pour vous : { $who }.
locked-target_holds_more = Cet utilisateur peut faire plus que vous. Peuvent modifier son accès : { $who }.
locked-request_limited = Un nouvel établissement se trouverait hors de ceux auxquels vous avez accès. Peuvent le demander : { $who }.
locked-more = { $count } autres

## Problèmes de cette application

problem-offline = Il n’y a pas de connexion, rien ne peut donc être modifié maintenant. Vous pouvez continuer à lire ce qui est déjà chargé.
problem-server_unreachable = Aucun service ne répond à cette adresse. Vérifiez l’adresse et le réseau, puis réessayez.
problem-invalid_server_address = Ce n’est pas l’adresse d’un service. Elle ressemble à https://keyholder.example.com.
problem-insecure_server_address = Cette adresse commence par http, la connexion ne serait pas confidentielle. Utilisez https.
problem-unexpected_reply = La réponse ne vient pas d’un service Keyholder, ou vient d’un service que cette application ne connaît pas. Vérifiez l’adresse, puis mettez l’application à jour.
problem-app_too_old = Le service demande quelque chose que cette application ne connaît pas encore. Mettez-la à jour, puis réessayez.
problem-link_not_allowed = Ce lien ne mène pas à votre service Keyholder ; l’application ne l’ouvre donc pas.
problem-opening_failed = Aucun navigateur ne s’est ouvert. Copiez le lien et ouvrez-le vous-même.
problem-browser_wait_stopped = Vous n’attendez plus le navigateur.
problem-browser_wait_over = Rien n’est revenu du navigateur à temps. Recommencez.
problem-clipboard_failed = Le presse-papiers n’a pas accepté le texte. Sélectionnez-le et copiez-le à la main.
problem-saving_failed = Vos choix n’ont pas pu être enregistrés sur cet ordinateur. Vérifiez que le disque n’est pas plein.
problem-offline_copy_gone = Il n’y a pas de connexion, ni de copie de la liste à lire entre-temps. Réessayez au retour de la connexion.
problem-offline_locations = Il n’y a pas de connexion, et la copie de la liste ne dit pas à quels établissements chacun a accès. Retirez ce filtre ou attendez la connexion.
problem-device_key_failed = L’application n’a pas pu créer la clé de cet appareil. Redémarrez l’ordinateur, puis réessayez.
problem-unknown = Quelque chose s’est mal passé, pour quoi cette application n’a pas de mots ({ $code }). Réessayez ou mettez l’application à jour.

## Champs

field-required = À remplir.
field-too_long =
    { $max ->
        [0] Raccourcissez ce texte.
       *[other] Utilisez au plus { $max } caractères.
    }
field-too_short =
    { $min ->
        [0] Allongez ce texte.
       *[other] Utilisez au moins { $min } caractères.
    }
field-forbidden_character = Ce texte contient un caractère invisible. Effacez-le et saisissez-le de nouveau.
field-not_an_email = Cette adresse e-mail n’est pas complète. Elle ressemble à nom@example.com.
field-unknown = Ce choix n’est plus proposé. Choisissez de nouveau.
field-duplicate = Ceci figure deux fois. Gardez-le une seule fois.
field-too_few =
    { $min ->
        [0] Choisissez-en davantage.
        [one] Choisissez-en au moins un.
       *[other] Choisissez-en au moins { $min }.
    }
field-too_many =
    { $max ->
        [0] Choisissez-en moins.
       *[other] Choisissez-en au plus { $max }.
    }
field-not_allowed = Laissez ce champ vide ici.
field-malformed = Ceci n’a pas la forme attendue. Vérifiez la saisie.
field-no_uppercase = Ajoutez une majuscule.
field-no_lowercase = Ajoutez une minuscule.
field-no_digit = Ajoutez un chiffre.
field-no_special = Ajoutez un caractère spécial, par exemple un tiret ou un point.
field-guessable = C’est facile à deviner. Prenez plusieurs mots sans rapport entre eux.
field-holds_name = Évitez les noms et adresses de vous-même et de l’entreprise.
field-mismatch = Les deux saisies diffèrent. Saisissez la seconde de nouveau.
field-taken = C’est déjà pris, dans cette écriture ou une autre. Choisissez autre chose.
field-needs_prerequisite = Modifier suppose consulter. Cochez aussi ce sur quoi ce droit repose.
field-no_letter = Ajoutez une lettre.
field-reused = Vous avez déjà utilisé ce mot de passe. Choisissez-en un que vous n’avez pas utilisé récemment.
field-out_of_range = Choisissez un nombre de { $min } à { $max }.
field-wrong_password = Ce n’est pas votre mot de passe. Après plusieurs erreurs, il faut attendre 30 minutes.
field-wrong_code = Ce code n’est pas le bon. Saisissez celui qui s’affiche maintenant.
field-code_used = Ce code a déjà servi. Attendez le suivant.
problem-second_factor_shut = Après 100 codes erronés, plus aucun n’est examiné. Utilisez un code de secours ou adressez-vous à votre administrateur.
problem-too_many_authenticators = Vous avez { $max } applications d’authentification, et il ne peut pas y en avoir plus. Retirez-en une que vous n’utilisez pas.
problem-too_many_passkeys = Vous avez { $max } clés d’accès, c’est le maximum. Retirez-en une dont vous ne vous servez pas.
problem-passkeys_unavailable = Les clés d’accès demandent un service joint par un nom, comme id.example.com. Demandez à qui exploite le vôtre.
problem-second_factor_needed = Un appareil ne confirme les connexions qu’à côté d’une application d’authentification ou d’une clé d’accès. Configurez d’abord l’une des deux.
problem-too_many_confirming_devices = { $max } appareils confirment vos connexions, c’est le maximum. Retirez-en un dont vous ne vous servez pas.
problem-auth_request_over = Cette demande n’accepte plus de réponse : elle a reçu la sienne, une plus récente l’a remplacée, ou elle a trop attendu.
problem-setup_over = La clé affichée n’attend plus ou a servi ailleurs. Fermez cette fenêtre et configurez l’application à nouveau.
problem-no_second_factor = Rien n’est demandé à cette personne en plus du mot de passe : il n’y a rien à réinitialiser.
problem-password_needed = Votre mot de passe a expiré. Connectez-vous avec lui et choisissez-en un nouveau ; ensuite, vous pourrez de nouveau vous connecter ainsi.
problem-no_password_here = Il n’y a pas de mot de passe ici : la connexion se fait avec un compte chez un autre fournisseur, comme Microsoft.
problem-external_sign_in_denied = La connexion y a été annulée ou refusée. Réessayez, ou connectez-vous avec votre mot de passe.
problem-external_reply_refused = La réponse n’était pas digne de confiance : personne n’a été connecté ({ $reason }). Recommencez. Si cela se reproduit, prévenez votre administrateur.
problem-tenant_not_permitted = Les comptes de cette organisation ne peuvent pas se connecter ici. Choisissez un autre compte ou adressez-vous à votre administrateur.
problem-identity_unknown = Ce compte n’est associé à personne ici. Connectez-vous avec votre mot de passe et associez-le sous « Profil ».
problem-identity_taken = Ce compte est associé à une autre personne ici. Choisissez-en un autre.
problem-not_own_identity = Ce n’est pas votre compte ici. Choisissez le compte avec lequel vous vous connectez toujours.
problem-other_identity_linked = Vous avez associé un autre compte. Dissociez-le d’abord.
problem-provider_unreachable = L’autre fournisseur ne répond pas. Réessayez dans un instant, ou connectez-vous avec votre mot de passe.
field-unchanged = C’est déjà ainsi. Saisissez autre chose.

problem-too_many_waiting = { $max } demandes de site attendent déjà. Retirez-en une ou attendez les réponses du prestataire de paiement.
problem-too_many_changes = { $max } changements attendent déjà un deuxième administrateur. Faites d’abord répondre à certains, ou retirez-en.
problem-request_over = Cette demande a été traitée ou retirée entre-temps. Consultez de nouveau la liste ; rien n’a été modifié.
problem-recovery_under_way = L’accès de cette personne est déjà en cours de récupération. Arrêtez d’abord celle-ci ou attendez sa fin.
problem-recovery_too_early = Les personnes averties peuvent encore s’y opposer. Le lien peut être envoyé à partir de { $ready_at }.
problem-recovery_unconfirmed = Personne n’a encore confirmé la nouvelle adresse. Demandez à la personne d’ouvrir le lien qui y a été envoyé.
problem-recovery_over = Cette récupération a été arrêtée, a expiré, ou son lien a déjà été envoyé. Commencez-en une autre si elle est encore nécessaire.
