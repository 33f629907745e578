### Le vocabulaire : statuts, rôles, autorisations et les autres mots du contrat.
### Chaque valeur a sa clé : `genre-valeur`, avec `-` au lieu de `.`. Règles : docs/messages.md.

## Statuts
## `-detail` figure à côté du mot dans les listes, `-meaning` l’explique là où il y a de la place.

status-active = Actif
status-active-meaning = Peut se connecter.
status-not_invited = Non invité
status-not_invited-detail = aucun lien envoyé
status-not_invited-meaning = N’a pas encore de lien d’activation et ne peut donc pas entrer. Envoyez une invitation le moment venu.
status-activation_link_sent = Invité
status-activation_link_sent-detail = fin { $until }
status-activation_link_sent-meaning = Le lien d’activation est en route. L’accès s’ouvre dès que le lien est suivi et qu’un mot de passe est défini.
status-activation_link_expired = Lien expiré
status-activation_link_expired-detail = { $since }
status-activation_link_expired-meaning = Le lien d’activation a expiré avant qu’un mot de passe soit défini. Envoyez-en un nouveau.
status-deactivated = Désactivé
status-deactivated-detail = { $since }
status-deactivated-meaning = Désactivé par l’administration. Aucune connexion ici jusqu’à la réactivation.
status-locked_attempts = Verrouillé
status-locked_attempts-detail = jusqu’à { $until }, mots de passe erronés
status-locked_attempts-meaning = Trop de mots de passe erronés. Le verrou se lève de lui-même à l’heure indiquée ; un administrateur déverrouille qui ne peut pas attendre.
status-locked_inactivity = Verrouillé, inutilisé
status-locked_inactivity-detail = un lien est nécessaire
status-locked_inactivity-meaning = Aucune connexion depuis trop longtemps (90 jours, sauf si vos réglages de sécurité en disposent autrement). Ce verrou ne se lève pas de lui-même : envoyez un lien avec lequel choisir un nouveau mot de passe.
status-password_expired = Mot de passe expiré
status-password_expired-detail = nouveau mot de passe requis
status-password_expired-meaning = Le mot de passe a plus de 90 jours. Il en faut un nouveau avant de pouvoir entrer.
status-deleted = Supprimé
status-deleted-meaning = Dans la corbeille. Ne peut pas se connecter.

## Rôles

role-merchant_administrator = Administration du commerce
role-merchant_administrator-description = Tout chez ce client, y compris les autres administrateurs.
role-location_administrator = Administration d’établissement
role-location_administrator-description = Les utilisateurs et les paiements de ses propres établissements.
role-finance = Finances
role-finance-description = Factures, paiements, remboursements, versements et chiffres.
role-cashier = Caisse
role-cashier-description = Paiements en caisse ou saisis à la main pour les commandes par courrier et téléphone.
role-support = Assistance
role-support-description = Consulte pour les acheteurs et les collègues, ne modifie rien.
role-developer = Développement
role-developer-description = Identifiants d’API et webhooks.
role-auditor = Audit
role-auditor-description = Voit tout, y compris l’activité, ne modifie rien.

## Autorisations
## `-risk` dit pourquoi une autorisation critique mérite un second regard.

