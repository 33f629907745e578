# Le second facteur de sa propre connexion, et la preuve, en cours de session, que c’est bien soi.

step-up-title = Confirmez que c’est bien vous
step-up-lead = Il s’agit ici de savoir qui a accès. Saisissez encore une fois votre mot de passe, et l’action se poursuit. La question ne revient pas pendant cinq minutes.
step-up-lead-code = Il s’agit ici de savoir qui a accès. Saisissez encore une fois votre mot de passe et un code, et l’action se poursuit. La question ne revient pas pendant cinq minutes.
step-up-lead-passkey = Il s’agit ici de savoir qui a accès. Saisissez encore une fois votre mot de passe ; votre navigateur demande ensuite votre clé d’accès, et l’action se poursuit. La question ne revient pas pendant cinq minutes.
step-up-password = Votre mot de passe
step-up-code-help = Le code que votre application d’authentification affiche maintenant.
step-up-recovery-help = L’un des codes que vous avez gardés. Chacun sert une fois.
step-up-confirm = Confirmer et continuer

screen-two-factor = Authentification à deux facteurs
screen-two-factor-words = 2FA authentificateur code secours OTP second facteur

two-factor-lead = En plus de votre mot de passe, la connexion demande un code de votre téléphone ou une clé d’accès. Qui apprend votre mot de passe n’entre pas pour autant.
two-factor-failed = Votre second facteur n’a pas pu être lu
two-factor-advice = Protégez votre connexion avec un second facteur
two-factor-advice-why = Vivement recommandé : avec un code de votre téléphone, un mot de passe volé n’ouvre rien à lui seul. Cela prend deux minutes.
two-factor-advice-go = Configurer
two-factor-profile-lead = Un code de votre téléphone, en plus du mot de passe. Vous le configurez et le modifiez vous-même.
two-factor-profile-set-up = Configurer
two-factor-profile-change = Voir
two-factor-on = L’authentification à deux facteurs est active
two-factor-on-means = Chaque connexion la demande après le mot de passe, chez chaque client auquel vous appartenez.
two-factor-mailed = Les codes arrivent par e-mail
two-factor-mailed-means = Chaque connexion demande un code que nous envoyons à votre adresse. C’est un second facteur faible : qui lit vos e-mails le possède, et il n’ouvre aucun service restreint. Une application d’authentification le remplace, en deux minutes.
two-factor-off = L’authentification à deux facteurs est inactive
two-factor-off-means = Vivement recommandé : votre mot de passe ouvre à lui seul tout ce qui vous est permis. La configuration prend deux minutes.
two-factor-add = Configurer une application d’authentification
two-factor-add-another = Ajouter une application
two-factor-added = L’authentification à deux facteurs est active. Vos autres appareils sont déconnectés.
two-factor-apps = Applications d’authentification
two-factor-apps-lead = Un code de l’une d’elles suffit. Une deuxième, sur un autre appareil, vous laisse entrer quand la première est perdue.
two-factor-facts = Ajoutée le { $added } · dernière utilisation { $used }
two-factor-kind = { $algorithm }, { $digits } chiffres
two-factor-rename = Renommer
two-factor-rename-named = Renommer { $name }
two-factor-rename-save = Enregistrer le nom
two-factor-rename-same = Le nom est le même qu’avant.
two-factor-remove = Retirer
two-factor-remove-named = Retirer { $name }
two-factor-remove-title = Retirer { $name } ?
two-factor-remove-last = L’authentification à deux facteurs sera inactive
two-factor-remove-last-means = Vous n’avez rien d’autre. La connexion ne demandera plus que le mot de passe, et vos codes de secours disparaissent aussi.
two-factor-remove-codes = Ses codes n’ouvrent plus rien, tout de suite.
two-factor-remove-sessions = Vous restez connecté ici. Vos autres appareils sont déconnectés.
two-factor-remove-entry = L’entrée reste dans l’application jusqu’à ce que vous l’y supprimiez.
two-factor-removed = { $name } est retirée. Vos autres appareils sont déconnectés.
two-factor-name = Nom
two-factor-name-help = Pour la reconnaître plus tard, par exemple le téléphone où elle se trouve.
two-factor-name-usual = Mon téléphone
passkeys-title = Clés d’accès et clés de sécurité
passkeys-lead = Avec votre empreinte, votre visage, un code PIN ou une clé à brancher. Elles se configurent et s’utilisent dans votre navigateur, et aucune fausse page ne peut les demander.
passkeys-add = Configurer une clé d’accès
passkeys-add-another = Ajouter une clé d’accès
passkeys-waiting = Votre navigateur configure la clé d’accès
passkeys-waiting-means = Suivez ses indications, puis revenez ici. Avec votre premier second facteur, cette page montre aussi vos codes de secours.
passkeys-added = La clé d’accès est configurée. Vos autres appareils ont été déconnectés.
passkeys-remove-use = Elle n’ouvre plus rien, immédiatement.
passkeys-remove-entry = Sur l’appareil ou la clé, elle reste jusqu’à ce que vous l’y supprimiez.
two-factor-step-open = Ouvrez une application d’authentification et ajoutez une entrée
two-factor-step-open-how = Toute application de codes à usage unique convient : Google Authenticator, Microsoft Authenticator et d’autres.
two-factor-step-scan = Scannez l’image avec elle
two-factor-qr = Code QR pour l’application d’authentification
two-factor-step-key = Ou tapez cette clé dans l’application, basée sur le temps :
two-factor-key-copy = Copier la clé
two-factor-key-copied = Clé copiée
two-factor-until = Visible maintenant seulement. Elle vous attend jusqu’à { $until }.
two-factor-step-confirm = Saisissez le code que l’application affiche et votre mot de passe
two-factor-code-help = { $digits } chiffres, un nouveau toutes les 30 secondes.
two-factor-save-first = Enregistrer et activer
two-factor-save = Enregistrer

