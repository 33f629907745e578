### Les mots des écrans, par écran. Règles : docs/messages.md.


## Sign-in

app-name = Keyholder
sign-in-promise = Qui peut faire quoi, et où. Entre vos mains.
start-waiting = Ouverture de Keyholder …
start-failed-title = Keyholder n’a pas pu démarrer
start-change-server = Utiliser une autre adresse
connect-title = Se connecter au service
connect-lead = Où se trouve le service Keyholder de votre entreprise ? La question n’est posée qu’une fois, puis l’adresse est retenue.
connect-address = Adresse du service
connect-address-help = Elle figure dans votre invitation, ou votre administrateur la connaît.
connect-submit = Continuer
connect-back = Garder l’adresse actuelle
sign-in-title = Connexion
sign-in-at = à
sign-in-change-server = Modifier
sign-in-name = Adresse e-mail ou nom d’utilisateur
sign-in-name-help = Vous pouvez coller ici, et votre gestionnaire de mots de passe fonctionne aussi.
sign-in-password = Mot de passe
sign-in-show = Afficher
sign-in-hide = Masquer
sign-in-submit = Se connecter
sign-out = Se déconnecter

## Where the session is kept

key-storage-keychain = Conservée dans { $name }
key-storage-keychain-effect = La clé de cet appareil se trouve dans le trousseau de votre système. Vous restez connecté après un redémarrage, et un dossier de profil copié ne sert à rien sur un autre ordinateur.
key-storage-memory-title = Pas de trousseau sur cet ordinateur
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
shell-fault-body = Elle n’a rien modifié. Réessayez ; si cela se reproduit, redémarrez Keyholder.
shell-locked-title = Cet écran vous est fermé
shell-not-found-title = Cet écran n’existe pas
shell-not-found-body = L’adresse ne mène nulle part. Choisissez un écran à gauche, ou ouvrez les commandes.
start-nothing-title = Bienvenue, { $name }
start-nothing-body = Vos rôles agissent là où vous travaillez, par exemple à la caisse. Vous n’avez rien à gérer ici.
start-no-customer-body = Vous n’appartenez à aucun client en ce moment. Si cela vous étonne, demandez à la personne qui vous a invité.
start-operator-title = Vous êtes connecté comme opérateur
start-operator-body = Les opérateurs créent clients, sites et terminaux dans le service lui-même. Les utilisateurs sont gérés par les administrateurs de chaque client.
screen-users = Utilisateurs
screen-about = À propos et confiance
connection-online = Connecté
connection-online-as-of = Connecté, état à { $time }
connection-offline = Hors ligne
connection-offline-as-of = Hors ligne, état à { $time }
customer-switch = Client
mode-live = Production
mode-test = Test
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
about-lead = Ce qui peut être montré de cette application sur cet ordinateur. Aucune promesse que vous ne puissiez vérifier.
about-copy = Copier les détails
about-copied = Détails copiés
about-keys = Clé de cet appareil
about-service = Service
about-session = Session
about-session-bound = Liée à la clé de cet appareil : un jeton volé ne sert à rien sans elle. Elle prend fin quand vous vous déconnectez, ou quand un administrateur vous désactive.
about-version = Version
palette-open = Rechercher ou agir
palette-title = Commandes
palette-placeholder = Que souhaitez-vous faire ?
palette-none = Rien trouvé pour « { $search } »
palette-actions = Actions
palette-screens = Aller à
palette-settings = Paramètres
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
