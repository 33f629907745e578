# Le menu de l’icône de la zone de notification, que le cœur dessine.

tray-show = Afficher Keyholder
tray-hide = Masquer dans la zone de notification
tray-unlock = Déverrouiller le coffre…
tray-lock = Verrouiller le coffre
tray-unnamed = Compte sans nom
tray-quit = Quitter Keyholder
