### Les mots des écrans, par écran. Règles : docs/messages.md.


## Sign-in

app-name = Keyholder
sign-in-kept = La session de cet ordinateur est conservée dans { $name }.
start-waiting = Ouverture de Keyholder …
start-failed-title = Keyholder n’a pas pu démarrer
start-change-server = Utiliser une autre adresse
connect-title = Se connecter au service
connect-lead = Où se trouve le service Keyholder de votre entreprise ? La question n’est posée qu’une fois, puis l’adresse est retenue.
connect-address = Adresse du service
connect-address-help = Elle figure dans votre invitation, ou votre administrateur la connaît.
connect-submit = Continuer
connect-back = Garder l’adresse actuelle
sign-in-title = Connexion
sign-in-at = à
sign-in-change-server = Modifier
sign-in-name = Adresse e-mail ou nom d’utilisateur
sign-in-password = Mot de passe
sign-in-show = Afficher
sign-in-hide = Masquer
sign-in-submit = Se connecter
sign-in-microsoft = Se connecter avec Microsoft
sign-in-external = Se connecter avec le compte de votre organisation
sign-in-passkey = Se connecter avec une clé d’accès
browser-wait-title = Continuez dans votre navigateur
browser-wait-intro = Connectez-vous là-bas. La première fois, votre accord vous est demandé. Cette fenêtre continue d’elle-même.
browser-wait-again = Rouvrir le navigateur
browser-wait-stop = Annuler
browser-done-title = Retournez dans Keyholder
browser-done-body = Votre réponse est arrivée. Vous pouvez fermer cette page.
profile-microsoft = Microsoft
profile-external = Compte de votre organisation
profile-external-lead = Avec ce compte, vous pouvez vous connecter sans votre mot de passe. Votre second facteur reste.
profile-external-only-lead = Vous vous connectez avec ce compte. Votre second facteur reste.
profile-external-only = Vous n’avez pas de mot de passe ici, ce compte reste donc associé : c’est votre seul accès.
profile-external-none = Non associé
profile-external-since = Associé depuis le { $date }
profile-external-link = Associer
profile-external-unlink = Dissocier
sign-out = Se déconnecter

## Where the session is kept

key-storage-keychain = Conservée dans { $name }
key-storage-keychain-effect = La clé de cet appareil se trouve dans le trousseau de votre système. Vous restez connecté après un redémarrage, et un dossier de profil copié ne sert à rien sur un autre ordinateur.
key-storage-title-no_session_bus = Le trousseau est hors d’atteinte
key-storage-title-no_service = Pas de trousseau sur cet ordinateur
key-storage-title-locked = Le trousseau est verrouillé
key-storage-title-denied = Le système interdit le trousseau à Keyholder
key-storage-title-failed = Le trousseau ne conserve pas ce qu’on lui confie
key-storage-memory-effect = Vous restez connecté jusqu’à la fermeture de Keyholder. Rien n’est écrit sur le disque.
key-storage-problem-no_session_bus = L’application n’a trouvé aucun bus de session, par lequel les programmes Linux accèdent au trousseau.
key-storage-problem-no_service = Aucun service de trousseau n’est actif. GNOME Keyring ou KWallet en fournit un.
key-storage-problem-locked = Le trousseau est verrouillé. Déverrouillez-le, puis redémarrez Keyholder.
key-storage-problem-denied = Le système n’a pas laissé l’application utiliser le trousseau.
key-storage-problem-failed = Le trousseau n’a pas conservé ce que l’application lui a confié à l’essai.

## Shell

