# Mots de passe : expirés, oubliés, le sien, et liens de réinitialisation.

sign-in-codes = Vos codes
sign-in-forgotten = Mot de passe oublié ?

password-new = Nouveau mot de passe
password-repeat = Répétez le mot de passe
password-rules = Ce que le mot de passe doit respecter
password-rule-met = respecté
password-rule-length = Au moins { $min } caractères
password-rule-letters-digits = Des lettres et des chiffres
password-rule-cases = Des majuscules et des minuscules
password-rule-digit = Un chiffre
password-rule-special = Un caractère spécial
password-rule-guessable = Difficile à deviner : pas de mots isolés, pas de répétitions
password-rule-names = Ni votre nom ou adresse, ni le nom de l’entreprise
password-yours = Il n’appartient qu’à vous : ne le dites à personne, ni collègue ni administrateur.

expired-title = Choisir un nouveau mot de passe
expired-intro = Votre mot de passe est juste, mais il a expiré. Choisissez-en un nouveau pour continuer.
expired-submit = Enregistrer et se connecter
expired-back = Retour à la connexion
expired-again = Se reconnecter
expired-too-late = Cela a pris plus de dix minutes, ou a été terminé ailleurs. Reconnectez-vous.

mailed-code-title = Saisissez votre code
mailed-code-intro = La première étape est faite. Nous avons envoyé un code à { $address }.
mailed-code-none = La première étape est faite, mais trop de codes vous ont été envoyés au cours de la dernière heure. Réessayez plus tard, ou demandez-en un autre.
mailed-code-sent-again = Un autre code est en route. Seul le plus récent fonctionne.
mailed-code-label = Code
mailed-code-hint = Six chiffres. Il peut mettre une minute à arriver ; regardez aussi dans les courriers indésirables.
mailed-code-wrong = Ce n’est pas le code de cette connexion. Saisissez celui de l’e-mail le plus récent.
mailed-code-another = Envoyer un autre code
mailed-code-another-wait = Autre code dans { $left }
mailed-code-last = Plus aucun code pour cette connexion. Si vous n’en avez reçu aucun, revenez en arrière et reconnectez-vous plus tard.
second-factor-title = Saisissez votre code
second-factor-passkey-title = Présentez votre clé d’accès
second-factor-intro = La première étape est faite. Saisissez maintenant le code que votre application d’authentification affiche.
second-factor-code = Code
second-factor-submit = Se connecter
second-factor-use-recovery_code = Utiliser un code de secours
second-factor-use-authenticator = Utiliser l’application d’authentification
second-factor-use-passkey = Utiliser une clé d’accès
second-factor-passkey-intro = La première étape est faite. Présentez maintenant votre clé d’accès : votre navigateur la demande.
passkey-door-title = Se connecter avec une clé d’accès
passkey-door-intro = Votre navigateur demande ce nombre, puis votre clé d’accès. Il ne faut ni nom ni mot de passe.
passkey-door-number = Nombre pour le navigateur
passkey-door-failed = Cette voie n’a pas pu être ouverte
passkey-door-renewed = Cela a duré plus de dix minutes. Voici un autre nombre.
passkey-open = Ouvrir le navigateur
passkey-waiting = Votre navigateur demande maintenant la clé d’accès. Revenez ici ensuite.
passkey-stop = Ne plus attendre
second-factor-recovery-intro = La première étape est faite. Saisissez maintenant l’un des codes de secours que vous avez conservés. Chacun sert une fois.
second-factor-recovery-code = Code de secours
second-factor-over = Plus de dix minutes ont passé, ou il y a eu cinq codes erronés. Connectez-vous de nouveau.
set-up-title = Configurer un second facteur
set-up-intro = La première étape est faite. Ici, la connexion demande aussi un code d’une application d’authentification, et vous n’en avez pas encore configuré. Cela prend deux minutes.
set-up-type = Saisissez les six chiffres qu’elle affiche.
set-up-submit = Configurer et continuer
set-up-failed = L’image n’a pas pu être obtenue
set-up-name = Mon téléphone
set-up-passkey = Configurer plutôt une clé d’accès
set-up-passkey-title = Configurer une clé d’accès
set-up-passkey-intro = Votre navigateur demande votre empreinte, votre visage, votre code PIN ou votre clé de sécurité. Revenez ensuite ici : vos codes de secours s’affichent alors.
set-up-app = Configurer plutôt une application d’authentification
set-up-codes-done = Continuer

