# Users: the filter by the last sign-in.

filters-sign-in = Dernière connexion
filters-sign-in-never = Jamais connecté
filters-sign-in-idle = Pas depuis { $days } jours