shell-skip = Aller au contenu
shell-navigation = Écrans
shell-close = Fermer
shell-toasts = Avis
shell-try-again = Réessayer
shell-fault-title = Cet écran a rencontré une erreur
shell-fault-body = Elle n’a rien modifié. Réessayez ; si cela se reproduit, redémarrez Keyholder.
shell-locked-title = Cet écran vous est fermé
shell-not-found-title = Cet écran n’existe pas
shell-not-found-body = L’adresse ne mène nulle part. Choisissez un écran à gauche, ou ouvrez les commandes.
start-nothing-title = Bienvenue, { $name }
start-nothing-body = Vos rôles agissent là où vous travaillez, par exemple à la caisse. Vous n’avez rien à gérer ici.
start-no-customer-body = Vous n’appartenez à aucun client en ce moment. Si cela vous étonne, demandez à la personne qui vous a invité.
screen-users = Utilisateurs
screen-about = À propos et confiance
connection-online = Connecté
connection-online-as-of = Connecté, état à { $time }
connection-offline = Hors ligne
connection-offline-as-of = Hors ligne, état à { $time }
customer-switch = Client
user-menu = Votre compte
settings-menu = Paramètres
settings-administration = Gestion des utilisateurs
theme-title = Apparence
theme-system = Comme le système
theme-light = Claire
theme-dark = Sombre
language-title = Langue
language-system = Comme le système
language-current = Français
about-lead = Ce que cette application peut montrer d’elle-même sur cet ordinateur.
about-copy = Copier les détails
about-copied = Détails copiés
about-keys = Clé de cet appareil
about-service = Service
about-session = Session
about-session-bound = Liée à la clé de cet appareil : un jeton volé ne sert à rien sans elle. Elle prend fin quand vous vous déconnectez, ou quand un administrateur vous désactive.
about-version = Version
palette-open = Rechercher ou agir
palette-title = Commandes
palette-placeholder = Que souhaitez-vous faire ?
palette-none = Rien trouvé pour « { $search } »
palette-actions = Actions
palette-screens = Aller à
palette-settings = Paramètres
palette-setting = { $name } : { $value }
help-title = Clavier
help-general = Partout
help-list = Dans les listes
action-palette = Commandes
action-help = Raccourcis clavier
action-add-user = Ajouter un utilisateur
action-search = Rechercher des utilisateurs
action-next-row = Ligne suivante
action-previous-row = Ligne précédente
action-select-row = Sélectionner la ligne, avec Maj une plage
action-open-row = Ouvrir la ligne
action-invite = Inviter les utilisateurs sélectionnés
## Utilisateurs

users-title = Utilisateurs
users-count =
    { $count ->
        [one] { $shown } utilisateur
       *[other] { $shown } utilisateurs
    }
users-add = Ajouter des utilisateurs
users-invite =
    { $count ->
        [0] Inviter
        [one] Inviter { $count } utilisateur
       *[other] Inviter { $count } utilisateurs
    }
users-invite-none = Sélectionnez d’abord des utilisateurs qui attendent une invitation.
users-search = Rechercher des utilisateurs
users-search-placeholder = Nom ou nom de connexion
users-search-clear = Effacer la recherche
users-filter-status = Statut
users-filter-role = Rôle
users-filter-location = Établissement
users-filter-kind = Type
users-filter-kind-any = Avec et sans e-mail
users-filter-button =
    { $count ->
        [0] { $name }
       *[other] { $name } · { $count }
    }
users-filter-remove = Retirer le filtre { $name }
users-filters-on = Filtres actifs
users-filters-clear = Effacer les filtres
users-columns = Colonnes
users-column-name = Nom
users-column-status = Statut
users-column-roles = Rôles
users-column-reach = Établissements
users-column-last_sign_in_at = Dernière connexion
users-head-last_sign_in_at = Connecté
users-column-second_factor = 2FA
users-column-sign_in_way = Connexion avec
users-filter-factor = 2FA
users-filter-way = Mode de connexion
factor-none = Aucun
factor-none-long = Sans second facteur
factor-mailed_code = E-mail
factor-mailed_code-long = Code par e-mail
factor-app = App
factor-app-long = Application d’authentification
listed-way-password = Mot de passe
listed-way-external = Microsoft ou autre fournisseur
listed-way-not_yet = Pas encore
factor-passkey = Clé d’accès
factor-passkey-long = Clé d’accès ou clé de sécurité
users-column-sign_in_name = Nom de connexion
users-column-kind = Type
users-column-created_at = Ajout
users-column-origin = Origine
users-column-buttons = Actions
users-never = Jamais
users-own = Vous
users-pending = invitation en attente
users-row-open = Détails de { $name }
users-row-invite = Envoyer une invitation à { $name }
users-row-deactivate = Désactiver { $name }
users-row-reactivate = Réactiver { $name }
users-details = Détails de l’utilisateur
users-close = Fermer
users-cancel = Annuler
users-undo = Revenir en arrière
users-retry = Réessayer
users-failed = Les utilisateurs n’ont pas pu être chargés
users-failed-one = Cet utilisateur n’a pas pu être chargé
users-empty-title = Personne ici pour l’instant
users-empty-why = Ajoutez les personnes qui travaillent avec vos paiements. Chacune reçoit sa propre connexion, avec juste l’accès qu’il lui faut.
users-none-found = Personne ne correspond à « { $search } »
users-none-filtered = Personne ne correspond à ces filtres
users-none-hint-search = La recherche porte sur les noms et les noms de connexion. Essayez une partie du nom.
users-none-hint-filters = Les filtres réduisent encore la liste. Retirez-en un, ou affichez tout le monde.
users-show-all = Afficher tout le monde
users-offline =
    { $minutes ->
        [0] Il n’y a pas de connexion. La liste date de { $time }. Rien ne peut être modifié avant le retour de la connexion.
        [one] Il n’y a pas de connexion. La liste date de { $time }, il y a une minute. Rien ne peut être modifié avant le retour de la connexion.
       *[other] Il n’y a pas de connexion. La liste date de { $time }, il y a { $minutes } minutes. Rien ne peut être modifié avant le retour de la connexion.
    }
