# Les codes de ses propres comptes, et le coffre qui les garde.

screen-codes = Codes
screen-codes-words = authentificateur coffre codes uniques OTP TOTP

codes-failed = Le coffre n’a pas pu être lu
codes-list = Comptes
codes-count =
    { $count ->
        [one] { $count } compte
       *[other] { $count } comptes
    }
codes-add = Ajouter un compte
codes-lock = Verrouiller
codes-locked-itself = Le coffre s’est verrouillé
codes-search-label = Rechercher des comptes
codes-search-placeholder = Service, nom ou mot-clé
codes-search-clear = Vider la recherche
codes-none-found = Aucun compte ne correspond à « { $typed } »
codes-none-found-hint = La recherche porte sur les services, les noms et les mots-clés. Essayez avec moins de lettres.
codes-empty = Pas encore de compte
codes-empty-body = Un service qui propose l’authentification à deux facteurs affiche un code QR et un lien ou une clé. Ajoutez ici le lien ou la clé, et cet écran affiche les codes.
codes-now = Code
codes-next = Suivant
codes-left = encore { $seconds } s
codes-hidden = Masqué tant que vous ne le pointez pas
codes-counted = Compté, chaque code sert une fois
codes-copied = Le code de { $name } est copié
codes-copied-clears = Le presse-papiers se vide dans { $seconds } secondes.
codes-more = Plus sur { $name }
codes-clock-late-seconds = L’horloge de cet ordinateur retarde de { $shown } secondes
codes-clock-ahead-seconds = L’horloge de cet ordinateur avance de { $shown } secondes
codes-clock-late-minutes =
    { $count ->
        [one] L’horloge de cet ordinateur retarde de { $shown } minute
       *[other] L’horloge de cet ordinateur retarde de { $shown } minutes
    }
codes-clock-ahead-minutes =
    { $count ->
        [one] L’horloge de cet ordinateur avance de { $shown } minute
       *[other] L’horloge de cet ordinateur avance de { $shown } minutes
    }
codes-clock-body = Les codes affichés ici sont justes malgré tout : ils suivent l’horloge du service. Réglez l’heure de cet ordinateur sur automatique, afin qu’ils restent justes sans réseau aussi.
codes-leave = Retour
codes-unnamed = Compte sans nom
codes-pin = Épingler en haut
codes-unpin = Ne plus épingler
codes-edit = Modifier le nom et les mots-clés
codes-remove = Retirer
codes-remove-title = Retirer { $name }
codes-remove-body = Cet ordinateur n’affiche alors plus de codes pour ce compte, et la clé est perdue pour de bon. Là où un service demande encore ces codes, désactivez-y d’abord l’authentification à deux facteurs ou configurez une autre application.
codes-remove-send = Retirer { $name }
codes-removed = { $name } est retiré
codes-edit-title = Nom et mots-clés de { $name }
codes-edit-save = Enregistrer
codes-issuer = Service
codes-issuer-help = Qui demande les codes, par exemple le nom d’un service.
codes-name = Compte
codes-name-help = Votre nom ou votre adresse dans ce service.
codes-tags = Mots-clés
codes-tags-help = Des mots pour le retrouver, séparés par des virgules.
codes-add-title = Ajouter un compte
codes-add-how = Comment l’ajoutez-vous ?
codes-add-by-link = Avec un lien
codes-add-by-hand = À la main
codes-link = Lien
codes-link-help = Il commence par otpauth:// et contient ce que dit le code QR du service.
codes-secret = Clé
codes-secret-help = Des lettres et des chiffres de 2 à 7, comme le service les affiche. Les espaces ne comptent pas.
codes-kind = Type de codes
codes-kind-time = Selon l’heure
codes-kind-counter = Comptés
codes-kind-steam = Steam
codes-digits = Chiffres
codes-period = Secondes par code
codes-algorithm = Fonction de hachage
codes-add-send = Ajouter le compte
codes-add-go-on = Continuer
codes-add-by-screen = Depuis l’écran
codes-add-by-screen-help = Cherche des codes QR dans les autres fenêtres. Pour un code sur papier ou sur un téléphone : prenez une photo et choisissez-la comme image.
codes-add-by-file = Depuis une image ou un fichier
codes-add-by-file-help = Un code QR, une sauvegarde ou l’export d’un autre programme.
codes-tools = Reprendre et sauvegarder
codes-backup-empty = Il n’y a pas encore de compte à sauvegarder.
codes-added = { $name } est ajouté
codes-settings = Comment les codes s’affichent
codes-hide = Masquer les codes tant que je ne les pointe pas
codes-auto-lock = Verrouiller quand personne n’utilise Keyholder
codes-auto-lock-minutes =
    { $minutes ->
        [one] Après { $minutes } minute
       *[other] Après { $minutes } minutes
    }