forgotten-title = Mot de passe oublié ?
forgotten-intro = Saisissez votre adresse e-mail. S’il existe un accès pour elle, un lien pour choisir un nouveau mot de passe arrive dans un instant. Il fonctionne 60 minutes.
forgotten-name = Adresse e-mail
forgotten-no-mailbox = Vous vous connectez avec un nom d’utilisateur ? Votre administrateur vous donne alors un lien.
forgotten-submit = Envoyer le lien
forgotten-done-title = Consultez votre messagerie
forgotten-done = S’il existe un accès pour cette adresse, le lien est en route. Trois au plus sont envoyés par heure.
forgotten-back = Retour à la connexion

own-password-title = Mot de passe
own-password-managed-microsoft = Microsoft garde votre mot de passe : vous vous connectez là-bas et n’en avez pas ici. Si quelqu’un d’autre pouvait le connaître, changez-le là-bas.
own-password-managed-other = Votre organisation garde votre mot de passe : vous vous connectez là-bas et n’en avez pas ici. Si quelqu’un d’autre pouvait le connaître, changez-le là-bas.
own-password-advice = Votre mot de passe n’appartient qu’à vous : ne le partagez jamais, pas même avec des collègues ou des administrateurs. Personne chez Keyholder ne vous le demandera.
own-password-change = Changer le mot de passe
own-password-current = Mot de passe actuel
own-password-save = Changer le mot de passe
own-password-effect = Vous restez connecté ici. Tous les autres appareils sont déconnectés.
own-password-changed = Votre mot de passe a été modifié ; les autres appareils sont déconnectés
own-password-leaked = Mon mot de passe est peut-être connu
leaked-intro = Faites-le si quelqu’un d’autre connaît peut-être votre mot de passe. Aussitôt :
leaked-effect-password = le mot de passe n’ouvre plus rien,
leaked-effect-sessions = vous êtes déconnecté de tous les appareils, de celui-ci aussi,
leaked-effect-confirming = plus aucun appareil ne confirme vos connexions,
leaked-effect-administrators = vos administrateurs sont prévenus.
leaked-next-mail = Choisissez ensuite un nouveau mot de passe avec le lien reçu par e-mail.
leaked-next-hand = Demandez ensuite à un administrateur un lien pour choisir un nouveau mot de passe.
leaked-why-password = Pour que personne d’autre ne le fasse en votre nom.
leaked-keep-confirming = Laisser mes appareils confirmer les connexions
leaked-keep-confirming-help = Seulement si vous les connaissez tous : { $devices }
leaked-submit = Bloquer le mot de passe et se déconnecter
leaked-done-mail = Votre mot de passe est bloqué. Le lien pour en choisir un nouveau est dans votre messagerie.
leaked-done-hand = Votre mot de passe est bloqué. Demandez à un administrateur un lien pour en choisir un nouveau.

user-action-send_reset_link = Envoyer un lien de réinitialisation
user-action-unlock = Débloquer
panel-make-reset-link = Créer un lien de réinitialisation
users-done-send_reset_link = Lien de réinitialisation envoyé à { $name }
users-done-unlock = { $name } peut de nouveau se connecter
bulk-unlock =
    { $count ->
        [one] Débloquer { $count } utilisateur
       *[other] Débloquer { $count } utilisateurs
    }
bulk-unlock-means = Ils peuvent aussitôt saisir de nouveau leur mot de passe. Un blocage après une longue absence n’est levé que par un lien de réinitialisation.
bulk-send_reset_link =
    { $count ->
        [one] Envoyer { $count } lien de réinitialisation
       *[other] Envoyer { $count } liens de réinitialisation
    }
bulk-send_reset_link-means = Les utilisateurs avec une adresse e-mail reçoivent un lien valable 60 minutes. Pour les autres, les liens vous sont montrés une fois. Le statut ne change qu’avec le nouveau mot de passe.
users-row-unlock = Débloquer { $name }
users-row-send_reset_link = Envoyer un lien de réinitialisation à { $name }

second-factor-use-device = Confirmer sur un autre appareil
ask-device-title = Confirmer sur un autre appareil
ask-device-intro = La première étape est faite. Un appareil sur lequel vous êtes connecté vous demande si c’est bien vous.
ask-device = Demander à mon appareil
ask-device-again = Demander encore
ask-device-number = Nombre à saisir sur l’autre appareil
ask-device-waiting = Saisissez ce nombre là-bas. Il est valable encore { $left }.
ask-device-lapsed = Personne n’a répondu en une minute.
ask-device-refused = La réponse a été que ce n’est pas vous. Cette connexion est terminée.
ask-device-void = Trois nombres erronés ont été saisis. Demandez encore.
ask-device-superseded = Une demande plus récente a pris sa place.