users-offline-copy = Il n’y a pas de connexion. Voici la liste telle qu’à { $time }, { $age }. On peut y chercher et la lire, pour la dernière fois { $left } ; rien ne peut être modifié avant le retour de la connexion.
users-offline-part = Elle contient { $rows } utilisateurs sur { $total }.
users-offline-why-none = Aucune copie de la liste n’a été gardée pour la lire sans connexion.
users-offline-why-no_keychain = Cet ordinateur n’a pas de trousseau pour protéger une copie ; aucune n’est donc gardée pour la lecture sans connexion.
users-offline-why-time_up = La copie pour la lecture sans connexion a été supprimée, car son délai était écoulé.
users-offline-why-clock_set_back = La copie pour la lecture sans connexion a été supprimée, car l’horloge de cet ordinateur a été reculée.
problem-offline_bin = Il n’y a pas de connexion, et la copie de la liste ne contient personne qui soit dans la corbeille. Regardez-y au retour de la connexion.
users-done-invite = Invitation envoyée à { $name }
users-done-deactivate = { $name } est désactivé et déconnecté
users-done-reactivate = { $name } est réactivé
users-done-change_roles = Rôles de { $name } enregistrés
users-done-change_scope = Établissements de { $name } enregistrés

## Utilisateurs : détails

panel-access = Accès
panel-security = Sécurité
panel-activity = Activité
panel-resend = Envoyer une nouvelle invitation
panel-make-link = Créer le lien d’activation
panel-roles = Rôles
panel-roles-wait = Attend un deuxième accord : { $roles }.
panel-roles-none = Aucun rôle pour l’instant : rien n’est permis ici.
panel-reach = Établissements
panel-permissions =
    { $count ->
        [0] Aucune autorisation n’a d’effet
        [one] { $count } autorisation
       *[other] { $count } autorisations
    }
panel-critical = Critique :
panel-moment = { $relative } ({ $exact })
panel-language = Langue des e-mails
panel-own-data = Le nom, l’adresse et la langue sont modifiés par l’utilisateur lui-même, dans son profil.
panel-activity-none = Rien ne s’est encore passé.
panel-activity-more = Afficher l’activité antérieure
panel-activity-failed = L’activité n’a pas pu être chargée
panel-activity-locked = L’activité est verrouillée
group-mailbox-title = Plusieurs personnes lisent peut-être cette boîte
group-mailbox-why = Les liens d’activation et de réinitialisation y arrivent, donc toute personne qui la lit pourrait entrer. Une adresse personnelle est plus sûre.

## Utilisateurs : rôles

roles-choose = Rôles
roles-not-grantable = Vous ne pouvez donner que ce que vous avez vous-même.
roles-at-least-one = Choisissez au moins un rôle.
roles-change-title = Rôles de { $name }
roles-change-save = Enregistrer les rôles de { $name }
roles-change-effect = Ce que cela change
roles-change-none = Rien ne change pour { $name }.
roles-change-same = Les rôles changent, mais { $name } peut faire la même chose qu’avant.
roles-change-gains = { $name } gagne : { $gained }.
roles-change-loses = { $name } perd : { $lost }.
roles-change-gains-and-loses = { $name } gagne : { $gained }. Sont perdues : { $lost }.
roles-change-more = { $count } de plus
roles-change-reach = Celles liées à un établissement valent pour : { $reach }.