codes-order = Ordre
codes-order-name = Par nom
codes-order-use = Les plus utilisés d’abord
codes-backup = Enregistrer une sauvegarde
codes-backup-form = De quoi avez-vous besoin ?
codes-backup-sealed = Un fichier scellé
codes-backup-sealed-help = À conserver. Il contient tout, scellé avec une phrase de passe propre que personne ne peut réinitialiser. Gardez les deux loin de cet ordinateur.
codes-backup-sealed-send = Enregistrer la sauvegarde
codes-backup-paper = Une feuille de papier
codes-backup-paper-help = Chaque compte avec son code QR et sa clé, à imprimer et à mettre sous clé.
codes-backup-paper-send = Enregistrer la feuille non scellée
codes-backup-paper-next = Ouvrez-la dans un navigateur et imprimez-la. Puis supprimez le fichier et videz la corbeille.
codes-backup-plain = Une liste pour un autre programme
codes-backup-plain-help = Chaque compte comme lien otpauth://, tel que presque tout authentificateur le lit. Étiquettes et notes restent ici.
codes-backup-plain-send = Enregistrer la liste non scellée
codes-backup-plain-next = Reprenez-la dans l’autre programme. Puis supprimez le fichier et videz la corbeille.
codes-backup-bare-title = Quiconque obtient ce fichier a vos codes
codes-backup-bare = Il n’est pas scellé. Les programmes qui synchronisent ou indexent vos téléchargements le lisent aussi. Seul votre propre compte d’utilisateur peut l’ouvrir.
codes-backup-bare-consent = Je supprime le fichier dès que je m’en suis servi
codes-backup-saved = Enregistré dans vos téléchargements sous { $file }
sheet-title = Codes de mes comptes
sheet-lead = Faite avec Keyholder le { $date }. Quiconque a cette feuille peut faire les codes : mettez-la sous clé, et détruisez-la quand elle est périmée.
sheet-key = Clé
sheet-settings = Réglages

vault-create-title = Gardez vos codes dans Keyholder
vault-create-lead = Keyholder crée les codes que les services demandent à la connexion. Les clés de vos comptes sont dans un fichier scellé sur cet ordinateur, et nulle part ailleurs.
vault-create-keychain = La clé du fichier va dans { $name }. Le coffre s’ouvre alors avec votre session sur cet ordinateur.
vault-create-also = L’ouvrir aussi avec une phrase de passe
vault-create-also-help = Un moyen d’entrer si le trousseau est perdu. Personne ne peut la réinitialiser.
vault-create-passphrase-only = Sans trousseau, seule une phrase de passe garde le fichier scellé. Vous la saisissez à chaque démarrage de Keyholder, et personne ne peut la réinitialiser.
vault-create = Créer le coffre
vault-consent = J’ai lu ceci et je garde la phrase de passe en lieu sûr
vault-consent-needed = Cochez d’abord la case ci-dessus.
vault-passphrase = Phrase de passe
vault-passphrase-help = Au moins { $min } caractères. Plusieurs mots se retiennent mieux que des symboles.
vault-passphrase-again = Phrase de passe, encore une fois
vault-unlock-title = Le coffre est verrouillé
vault-unlock-lead = Aucune de ses clés n’est en mémoire. Ouvrez-le pour voir vos codes.
vault-unlock-keychain = Ouvrir avec { $name }
vault-unlock-passphrase = Ouvrir avec la phrase de passe
vault-open-older = L’ouvrir quand même
vault-open-previous = Ouvrir la copie précédente

own-here = Configurer sur cet ordinateur
own-here-vault = Créez et ouvrez d’abord votre coffre sur l’écran « Codes ».
own-here-lead = Keyholder garde la clé dans votre coffre, la confirme avec le premier code et remplit les codes quand vous vous connectez ici.
own-here-advice = Un téléphone est plus sûr
own-here-advice-why = Ici, le mot de passe et les codes se retrouvent sur un seul appareil. Qui accède à cet ordinateur pendant que le coffre est ouvert a les deux. Si possible, configurez aussi une application sur votre téléphone, et donnez à cet ordinateur un disque chiffré et un verrouillage d’écran.
own-here-name = Cet ordinateur
own-here-send = Configurer ici
own-fill = Remplir le code de cet ordinateur
own-fill-failed = Le code n’a pas pu être rempli

