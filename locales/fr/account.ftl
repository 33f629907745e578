# Pages de compte du service : HTML simple dans le navigateur.

account-product = Keyholder
account-languages = Langue

activate-title = Choisir votre mot de passe
activate-intro = Vous avez reçu un accès à { $customer }. Choisissez un mot de passe que vous seul connaissez, puis connectez-vous avec l’application Keyholder.
activate-sign-in-name = Votre identifiant
activate-password = Nouveau mot de passe
activate-repeat = Répétez le mot de passe
activate-rules = Le mot de passe contient
activate-own = Gardez-le pour vous : personne d’autre ne doit le connaître, ni collègue ni administrateur.
activate-rule-length = au moins { $min } caractères, au plus { $max }
activate-rule-classes = une majuscule, une minuscule, un chiffre et un caractère spécial
activate-rule-letters-digits = des lettres et des chiffres
activate-rule-guessable = rien de facile à deviner : pas de mot isolé du dictionnaire, pas de répétition
activate-rule-names = ni votre nom ou votre adresse, ni le nom de l’entreprise
activate-submit = Enregistrer le mot de passe
activate-until = Ce lien fonctionne jusqu’au { $expires }.

accept-title = Accepter l’accès
accept-intro = Vous avez reçu un accès à { $customer }. Vous avez déjà un compte ; saisissez son mot de passe pour accepter.
accept-password = Votre mot de passe
accept-submit = Accepter
accept-refused = Ce mot de passe n’est pas le bon, ou trop de mots de passe erronés ont été saisis. Réessayez plus tard ou demandez à votre administrateur.

external-title = Se connecter avec votre compte
external-intro-microsoft = Vous avez reçu un accès à { $customer }. Vous vous connectez avec votre compte Microsoft et n’avez pas de mot de passe ici. Continuez chez Microsoft, choisissez le compte qui a cette adresse et autorisez la connexion.
external-intro-other = Vous avez reçu un accès à { $customer }. Vous vous connectez avec le compte de votre organisation et n’avez pas de mot de passe ici. Continuez, choisissez le compte qui a cette adresse et autorisez la connexion.
external-submit-microsoft = Continuer chez Microsoft
external-submit-other = Continuer vers votre organisation
external-going = Votre navigateur continue de lui-même. Sinon, suivez ce lien.
external-refused-address = Il n’est pas confirmé que le compte choisi ait l’adresse { $name }. Choisissez le compte qui a cette adresse ou demandez à votre administrateur.
external-refused-taken = Le compte choisi est lié ici à une autre personne. Choisissez le compte qui a l’adresse { $name }.
external-refused-denied = La connexion y a été annulée ou refusée. Rien n’a été modifié ; réessayez.
external-refused-unbelieved = La réponse n’était pas fiable, rien n’a donc été modifié. Veuillez réessayer. Si cela se reproduit, dites-le à votre administrateur.
external-done-microsoft = Ouvrez l’application Keyholder et choisissez « Se connecter avec Microsoft ».
external-done-other = Ouvrez l’application Keyholder et choisissez « Se connecter avec le compte de votre organisation ».
external-accept = Vous vous connectez déjà avec un compte chez un autre fournisseur. Ouvrez l’application Keyholder, connectez-vous comme d’habitude et acceptez l’accès à { $customer } dans votre profil.

account-errors = Veuillez corriger ce qui est signalé ci-dessous.
account-form-stale = Cette page est restée ouverte trop longtemps ou dans deux fenêtres. Veuillez réessayer.
account-busy = Trop de personnes se connectent en ce moment. Veuillez réessayer dans un instant.

done-title = Tout est prêt
done-text = Ouvrez l’application Keyholder et connectez-vous en tant que
done-accepted-title = Accès accepté
done-accepted-text = Ouvrez l’application Keyholder : { $customer } figure maintenant parmi vos clients.

member-already-title = Vous en faites déjà partie
member-already-text = Avec cette adresse vous faites déjà partie de { $customer }, et ce lien n’y change rien. Si vous devez aussi y travailler ailleurs, demandez à l’administration du commerce { $customer } de modifier votre accès.
unusable-title = Ce lien ne fonctionne plus
unusable-why = Il a déjà été utilisé, il a expiré ou un lien plus récent l’a remplacé.
unusable-used = Si vous avez déjà choisi votre mot de passe, connectez-vous simplement avec l’application Keyholder.
unusable-new = Sinon, cherchez un message plus récent ou demandez à votre administrateur de renvoyer l’invitation.

trouble-title = Un problème est survenu
trouble-text = Le service ne peut pas répondre pour le moment. Rien n’a été modifié. Veuillez réessayer dans quelques minutes.

reset-title = Choisir un nouveau mot de passe
reset-intro = Choisissez un mot de passe que vous seul connaissez. Il remplace le précédent, et tous les appareils sont déconnectés.
account-code = Code
account-code-hint = La personne qui vous a donné le lien vous a aussi indiqué six chiffres.
account-code-missing = Saisissez les six chiffres qui vont avec le lien.
account-code-wrong =
    { $left ->
        [one] Ce code n’est pas le bon. Il reste un essai.
       *[other] Ce code n’est pas le bon. Il reste { $left } essais.
    }
account-factor = Code du second facteur
account-factor-hint = Le code que votre application d’authentification affiche maintenant, ou l’un de vos codes de secours.
account-factor-wait =
    { $minutes ->
        [one] Trop de codes erronés. Réessayez dans une minute.
       *[other] Trop de codes erronés. Réessayez dans { $minutes } minutes.
    }