## Utilisateurs : plusieurs à la fois

bulk-label = Actions sur les utilisateurs sélectionnés
bulk-selected = { $count } sélectionnés
bulk-clear = Effacer la sélection
bulk-invite =
    { $count ->
        [one] Inviter { $count } utilisateur
       *[other] Inviter { $count } utilisateurs
    }
bulk-invite-means = Les utilisateurs avec une adresse e-mail reçoivent un lien valable 48 heures ; les liens précédents ne fonctionnent plus. Pour les autres, les liens vous sont montrés une seule fois.
bulk-deactivate =
    { $count ->
        [one] Désactiver { $count } utilisateur
       *[other] Désactiver { $count } utilisateurs
    }
bulk-deactivate-means = Ils sont déconnectés aussitôt et ne peuvent plus se connecter ici jusqu’à la réactivation.
bulk-reactivate =
    { $count ->
        [one] Réactiver { $count } utilisateur
       *[other] Réactiver { $count } utilisateurs
    }
bulk-reactivate-means = Ils peuvent de nouveau se connecter ici, avec les rôles qu’ils avaient.
bulk-skipped =
    { $count ->
        [one] { $count } sur { $total } est ignoré, parce que :
       *[other] { $count } sur { $total } sont ignorés, parce que :
    }
bulk-running = En cours…
bulk-finished = Terminé
bulk-progress = { $done } sur { $total }
bulk-stop = Arrêter
bulk-results = Résultats
bulk-done = fait
bulk-failed = non fait
bulk-retry = Réessayer pour { $count }

## Utilisateurs : ajout

add-title = Ajouter des utilisateurs
add-step-who = Qui
add-step-access = Accès
add-step-review = Vérification
add-progress = étape { $step } sur { $steps }
add-next = Suivant
add-back = Retour
add-save = Ajouter l’utilisateur
add-kind = Comment cette personne se connecte-t-elle ?
add-kind-verified = Avec son adresse e-mail
add-kind-verified-description = Recommandé. Les invitations et les liens de réinitialisation arrivent par e-mail.
add-kind-unverified = Avec un nom généré
add-kind-unverified-description = Seulement pour les personnes sans adresse e-mail.
add-email = Adresse e-mail
add-email-personal = Une adresse personnelle. Évitez les boîtes que plusieurs personnes lisent, comme info@ ou office@ : les liens d’activation et de réinitialisation y arrivent.
add-way = Avec quoi ?
add-way-password-description = La personne choisit un mot de passe en ouvrant l’invitation.
add-way-external-description = L’invitation y mène. Cela ne marche qu’avec le compte de cette adresse, il n’y a pas de mot de passe ici, et ce choix n’est plus possible ensuite.
way-password = Un mot de passe à elle
way-microsoft = Son compte Microsoft
way-external = Son compte chez un autre fournisseur
way-external-means = Il n’y a pas de mot de passe ici : rien n’expire, ne se réinitialise ni ne se signale. Le second facteur est celui qui est configuré ici.
add-given-name = Prénom
add-family-name = Nom de famille
add-language = Langue
add-language-description = Pour les e-mails et les pages du compte.
add-unverified-title = Sans e-mail, certaines choses ne fonctionnent pas
add-unverified-why = Vous remettez vous-même le lien d’activation, puis chaque lien de réinitialisation. La personne ne peut pas réinitialiser seule un mot de passe oublié.
add-approval = { $name } est ajouté tout de suite, sans les rôles critiques, et peut être invité. Un deuxième administrateur lit la demande ; sans accord sous 72 heures, rien d’autre ne change.
several-approval = Ces personnes sont ajoutées tout de suite, sans les rôles critiques, et peuvent être invitées. Un deuxième administrateur lit les demandes ; sans accord sous 72 heures, rien d’autre ne change. Au plus 100 changements attendent à la fois.
offer-waiting = Attend un deuxième accord : { $roles }. D’ici là, { $name } travaille sans.
invite-one-left = Un seul autre lien peut encore être envoyé à cette personne dans l’heure.
invite-none-left = Aucun autre lien ne peut être envoyé à cette personne avant { $at }.
several-waiting =
    { $count ->
        [one] Les rôles critiques d’une personne attendent sur l’écran Accords. Elle peut être invitée entre-temps.
       *[other] Les rôles critiques de { $count } personnes attendent sur l’écran Accords. Elles peuvent être invitées entre-temps.
    }
