# Comment l’application se comporte sur cet ordinateur : zone de notification, démarrage, raccourci, liens.

screen-computer = Cet ordinateur
screen-computer-words = zone de notification, démarrage automatique, démarrer avec le système, fermer, raccourci, arrière-plan
computer-lead = Comment Keyholder se comporte sur cet ordinateur, pour qui utilise ce compte du système.
computer-failed = Ce que cet ordinateur propose n’a pas pu être lu
computer-tray = Continuer dans la zone de notification quand la fenêtre est fermée
computer-tray-help = L’icône à côté de l’horloge ramène la fenêtre et propose jusqu’à cinq codes tant que le coffre est ouvert. Le coffre s’y verrouille aussi tout seul.
computer-start = Démarrer avec le système
computer-start-help = Keyholder commence alors dans la zone de notification et ne montre pas de fenêtre.
computer-start-help-window = Keyholder ouvre alors sa fenêtre après votre connexion au système.
computer-start-absent = Ce système ne dit pas à Keyholder ce qui démarre avec lui.
computer-shortcut = Raccourci vers les codes
computer-shortcut-help = Ramène Keyholder au premier plan depuis tout autre programme, la recherche des codes étant prête. Il n’y en a pas tant que vous n’en choisissez pas.
computer-shortcut-none = Aucun choisi
computer-shortcut-choose = Choisir un raccourci
computer-shortcut-change = Modifier
computer-shortcut-remove = Retirer
computer-shortcut-press = Appuyez maintenant sur les touches ensemble, avec Ctrl, Alt ou la touche Windows. Échap ne change rien.
tray-problem-no_library = Il n’y a pas de zone de notification pour Keyholder ici : la bibliothèque libayatana-appindicator3 n’est pas installée. Installez-la avec les paquets de votre système, puis redémarrez Keyholder.
tray-problem-no_host = Il n’y a pas de zone de notification pour Keyholder ici : rien sur ce bureau ne montre d’icônes de programmes. GNOME le fait avec l’extension AppIndicator. D’ici là, fermer la fenêtre quitte Keyholder.
tray-problem-refused = Il n’y a pas de zone de notification pour Keyholder ici : le système a refusé son icône. Fermer la fenêtre quitte Keyholder.
closing-title = Fermer Keyholder ?
closing-body = Keyholder peut continuer dans la zone de notification, à côté de l’horloge : codes et demandes restent alors à un clic, et le coffre se verrouille toujours tout seul. Ou bien il se termine, et plus rien ne tourne.
closing-later = Vous pouvez changer cela à tout moment sous Paramètres, Cet ordinateur.
closing-stay = Continuer dans la zone de notification
closing-end = Quitter Keyholder
errand-begun = Quelque chose est commencé ici
errand-begun-how = Terminez-le ou fermez-le, puis ouvrez vos codes.
opened-link-waits = Un lien pour un authentificateur attend. Ouvrez le coffre, et son compte est montré avant que rien ne soit gardé.
opened-link-title = Ajouter le compte de ce lien ?
opened-link-lead = Une page web ou un autre programme a ouvert un lien pour un authentificateur. N’ajoutez le compte que si vous êtes en train de le configurer vous-même.
opened-link-bad = Le lien ouvert n’ajoute aucun compte
problem-autostart_failed = Le système n’a pas modifié ce qui démarre avec lui. Vous pouvez le faire dans les paramètres de votre système.
problem-shortcut_refused =
    { $problem ->
        [wayland] Sous Wayland, aucun programme n’entend les touches pressées dans un autre. Définissez dans les paramètres de votre système un raccourci qui démarre Keyholder : il vient alors au premier plan.
        [taken] Un autre programme a ce raccourci. Choisissez d’autres touches.
        [unusable] Un raccourci est une lettre, un chiffre, la barre d’espace ou une touche de F1 à F12, avec Ctrl, Alt ou la touche Windows.
       *[refused] Le système n’a pas accepté ce raccourci. Choisissez d’autres touches.
    }
