### Données personnelles, clients, invitations à d’autres.

screen-profile = Profil
screen-customers = Clients

profile-lead = Vos propres données. Elles sont à vous : les administrateurs les voient et ne peuvent pas les changer.
profile-failed = Vos données n’ont pas pu être lues
profile-own-data = Nom et langue
profile-own-data-lead = Tous ceux avec qui vous travaillez voient votre nom.
profile-given-name = Prénom
profile-family-name = Nom
profile-language = Langue
profile-language-help = Pour les e-mails, les pages dans le navigateur et cette application.
profile-save = Enregistrer
profile-saved = Vos données sont enregistrées
profile-same = Rien n’a encore changé.
profile-stale = Vos données ont été changées ailleurs entre-temps, ceci n’a donc pas été enregistré. Vérifiez et réessayez.
profile-cancel = Annuler
profile-address = Adresse e-mail
profile-address-lead = Vous vous connectez avec elle, et les liens y sont envoyés.
profile-username-lead = Vous vous connectez avec un nom généré.
profile-username-locked = Vous n’avez pas d’adresse e-mail ici. Un administrateur peut en ajouter une.
profile-change-email = Changer l’adresse e-mail
profile-change-email-how = Un lien part à { $old } et un autre à la nouvelle adresse. Le changement compte dès que les deux sont confirmés, sous 48 heures. D’ici là, vous vous connectez comme avant.
profile-change-email-send = Envoyer les liens
profile-new-email = Nouvelle adresse e-mail
profile-current-password = Votre mot de passe
profile-current-password-why = Pour montrer que c’est bien vous.
profile-waiting-own = En attente de confirmation : { $wanted }
profile-waiting-proposed = { $customer } propose : { $wanted }
profile-waiting-how = Ouvrez les liens dans vos e-mails. Ils expirent { $until } ; d’ici là, tout reste comme avant.
profile-waiting-former = Votre adresse actuelle
profile-waiting-new = La nouvelle adresse
profile-waiting-stop = Retirer
profile-waiting-refuse = Refuser
profile-waiting-stopped = Rien n’a été changé
profile-step-done = { $name } : confirmée
profile-step-open = { $name } : pas encore confirmée
profile-sign-in = Connexion
profile-last-sign-in = Dernière connexion
profile-password-set = Mot de passe défini
profile-never = jamais
profile-moment = { $relative }, { $exact }
profile-customers = Vos clients
profile-customers-lead = Où vous pouvez travailler, et en tant que quoi.

leave-open = Quitter { $number }
leave-title = Quitter { $name } ?
leave-effect = Vous perdez aussitôt votre accès à { $name }. Pour revenir, il vous faut une nouvelle invitation.
leave-last = C’est votre dernier client : vous serez déconnecté et ne pourrez plus vous connecter avant une invitation.
leave-submit = Quitter { $name }
leave-done = Vous avez quitté { $name }

customers-lead =
    { $count ->
        [0] Vous n’appartenez à aucun client pour le moment.
        [one] Vous appartenez à un client.
       *[other] Vous appartenez à { $count } clients. Cet ordinateur se souvient de celui que vous choisissez.
    }
customers-none = Aucun client
customers-current = Vous êtes ici
customers-choose = Passer à { $number }
customers-change = Changer de client
customers-access = { $roles } · { $reach }
customers-cancel = Annuler

alias-change = Alias de { $number }
alias-title = Alias du client { $number }
alias-label = Alias
alias-help = Un nom plus facile à retenir. Tous ceux qui travaillent ici le voient à côté du numéro de client. Laissez vide pour aucun.
alias-save = Enregistrer l’alias
alias-remove = Retirer l’alias
alias-same = Rien n’a encore changé.
alias-done = Le client { $number } a un nouvel alias
alias-removed = Le client { $number } n’a plus d’alias

joining-title = { $customer } vous invite
joining-until = L’invitation expire { $until }. Vous seul la voyez ici.
joining-look = Regarder
joining-what = { $customer } (numéro de client { $number }) vous propose : { $roles }. Portée : { $reach }.
joining-effect = Si vous acceptez, vous y travaillez avec la connexion que vous avez. D’ici là, on n’y apprend rien sur vous.
joining-password = Votre mot de passe
joining-needs-password = Saisissez votre mot de passe pour accepter.
joining-accept = Accepter
joining-decline = Refuser
joining-done-accept = Vous appartenez maintenant à { $customer }
joining-done-decline = Vous avez refusé { $customer }

correction-open = Proposer une correction
correction-title = Corriger les données de { $name }
correction-how = { $name } reçoit un e-mail et décide. Rien ne change sans sa confirmation.
correction-given-name = Prénom
correction-family-name = Nom
correction-email = Adresse e-mail
correction-own = Vos propres données se changent dans le profil.
correction-cancel = Annuler
correction-send = Envoyer la proposition
correction-same = Rien n’est encore différent.
correction-done = Envoyé à { $name }, qui a 48 heures pour confirmer
