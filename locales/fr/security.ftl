# Ce que le client exige des mots de passe, des connexions et des sessions.

screen-security = Sécurité
security-lead = Ce que ce client exige des mots de passe, des connexions et des sessions. Qui appartient à plusieurs clients respecte chaque fois la règle la plus stricte.
security-locked = Vous pouvez regarder, mais pas modifier
security-failed = Les règles n’ont pas pu être chargées
security-profile = Profil
security-profile-description = De qui suivre les règles. Les normes se contredisent ; un profil tranche, et chaque réglage indique les clauses qu’il respecte.
security-profile-payments = Paiements
security-profile-payments-description = Les règles des guides des prestataires de paiement : quatre sortes de caractères, un nouveau mot de passe tous les 90 jours.
security-profile-pci = PCI DSS
security-profile-pci-description = Ce que demandent les données de carte : lettres et chiffres ; les mots de passe ne vieillissent que sans second facteur.
security-profile-nist = NIST
security-profile-nist-description = De longs mots de passe que personne ne devine, et aucun changement forcé.
security-group-passwords = Mots de passe
security-group-locks = Blocages
security-group-sessions = Sessions et liens
security-length = Longueur
security-length-means = Le nombre minimal de caractères d’un nouveau mot de passe. Ceux qui existent restent jusqu’à leur changement.
security-composition = Sortes de caractères
security-composition-any = Aucune règle : tous les caractères, pourvu que le mot de passe soit long et difficile à deviner.
security-composition-letters_and_digits = Des lettres et des chiffres.
security-composition-four_kinds = Majuscules, minuscules, chiffres et caractères spéciaux.
security-rotation = Expiration
security-rotation-nobody = Les mots de passe n’expirent pas. Celui qui a été divulgué doit tout de même changer.
security-rotation-without_second_factor = Les mots de passe de qui se connecte avec le seul mot de passe expirent.
security-rotation-everybody = Tous les mots de passe expirent. La connexion suivante en demande un nouveau.
security-history = Anciens mots de passe
security-history-means = Ceux qui ne peuvent pas revenir : les derniers, et tout mot de passe valable pendant ces heures.
security-lockout = Mots de passe erronés
security-lockout-means = Quand un accès est bloqué, et pour combien de temps. Un appareil connu compte à part : des inconnus ne bloquent personne.
security-inactivity = Absence
security-inactivity-means = Qui ne se connecte pas pendant cette durée est bloqué. Seul un lien de réinitialisation d’un administrateur rouvre l’accès.
security-session_idle = Session inutilisée
security-session_idle-means = Après combien de temps sans activité il faut se reconnecter.
security-session_length = Durée d’une session
security-session_length-means = Après combien de temps il faut se reconnecter dans tous les cas.
security-links = Liens
security-links-means = La durée des liens d’activation et de réinitialisation. Chacun sert une fois.
security-group-mailed-codes = Codes par e-mail
security-mailed-codes = Envoyer un code à la connexion à qui n’a ni application ni clé d’accès
security-mailed-codes-means = Un second facteur faible, car qui lit les e-mails de quelqu’un le possède, mais plus qu’aucun. Les services protégés et « Imposer la 2FA » ne le comptent jamais. Sans lui, ces personnes sont comme sans second facteur. Qui appartient aussi à un autre client qui envoie des codes en reçoit toujours un.
security-mailed-codes-off-optional =
    { $count ->
        [0] Personne n’a que des codes par e-mail.
        [one] Une personne n’a que des codes par e-mail et se connecte avec le mot de passe seul jusqu’à ce qu’elle configure une application ou une clé d’accès. Qui connaît ce mot de passe pourrait le faire à sa place.
       *[other] { $count } personnes n’ont que des codes par e-mail et se connectent avec le mot de passe seul jusqu’à ce qu’elles configurent une application ou une clé d’accès. Qui connaît un tel mot de passe pourrait le faire à leur place.
    }
security-mailed-codes-off-required =
    { $count ->
        [0] Personne n’a que des codes par e-mail.
        [one] Une personne n’a que des codes par e-mail. Dès que la 2FA est imposée, elle configure une application d’authentification juste après le mot de passe. Qui connaît ce mot de passe pourrait le faire à sa place.
       *[other] { $count } personnes n’ont que des codes par e-mail. Dès que la 2FA est imposée, elles configurent une application d’authentification juste après le mot de passe. Qui connaît un tel mot de passe pourrait le faire à leur place.
    }