problem-vault_absent = Il n’y a plus de coffre sur cet ordinateur. Créez-en un nouveau ou remettez le fichier en place.
problem-vault_exists = Il y a déjà un fichier à la place du coffre. Rien n’a été modifié.
problem-vault_locked = Le coffre est verrouillé. Ouvrez-le d’abord.
problem-vault_wrong_passphrase = Cette phrase de passe n’ouvre pas le coffre. Vérifiez la disposition du clavier et les majuscules.
problem-vault_wait = Après plusieurs phrases de passe erronées, il faut attendre. Réessayez dans { $retry_after } s.
problem-vault_wait-minutes = Après plusieurs phrases de passe erronées, il faut attendre. Réessayez dans { $minutes } minutes.
problem-vault_keychain =
    { $problem ->
        [no_session_bus] Le trousseau est injoignable, car il n’y a pas de bus de session. Ouvrez le coffre avec sa phrase de passe ou lancez Keyholder depuis votre bureau.
        [no_service] Aucun trousseau ne fonctionne sur cet ordinateur. Utilisez une phrase de passe ou lancez GNOME Keyring ou KWallet.
        [locked] Le trousseau est verrouillé. Déverrouillez-le, puis réessayez.
        [denied] Le système refuse le trousseau à Keyholder. Autorisez-le dans le système ou utilisez la phrase de passe.
       *[other] Le trousseau ne garde pas ce qu’on lui donne. Utilisez une phrase de passe ou réessayez.
    }
problem-vault_key_gone = Le trousseau ne contient aucune clé qui ouvre ce coffre. Ouvrez-le avec sa phrase de passe. S’il n’y en a pas, seule une sauvegarde peut aider.
problem-vault_damaged =
    { $previous ->
        [true] Le fichier du coffre est endommagé. Rien n’a été modifié. La copie précédente est à côté ; il peut y manquer les derniers ajouts.
       *[other] Le fichier du coffre est endommagé, et il n’y a pas de copie à côté. Rien n’a été modifié. Mettez une sauvegarde à sa place.
    }
problem-vault_older = Le fichier du coffre est plus ancien que le dernier enregistré. Quelqu’un a mis une sauvegarde à sa place. Ce qui a été ajouté depuis n’y est pas.
problem-vault_newer_version = Une version plus récente de Keyholder a créé ce fichier. Mettez l’application à jour, puis ouvrez-le.
problem-vault_unreadable = Le fichier du coffre ne peut pas être lu. Vérifiez qu’il vous appartient et que le disque fonctionne.
problem-vault_not_saved = Le coffre n’a pas pu être enregistré, et rien n’a été modifié. Vérifiez que le disque n’est pas plein et que le dossier vous appartient.
problem-vault_changed_elsewhere = Un autre programme a enregistré le coffre entre-temps, et rien n’a été modifié ici. Verrouillez-le, rouvrez-le, puis recommencez.
problem-vault_full = Le coffre ne peut rien contenir de plus. Retirez ce dont vous n’avez plus besoin.
problem-vault_no_memory = Il n’y a pas assez de mémoire libre pour essayer la phrase de passe. Fermez d’autres programmes, puis réessayez.
problem-vault_entry_gone = Ce compte n’est plus dans le coffre.
problem-vault_account_known = Ce compte est déjà dans le coffre.
problem-vault_account_unreadable =
    { $reason ->
        [not_otpauth] Ce n’est pas un lien pour un authentificateur. Il doit commencer par otpauth://.
        [migration] C’est un export de plusieurs comptes d’un autre téléphone. Il se reprend comme un import, pas comme un lien.
        [secret] Le lien ne contient aucune clé lisible. Copiez-le à nouveau, en entier.
        [kind] Le lien demande un type de codes que Keyholder ne connaît pas.
        [algorithm] Le lien demande une fonction de hachage que Keyholder ne connaît pas.
        [digits] Le lien demande un autre nombre de chiffres que six, sept ou huit.
        [period] Le lien n’indique aucun nombre de secondes par code.
        [counter] Le lien n’indique aucun compteur.
       *[other] Le lien est trop long pour un authentificateur.
    }