add-reach = Où l’accès s’applique-t-il ?
add-reach-limited = Votre propre accès est limité à des établissements, vous ne pouvez donc donner qu’une partie de ceci.
add-review-verified =
    { $scope ->
        [all]
            { $role_count ->
                [one] { $name } se connecte avec { $email }, avec le rôle { $roles }, dans tous les établissements.
               *[other] { $name } se connecte avec { $email }, avec les rôles { $roles }, dans tous les établissements.
            }
        [only]
            { $role_count ->
                [one] { $name } se connecte avec { $email }, avec le rôle { $roles }, seulement dans ces établissements : { $locations }.
               *[other] { $name } se connecte avec { $email }, avec les rôles { $roles }, seulement dans ces établissements : { $locations }.
            }
       *[none_yet]
            { $role_count ->
                [one] { $name } se connecte avec { $email }, avec le rôle { $roles }, dans aucun établissement pour l’instant.
               *[other] { $name } se connecte avec { $email }, avec les rôles { $roles }, dans aucun établissement pour l’instant.
            }
    }
add-review-unverified =
    { $scope ->
        [all]
            { $role_count ->
                [one] { $name } se connecte avec un nom généré, avec le rôle { $roles }, dans tous les établissements.
               *[other] { $name } se connecte avec un nom généré, avec les rôles { $roles }, dans tous les établissements.
            }
        [only]
            { $role_count ->
                [one] { $name } se connecte avec un nom généré, avec le rôle { $roles }, seulement dans ces établissements : { $locations }.
               *[other] { $name } se connecte avec un nom généré, avec les rôles { $roles }, seulement dans ces établissements : { $locations }.
            }
       *[none_yet]
            { $role_count ->
                [one] { $name } se connecte avec un nom généré, avec le rôle { $roles }, dans aucun établissement pour l’instant.
               *[other] { $name } se connecte avec un nom généré, avec les rôles { $roles }, dans aucun établissement pour l’instant.
            }
    }
add-kind-several = Plusieurs personnes
add-kind-several-description = Collez leurs adresses. Toutes reçoivent le même accès.
several-addresses = Adresses
several-addresses-description = Séparées par des virgules, des espaces ou des lignes ; le nom peut précéder, par exemple Nina Hofer <nina@example.com>. Au plus 1 000.
several-not_an_email = Ce n’est pas une adresse e-mail.
several-name_missing = Écrivez le nom devant : Prénom Nom <adresse>.
several-people = Personnes de la liste
several-skipped =
    { $count } sur { $total } laissés de côté ; { $repeated ->
        [0] aucune adresse n’y figure deux fois.
        [one] une adresse y figure à nouveau.
       *[other] { $repeated } adresses y figurent à nouveau.
    }
several-save =
    { $count ->
        [one] Ajouter une personne
       *[other] Ajouter { $count } personnes
    }
several-adding =
    { $count ->
        [one] Ajout d’une personne
       *[other] Ajout de { $count } personnes
    }
several-inviting =
    { $count ->
        [one] Invitation d’une personne
       *[other] Invitation de { $count } personnes
    }
several-invite =
    { $count ->
        [one] Inviter une personne
       *[other] Inviter { $count } personnes
    }
several-offer =
    { $count ->
        [one] Une personne a été ajoutée. Sans invitation, elle ne peut pas entrer ; vous pouvez aussi l’envoyer plus tard depuis la liste.
       *[other] { $count } personnes ont été ajoutées. Sans invitation, elles ne peuvent pas entrer ; vous pouvez aussi l’envoyer plus tard depuis la liste.
    }