security-mailed-codes-on =
    { $count ->
        [0] Personne ne reçoit de code par e-mail maintenant.
        [one] Une personne n’a ni application ni clé d’accès, et saisit un code de sa boîte aux lettres à la prochaine connexion.
       *[other] { $count } personnes n’ont ni application ni clé d’accès, et saisissent un code de leur boîte aux lettres à la prochaine connexion.
    }
security-group-approval = Droits critiques
security-group-built-in = Codes sur le même ordinateur
security-built-in = Les codes de cette application n’ouvrent pas les services restreints
security-built-in-means = Qui garde ses codes dans Keyholder, sur l’ordinateur où il se connecte, a les deux facteurs sur un seul appareil. La connexion reste possible, mais ce qui est restreint demeure fermé jusqu’à ce qu’il y ait un authentificateur sur un autre appareil, ou une clé d’accès. Keyholder dit au service d’où vient un code ; il ne voit pas le programme de quelqu’un d’autre sur le même ordinateur.
security-built-in-on =
    { $count ->
        [0] Personne n’a que de tels codes.
        [one] { $count } utilisateur n’a que de tels codes. Ce qui est restreint lui est fermé dès maintenant.
       *[other] { $count } utilisateurs n’ont que de tels codes. Ce qui est restreint leur est fermé dès maintenant.
    }
security-built-in-off = Les codes de cette application ouvrent de nouveau les services restreints.
security-approval = Donner des droits critiques demande un deuxième administrateur
security-approval-means = Qui donne un tel droit à quelqu’un, ou le permet à un rôle qu’il a, demande l’accord d’un deuxième administrateur, qui accepte ou refuse dans les 72 heures. Désactiver ceci demande aussi un deuxième administrateur. Qui reste seul agit seul dès qu’il n’a modifié l’accès de personne pendant 72 heures.
security-approval-rights = Critiques : { $rights }.
security-approval-on =
    { $count ->
        [one] Personne n’est concerné maintenant. Ensuite, donner des droits critiques attend un accord ; un autre administrateur pourrait le donner aujourd’hui.
       *[other] Personne n’est concerné maintenant. Ensuite, donner des droits critiques attend un accord ; { $count } autres administrateurs pourraient le donner aujourd’hui.
    }
security-approval-off = Cela prend effet dès qu’un deuxième administrateur accepte.
security-approval-nobody = Vous êtes le seul administrateur qui puisse se connecter : personne ne pourrait accepter. Ajoutez-en d’abord un deuxième.
security-always = Toujours actif, dans chaque profil : les mots de passe courants, les mots, les répétitions et les noms sont refusés ; les liens servent une fois ; les mots de passe sont conservés sous forme d’empreintes Argon2id.
security-standards = Normes
security-meets = respecte { $standard } { $clause }
security-breaks = pas { $standard } { $clause }
standard-pci_dss = PCI DSS
standard-nist = NIST 800-63B
standard-asvs = ASVS
security-range = { $least } à { $most }
security-was = · maintenant { $before }
security-unsaved = Pas encore enregistré
security-discard = Abandonner
security-review = Voir l’effet
security-out-of-range = Un nombre est hors de ses limites
security-effect-title = Ce que cela change
security-effect-now = Juste après l’enregistrement
security-effect-waiting = Attendez que l’effet soit calculé
security-effect-failed = L’effet n’a pas pu être calculé
security-change-profile = Profil : { $before } → { $after }
security-change-number = { $setting } : { $before } → { $after }
security-effect-expired = Utilisateurs dont le mot de passe a expiré : { $before } → { $after }.
security-effect-locked = Utilisateurs bloqués après une absence : { $before } → { $after }.
security-effect-more =
    { $count ->
        [one] et une autre personne
       *[other] et { $count } autres
    }
security-effect-asked =
    { $count ->
        [0] Aucune personne connectée ne doit se reconnecter.
        [one] Une personne connectée devra se reconnecter dans quelques minutes.
       *[other] { $count } personnes connectées devront se reconnecter dans quelques minutes.
    }