recovery-codes-title = Codes de secours
recovery-codes-lead = Chacun vous laisse entrer une fois à la place d’un code ou d’une clé d’accès, quand l’appareil est perdu.
recovery-codes-left =
    { $count ->
        [0] Il n’en reste aucun
        [one] Il en reste 1 sur 10
       *[other] Il en reste { $count } sur 10
    }
recovery-codes-draw = Tirer de nouveaux codes
recovery-codes-draw-title = Tirer de nouveaux codes de secours ?
recovery-codes-draw-lead = Vous en recevez dix nouveaux. Ceux que vous avez gardés jusqu’ici ne servent plus.
recovery-codes-keep = Gardez vos codes de secours
recovery-codes-what = Sans votre téléphone, l’un de ces codes vous laisse entrer à la place du code de l’application. Chacun sert une fois. Ils ne sont visibles que maintenant.
recovery-codes-copy = Copier les codes
recovery-codes-copied = Codes copiés
recovery-codes-print = Imprimer les codes
recovery-codes-save = Enregistrer un fichier
recovery-codes-where = De préférence sur papier ou dans un gestionnaire de mots de passe, sur un autre appareil. Qui a votre mot de passe et l’un de ces codes peut entrer.
recovery-codes-kept = J’ai gardé les codes là où je les trouve sans mon téléphone
recovery-codes-not-kept = Gardez d’abord les codes et confirmez-le ci-dessus.
recovery-codes-done = Terminé
recovery-codes-sheet-title = Keyholder : codes de secours
recovery-codes-sheet-of = Pour { $name }, tirés le { $at }
recovery-codes-once = Chaque code sert une fois, à la place du code de l’application d’authentification. Ne les donnez à personne.

device-title = Où les codes ont leur place
device-two = Prenez un deuxième appareil : qui trouve l’un des deux n’a alors que la moitié.
device-password = Keyholder n’enregistre votre mot de passe nulle part, pas même sur cet ordinateur.
device-one = Si les codes sont tout de même sur cet ordinateur, lui seul sépare de votre connexion la personne qui le trouve. Ce que son système en dit :
device-disk = Chiffrement du disque
device-disk-on = Sans votre phrase secrète, personne ne lit ce qui est sur le disque.
device-disk-off = Activez-le dans les réglages de votre système : un ordinateur perdu ne livre alors rien. Un disque qui se chiffre lui-même ne se voit pas ici.
device-disk-unknown = Le système ne le dit pas. Vérifiez dans ses réglages.
device-lock = Verrouillage de l’écran
device-lock-on = L’écran se verrouille quand vous êtes absent.
device-lock-off = Faites verrouiller l’écran après quelques minutes, avec un mot de passe ou une empreinte.
device-lock-unknown = Le système ne le dit pas. Faites verrouiller l’écran après quelques minutes.
device-manager = Gardez le mot de passe dans un gestionnaire qui demande le sien, et déverrouillez cet ordinateur avec un mot de passe, une empreinte ou une clé de sécurité.
device-on = Actif
device-off = Inactif
device-unknown = Inconnu