permission-users-view = Voir les utilisateurs
permission-users-view-description = Voir qui a accès, avec le statut et les rôles.
permission-users-manage = Gérer les utilisateurs
permission-users-manage-description = Créer, inviter, désactiver et réactiver des utilisateurs et modifier leurs rôles.
permission-users-manage-risk = Décide de qui entre.
permission-administrators-manage = Gérer les administrateurs
permission-administrators-manage-description = Agir sur les utilisateurs qui gèrent eux-mêmes des utilisateurs.
permission-administrators-manage-risk = Peut retirer l’accès à d’autres administrateurs.
permission-roles-manage = Gérer les rôles
permission-roles-manage-description = Composer des rôles propres.
permission-roles-manage-risk = Décide de ce qu’un rôle permet.
permission-locations-view = Voir les établissements
permission-locations-view-description = Voir les établissements et leurs terminaux.
permission-activity-view = Voir l’activité
permission-activity-view-description = Lire qui a fait quoi, et quand.
permission-security-manage = Gérer la sécurité
permission-security-manage-description = Modifier les règles de connexion et imposer l’authentification à deux facteurs.
permission-security-manage-risk = Peut affaiblir la connexion de tout le monde.
permission-buyers-view = Voir les acheteurs
permission-buyers-view-description = Voir les personnes et entreprises qui achètent chez vous.
permission-buyers-edit = Modifier les acheteurs
permission-buyers-edit-description = Modifier les données des acheteurs.
permission-subscriptions-view = Voir les abonnements
permission-subscriptions-view-description = Voir les abonnements et leur état.
permission-subscriptions-edit = Modifier les abonnements
permission-subscriptions-edit-description = Ouvrir, modifier et résilier des abonnements.
permission-invoices-view = Voir les factures
permission-invoices-view-description = Voir et télécharger les factures.
permission-invoices-edit = Modifier les factures
permission-invoices-edit-description = Émettre, modifier et annuler des factures.
permission-transactions-view = Voir les transactions
permission-transactions-view-description = Voir les paiements et leur état.
permission-transactions-edit = Modifier les transactions
permission-transactions-edit-description = Capturer et annuler des paiements.
permission-transactions-moto = Paiements par courrier et téléphone
permission-transactions-moto-description = Saisir à la main les paiements des commandes par courrier et téléphone.
permission-transactions-credit = Remboursement
permission-transactions-credit-description = Rendre de l’argent sur la carte d’un acheteur.
permission-transactions-credit-risk = De l’argent quitte le compte.
permission-transactions-decrypt_pan = Afficher les numéros de carte
permission-transactions-decrypt_pan-description = Voir le numéro de carte complet d’un paiement.
permission-transactions-decrypt_pan-risk = Révèle des données de carte, convoitées par les voleurs.
permission-payouts-view = Versements
permission-payouts-view-description = Voir les versements et verser sur un compte bancaire.
permission-payouts-view-risk = De l’argent quitte le compte.
permission-batch-submit = Envoyer des lots
permission-batch-submit-description = Envoyer des fichiers contenant de nombreux paiements.
permission-statistics-view = Voir les statistiques
permission-statistics-view-description = Voir le chiffre d’affaires et d’autres chiffres.
permission-reports-view = Voir les rapports
permission-reports-view-description = Voir et télécharger les rapports.
permission-account-settings = Paramètres du compte
permission-account-settings-description = Modifier les paramètres du compte.
permission-account-settings-risk = Concerne chaque paiement et chaque utilisateur.
permission-account-plans = Offres et options
permission-account-plans-description = Modifier ce à quoi l’on peut s’abonner.
permission-account-discounts = Remises et bons
permission-account-discounts-description = Modifier les remises et les bons.
permission-account-billing = Factures du compte
permission-account-billing-description = Voir et payer les factures du compte lui-même.
permission-api-credentials = Identifiants d’API
permission-api-credentials-description = Créer et révoquer des identifiants pour les programmes.
permission-api-credentials-risk = Un programme muni d’identifiants peut agir beaucoup sans être vu.
permission-api-webhooks = Webhooks
permission-api-webhooks-description = Modifier les webhooks et voir leur historique.
permission-sync-use = Synchronisation
permission-sync-use-description = Tenir d’autres systèmes à jour.

## Domaines d’autorisations

area-administration = Administration
area-billing = Facturation
area-transactions = Transactions
area-payouts = Versements
area-reporting = Statistiques et rapports
area-account = Compte
area-integration = Intégration

## Ce qui doit être vrai du client

precondition-acquirer_agreement = Sans effet : le client n’a pas de contrat d’acquisition permettant les versements.
precondition-production = Sans effet : le compte est en mode test, pas en production.

## Types d’utilisateur

kind-verified = Avec e-mail
kind-verified-description = Se connecte avec une adresse e-mail personnelle.
kind-unverified = Sans e-mail
kind-unverified-description = Se connecte avec un nom généré.

## Origine

origin-administrator = Ajouté par l’administration
origin-operator = Ajouté par le prestataire de paiement

## Portée

scope-all = Tous les établissements
scope-all-description = Chaque établissement, y compris ceux ajoutés plus tard.
scope-only = Seulement ces établissements
scope-only-description = Seulement les établissements que vous choisissez.
scope-only-count =
    { $count ->
        [one] { $count } établissement
       *[other] { $count } établissements
    }
scope-none_yet = Aucun établissement pour l’instant
scope-none_yet-description = Rien de ce qui dépend d’un établissement, jusqu’à ce que quelqu’un choisisse.

## Tri