security-effect-passwords = Les règles de longueur et de caractères valent dès le prochain mot de passe choisi : ce qui est conservé ne dit pas la longueur.
security-save = Enregistrer
security-saved = Les règles sont enregistrées
security-stale = Quelqu’un d’autre a modifié les règles entre-temps. Rien n’a été enregistré.
security-reload = Afficher les siennes

security-number-min_chars_alone = Caractères, mot de passe seul
security-number-min_chars_with_factor = Caractères, avec un second facteur
security-number-password_days = Jours avant expiration
security-number-history = Derniers mots de passe exclus
security-number-history_hours = Heures pendant lesquelles aucun ne revient
security-number-attempts = Erreur qui bloque
security-number-lock_minutes = Minutes de blocage
security-number-inactivity_days = Jours sans connexion
security-number-session_idle_minutes = Minutes sans activité
security-number-session_hours = Heures au total
security-number-invitation_hours = Heures d’un lien d’activation
security-number-reset_minutes = Minutes d’un lien de réinitialisation

# Demander un second facteur

security-group-second-factor = Authentification à deux facteurs
enforce-open = Imposer la 2FA
enforce-state-on = 2FA imposée
enforce-state-from = 2FA dès le { $day }
enforce-unread = Les règles du client ne sont pas encore lues
enforce-title = Imposer l’authentification à deux facteurs
enforce-title-on = L’authentification à deux facteurs est imposée
enforce-lead = Tout le monde ici, nouveaux utilisateurs compris, se connecte alors avec un code d’une application d’authentification en plus du mot de passe. Cela vaut dès la prochaine connexion de chacun ; qui est connecté le reste. Qui n’a pas encore d’application est guidé pour la configurer.
enforce-off = Facultative : chacun décide pour soi.
enforce-on = Imposée
enforce-on-now = Chaque connexion demande un second facteur. Qui n’en a pas le configure à la prochaine connexion.
enforce-on-from = Dès le { $day }, chaque connexion demande un second facteur.
enforce-restricted = Les numéros de carte complets et les crédits demandent un second facteur dans tous les cas.
enforce-when = À partir de quand
enforce-now = Maintenant
enforce-now-means = Dès la prochaine connexion de chacun. Qui n’a pas encore d’application l’apprend par e-mail.
enforce-day = À partir d’un jour
enforce-day-means = Qui n’a pas encore d’application l’apprend par e-mail maintenant, puis trois jours avant.
enforce-first-day = Premier jour
enforce-day-wrong = Choisissez un jour entre demain et dans un an.
enforce-effect = Qui est concerné
enforce-asked =
    { $count ->
        [0] Personne n’a rien à configurer.
        [one] Un utilisateur configure une application avant d’entrer de nouveau :
       *[other] { $count } utilisateurs configurent une application avant d’entrer de nouveau :
    }
enforce-more =
    { $count ->
        [one] une autre personne
       *[other] { $count } autres
    }
enforce-show = Afficher tous ceux sans
enforce-ready =
    { $count ->
        [0] Personne n’a encore d’application.
        [one] Un utilisateur a déjà une application ; rien ne change pour lui.
       *[other] { $count } utilisateurs ont déjà une application ; rien ne change pour eux.
    }
enforce-waiting =
    { $count ->
        [one] Un utilisateur invité configure une application à sa première connexion.
       *[other] { $count } utilisateurs invités configurent une application à leur première connexion.
    }
enforce-unreachable =
    { $count ->
        [one] L’un d’eux n’a pas de boîte aux lettres
       *[other] { $count } d’entre eux n’ont pas de boîte aux lettres
    }
enforce-unreachable-why = Aucun e-mail n’atteint { $names }. Dites-le-leur vous-même, et qu’il leur faut un téléphone avec une application d’authentification.
enforce-confirm = Imposer la 2FA
enforce-change = Changer le jour
enforce-same = C’est déjà le cas.
enforce-stop = Ne plus imposer
enforce-saved = L’authentification à deux facteurs est imposée
enforce-planned = L’authentification à deux facteurs est imposée dès le { $day }
enforce-stopped = L’authentification à deux facteurs est de nouveau facultative
enforce-chart = Qui a un second facteur
enforce-chart-state = Second facteur
enforce-chart-count = Utilisateurs
