### Où quelqu’un est connecté : dans le profil et dans le détail d’un utilisateur.

devices-title = Appareils connectés
devices-lead = Si vous n’en reconnaissez pas un, déconnectez-le et changez votre mot de passe.
devices-this = Cet appareil
devices-used = Utilisé { $relative } · connecté { $exact }
devices-factor-none = avec le mot de passe seul
devices-factor-authenticator = avec l’application d’authentification
devices-factor-mailed_code = avec code par e-mail
devices-factor-passkey = avec une clé d’accès
devices-factor-device = confirmé sur un autre appareil
devices-factor-recovery_code = avec un code de secours
devices-sign-out = Déconnecter
devices-sign-out-of = Déconnecter { $name }
devices-sign-out-others = Déconnecter partout ailleurs
devices-none = Connecté nulle part en ce moment.
devices-more = Il y en a plus que ce qui est affiché ici.
devices-done-one = { $name } est déconnecté
devices-done-all = Déconnecté
user-action-end_sessions = Déconnecter partout

user-action-reset_second_factor = Réinitialiser l’authentification à deux facteurs…
factor-reset-title = Réinitialiser l’authentification à deux facteurs de { $name } ?
factor-reset-effect = Pour quelqu’un qui a perdu son téléphone et ses codes de secours. Assurez-vous que c’est bien { $name } qui le demande : rappelez ou voyez la personne.
factor-reset-authenticators = Les applications d’authentification et les codes de secours ne fonctionnent plus, et { $name } se connecte avec le mot de passe seul jusqu’à une nouvelle configuration.
factor-reset-sessions = { $name } est déconnecté partout et en est informé par e-mail.
factor-reset-cooling = Les numéros de carte et les crédits restent fermés à { $name } pendant 24 heures.
factor-reset-submit = Réinitialiser
factor-reset-done = { $name } se connecte pour l’instant avec le mot de passe seul
factor-reset-two = { $name } administre d’autres personnes : un deuxième administrateur doit accepter. Rien ne change d’ici là.
factor-reset-ask = Demander à un deuxième administrateur