sort-name = Nom
sort-sign_in_name = Nom de connexion
sort-created_at = Ajout
sort-last_sign_in_at = Dernière connexion
order-ascending = Croissant
order-descending = Décroissant

## Actions sur un utilisateur

user-action-invite = Envoyer l’invitation
user-action-deactivate = Désactiver
user-action-reactivate = Réactiver
user-action-change_roles = Modifier les rôles
user-action-change_scope = Modifier les établissements

## Clients et terminaux

mode-live = Réel
mode-test = Test
terminal-point_of_sale = Point de vente
terminal-webshop = Boutique en ligne
terminal-pay_gate = Liens de paiement
terminal-moto = Commandes par courrier et téléphone

## Langues, chacune dans la sienne

language-en = English
language-de = Deutsch
language-fr = Français

## Ce que dit l’activité

audit-customer_created = Client créé
audit-user_created = Utilisateur ajouté
audit-user_invited = Invitation envoyée
audit-user_activated = Activé avec un premier mot de passe
audit-membership_accepted = Adhésion acceptée
audit-membership_declined = Accès refusé par la personne
audit-membership_left = A quitté le client
audit-profile_changed = Données personnelles changées
audit-data_change_asked = Changement de nom ou d’adresse demandé
audit-data_change_applied = Nom ou adresse changé
audit-data_change_stopped = Changement de nom ou d’adresse arrêté
audit-alias_changed = Alias changé
audit-user_deactivated = Désactivé
audit-user_reactivated = Réactivé
audit-roles_changed = Rôles modifiés
audit-permissions_changed = Droits en plus modifiés
audit-scope_changed = Établissements modifiés
audit-role_created = Rôle créé
audit-role_changed = Rôle modifié
audit-role_deleted = Rôle supprimé
audit-signed_in = Connecté
audit-sign_in_failed = Connexion refusée
audit-user_locked = Verrouillé après des mots de passe erronés
audit-link_ended = Lien annulé par des codes erronés
audit-signed_out = Déconnecté
audit-refresh_reused = Session terminée : un jeton déjà utilisé est revenu
audit-session_ended = Déconnexion d’un appareil à distance
audit-security_policy_changed = Règles de sécurité modifiées
audit-password_changed = Mot de passe modifié
audit-password_reset_requested = Lien de réinitialisation demandé
audit-password_reset_sent = Lien de réinitialisation envoyé
audit-password_reset = Mot de passe choisi avec un lien
audit-password_leaked = Mot de passe signalé comme divulgué
audit-user_unlocked = Blocage levé
audit-activity_exported = Activité exportée
audit-change_asked = Changement demandé, à accepter par un deuxième administrateur
audit-change_granted = Changement accepté par un deuxième administrateur
audit-change_refused = Changement refusé par un deuxième administrateur
audit-change_withdrawn = Changement retiré

audit-customer_changed = Client modifié
audit-location_created = Site ajouté
audit-location_changed = Site modifié
audit-terminal_created = Terminal ajouté
audit-terminal_changed = Terminal modifié
audit-location_requested = Site demandé
audit-location_request_withdrawn = Demande de site retirée
audit-location_request_answered = Demande de site traitée
audit-recovery_started = Récupération commencée
audit-recovery_address_confirmed = Nouvelle adresse d’une récupération confirmée
audit-recovery_stopped = Récupération arrêtée
audit-recovery_finished = Lien de récupération envoyé
audit-authenticator_added = Application d’authentification configurée
audit-authenticator_renamed = Application d’authentification renommée
audit-authenticator_removed = Application d’authentification retirée
audit-passkey_added = Clé d’accès configurée
audit-passkey_renamed = Clé d’accès renommée
audit-passkey_removed = Clé d’accès retirée
audit-confirming_device_added = Appareil autorisé à confirmer les connexions
audit-confirming_device_removed = Appareil qui ne confirme plus les connexions
audit-auth_request_approved = Confirmé sur un autre appareil
audit-auth_request_refused = Refusé sur un autre appareil
audit-auth_request_voided = Demande annulée après de faux nombres
audit-external_identity_linked = Compte d’un autre fournisseur associé
audit-external_identity_unlinked = Compte d’un autre fournisseur dissocié
audit-recovery_codes_renewed = Nouveaux codes de secours créés
audit-recovery_code_used = Code de secours utilisé
audit-second_factor_failed = Code erroné du second facteur
audit-second_factor_reset = Second facteur retiré