reset-done-title = Votre nouveau mot de passe est enregistré
confirm-change-title = Confirmer le changement
confirm-change-former = Votre connexion à Keyholder doit passer à cette adresse e-mail. Cela compte dès que la nouvelle adresse est confirmée, elle aussi.
confirm-change-new = Ceci doit devenir l’adresse e-mail de votre connexion à Keyholder. Cela compte dès que l’ancienne adresse est confirmée, elle aussi.
confirm-change-proposed = Un administrateur de { $customer } propose de corriger vos données. Ensuite, on lit :
confirm-change-submit = Confirmer
confirm-change-refuse = Ce n’était pas moi
confirm-change-until = Ce lien fonctionne jusqu’au { $expires }.
confirm-change-waits-title = Confirmé
confirm-change-waits-text = Encore une étape : ouvrez le lien envoyé à l’autre adresse. D’ici là, tout reste comme avant.
confirm-change-done-title = Changé
confirm-change-done-text = Le changement est en vigueur. Vous pouvez fermer cette page.
confirm-change-taken-title = Cette adresse est déjà utilisée
confirm-change-taken-text = Quelqu’un se connecte déjà avec cette adresse, elle ne peut pas servir une seconde fois. Rien n’a été changé.
confirm-change-refused-title = Rien n’a été changé
confirm-change-refused-text = Le changement est arrêté et ses liens ne fonctionnent plus. Si vous ne l’avez pas demandé, changez votre mot de passe.

recovery-stop-title = Arrêter cette récupération
recovery-stop-intro = Il a été demandé au prestataire de paiement de rendre l’accès à cette personne qui administre { $customer }, au plus tôt au moment ci-dessous. Si vous ne vous y attendiez pas, arrêtez la procédure.
recovery-stop-submit = Arrêter
recovery-stop-done-title = Arrêtée
recovery-stop-done-text = Aucun lien ne sera envoyé. Si quelqu’un d’autre l’a demandé, prévenez le prestataire de paiement et consultez l’activité dans Keyholder.
recovery-confirm-title = Confirmez votre adresse
recovery-confirm-intro = Il a été demandé au prestataire de paiement de vous rendre l’accès à { $customer } avec cette adresse e-mail. Ne confirmez que si vous l’avez demandé vous-même.
recovery-confirm-submit = C’est mon adresse
recovery-confirm-done-title = Confirmée
recovery-confirm-done-text = Une fois le délai écoulé, le prestataire de paiement enverra à cette adresse le lien pour votre nouveau mot de passe.

reset-passkey-title = Ou avec une clé d’accès
reset-passkey-hint = Elle remplace le code ci-dessus. Faites cela d’abord, puis saisissez le nouveau mot de passe.
reset-passkey-submit = Utiliser une clé d’accès
reset-passkey-intro = Vous définissez un nouveau mot de passe pour Keyholder. Votre navigateur demande votre empreinte, votre visage, votre code PIN ou votre clé de sécurité ; puis vient le mot de passe.
reset-passkey-shown = Votre clé d’accès a été présentée. Définissez maintenant le nouveau mot de passe, dans les dix minutes.
passkey-setup-title = Configurer une clé d’accès
passkey-setup-intro = Votre navigateur demande votre empreinte, votre visage, votre code PIN ou votre clé de sécurité. Vous vous en servirez ensuite pour vous connecter à Keyholder, en plus du mot de passe ou à sa place.
passkey-setup-submit = Créer la clé d’accès
passkey-use-title = Utiliser votre clé d’accès
passkey-use-intro = Quelqu’un qui connaît votre mot de passe se connecte à Keyholder, ou prouve à nouveau son identité. Ne continuez que si vous avez commencé dans l’application sur cet ordinateur.
passkey-use-submit = Utiliser la clé d’accès
passkey-sign-in-title = Se connecter à Keyholder
passkey-sign-in-intro = Ne continuez que si vous avez commencé cela dans Keyholder sur cet ordinateur. Quiconque vous envoie cette page, ou un nombre pour elle, veut se connecter à votre place.
passkey-sign-in-submit = Se connecter avec une clé d’accès
passkey-number = Nombre affiché par Keyholder
passkey-number-hint = Deux chiffres. Ils se trouvent dans l’application, à côté de « Se connecter avec une clé d’accès ».
passkey-number-wrong =
    { $left ->
        [one] Ce n’est pas le nombre affiché par Keyholder. Il reste un essai.
       *[other] Ce n’est pas le nombre affiché par Keyholder. Il reste { $left } essais.
    }
passkey-name = Nom de la clé d’accès
passkey-name-hint = Par exemple « Empreinte sur mon portable » ou « Clé de sécurité bleue ».
passkey-cancelled = Rien n’a été fait : l’opération a été annulée ou a duré trop longtemps. Réessayez.
passkey-known = Cette clé figure déjà parmi vos clés d’accès. Prenez-en une autre.
passkey-failed = Le navigateur n’a pas pu le faire. Réessayez, ou prenez un autre navigateur.
passkey-unsupported = Ce navigateur est trop ancien pour les clés d’accès. Mettez-le à jour, ou prenez-en un autre.
passkey-needs-script = Les navigateurs n’offrent les clés d’accès qu’aux scripts. Autorisez le script de cette page, puis rechargez-la.
passkey-refused = Ce n’était pas une clé d’accès qui convient ici. Réessayez avec la bonne.
passkey-used-title = C’est bon
passkey-used-text = Vous pouvez fermer cette page et continuer dans Keyholder.
passkey-used-link = Retour à Keyholder
passkey-added-title = La clé d’accès est configurée
passkey-added-text = Les autres appareils ont été déconnectés. Vous pouvez fermer cette page et continuer dans Keyholder.
passkey-recovery-title = Vos codes de secours
passkey-recovery-text = Chacun sert une fois, à la place de la clé d’accès. Ils ne s’affichent que maintenant : imprimez cette page ou notez-les, et gardez-les là où vous seul regardez.