add-review-several =
    { $scope ->
        [all]
            { $role_count ->
                [one] { $count ->
                    [one] Une personne reçoit le rôle { $roles }, dans tous les établissements.
                   *[other] { $count } personnes reçoivent le rôle { $roles }, dans tous les établissements.
                }
               *[other] { $count ->
                    [one] Une personne reçoit les rôles { $roles }, dans tous les établissements.
                   *[other] { $count } personnes reçoivent les rôles { $roles }, dans tous les établissements.
                }
            }
        [only]
            { $role_count ->
                [one] { $count ->
                    [one] Une personne reçoit le rôle { $roles }, seulement dans ces établissements : { $locations }.
                   *[other] { $count } personnes reçoivent le rôle { $roles }, seulement dans ces établissements : { $locations }.
                }
               *[other] { $count ->
                    [one] Une personne reçoit les rôles { $roles }, seulement dans ces établissements : { $locations }.
                   *[other] { $count } personnes reçoivent les rôles { $roles }, seulement dans ces établissements : { $locations }.
                }
            }
       *[none_yet]
            { $role_count ->
                [one] { $count ->
                    [one] Une personne reçoit le rôle { $roles }, dans aucun établissement pour l’instant.
                   *[other] { $count } personnes reçoivent le rôle { $roles }, dans aucun établissement pour l’instant.
                }
               *[other] { $count ->
                    [one] Une personne reçoit les rôles { $roles }, dans aucun établissement pour l’instant.
                   *[other] { $count } personnes reçoivent les rôles { $roles }, dans aucun établissement pour l’instant.
                }
            }
    }
add-review-critical =
    { $count ->
        [one] Ceci donne une autorisation critique
       *[other] Ceci donne { $count } autorisations critiques
    }
add-review-risk = { $permission } : { $risk }
add-review-next = Rien n’est encore envoyé. Après l’ajout, vous décidez d’inviter tout de suite ou plus tard.
offer-title = { $name } est ajouté. Inviter maintenant ?
offer-mail = Une invitation avec un lien d’activation est envoyée à { $sign_in_name }. Sans elle, { $name } ne peut pas entrer. Vous pouvez aussi l’envoyer plus tard depuis la liste.
offer-link = { $name } a besoin d’un lien d’activation, que vous remettez vous-même. Vous pouvez aussi le créer plus tard depuis la liste.
offer-sign-in-name = Le nom de connexion est
offer-send = Envoyer l’invitation
offer-later = Pas maintenant
link-title = Lien d’activation pour { $name }
link-reset-title = Lien de réinitialisation pour { $name }
link-what = Ce lien permet à { $name } de définir un mot de passe. Il n’est montré que maintenant.
link-copy = Copier le lien
link-copied = Copié
link-print = Imprimer
link-qr = Lien de { $name } sous forme de code QR
link-code = Code
link-code-advice = Communiquez ces six chiffres par un autre moyen que le lien, par exemple par téléphone. Après cinq codes erronés, le lien ne vaut plus rien.
link-advice-once = Il fonctionne une fois, jusqu’au { $until }. Un nouveau lien le remplace.
link-advice-personally = Remettez-le en main propre, ou par un moyen que seule cette personne lit.
link-advice-end = Une fois ceci fermé, plus personne ne peut le voir.
link-close = J’ai gardé le lien
link-paper-title = Votre accès à Keyholder
link-paper-what = Pour { $name } et pour personne d’autre : scannez l’image avec votre téléphone, ou saisissez l’adresse dans un navigateur.
link-paper-code = La page demande six chiffres. La personne qui vous a remis cette feuille vous les communique séparément.
locations-search = Rechercher des établissements
locations-search-placeholder = Nom, site web, adresse ou numéro de terminal
locations-none-found = Aucun établissement ne correspond à « { $search } »
locations-more = Il y en a d’autres. Cherchez pour les trouver.
locations-chosen =
    { $count ->
        [0] Choisir des établissements
        [one] { $count } établissement choisi
       *[other] { $count } établissements choisis
    }
locations-remove = Retirer l’établissement { $name }
locations-failed = Les établissements n’ont pas pu être lus
scope-change-title = Établissements de { $name }
scope-change-save = Enregistrer les établissements de { $name }
scope-change-choose = Choisissez au moins un établissement.
scope-change-to-all = { $name } gagne tous les établissements, y compris ceux ajoutés plus tard.
scope-change-to-none = { $name } perd tous les établissements. Ce qui dépend d’un établissement ne fonctionne plus jusqu’à un nouveau choix.
scope-change-from-all = { $name } garde { $kept } et perd tous les autres établissements.
scope-change-gains = { $name } gagne : { $gained }.
scope-change-loses = { $name } perd : { $lost }.
scope-change-gains-and-loses = { $name } gagne : { $gained }. Sont perdus : { $lost }.
