## Home

screen-home = Accueil
home-hello = Bonjour { $name }
home-lead = Ce qui vous attend chez { $customer }, et ce qui s’y est passé.
home-attention = Qui a besoin de vous
home-attention-none = Personne n’est verrouillé, en attente ou expiré.
home-attention-count = { $count ->
    [one] { $shown } utilisateur
   *[other] { $shown } utilisateurs
}
home-invite = Inviter quelqu’un
home-invite-why = Donnez à un collègue son propre accès. Vous choisissez ce qu’il peut faire.
home-updated = Compté { $at }
home-failed = Les chiffres n’ont pas pu être chargés
chart-statuses = Utilisateurs par statut
chart-statuses-why = Tous ceux qui ne sont pas dans la corbeille.
chart-sign-ins = Connexions des 30 derniers jours
chart-sign-ins-sum = { $signedIn } connexions, { $failed } refusées
chart-signed-in = Connecté
chart-failed = Refusé
chart-day = Jour
chart-count = Nombre
chart-status = Statut
chart-invitations = Invitations en attente
chart-invitations-none = Aucune invitation n’est en attente.
chart-age = En attente depuis
chart-age-not_invited = Pas encore invité
chart-age-under_one_day = Moins d’un jour
chart-age-under_two_days = Un à deux jours
chart-age-under_a_week = Deux jours à une semaine
chart-age-under_a_month = Une semaine à 30 jours
chart-age-older = Plus de 30 jours
