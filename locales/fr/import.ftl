# Reprendre des comptes dans le coffre des codes.

import-title = Reprendre des comptes
import-lead = Keyholder lit ce qu’un autre programme a exporté, ses propres sauvegardes et les images avec des codes QR, même plusieurs dans une image. Vous voyez ce qu’elles contiennent avant que quoi que ce soit ne soit gardé.
import-choose-file = Choisir des fichiers
import-from-clipboard = Prendre dans le presse-papiers
import-from-screen = Depuis l’écran
import-screen-help = « Depuis l’écran » cherche des codes QR dans les autres fenêtres : celle de Keyholder s’efface un instant. L’image n’est gardée nulle part.
import-drop = Ou déposez des fichiers sur cette fenêtre, même plusieurs à la fois.
import-programs = Keyholder connaît les exports d’Aegis, andOTP, Bitwarden, Ente Auth, Google Authenticator, KeePassXC, OTPClient, Proton et 2FAS, les listes de liens otpauth:// et ses propres sauvegardes. C’est le contenu d’un fichier qui compte, non son nom.
import-empty = Il n’y a rien dedans qui serve à un authentificateur. Si c’est une image, reprenez-la avec le code QR entier.
import-screen-empty = Aucun code QR n’a été trouvé à l’écran. Mettez au premier plan la fenêtre avec le code entier, agrandissez-le s’il est petit, puis réessayez.
import-password-title = Le fichier est scellé
import-passphrase-title = La sauvegarde est scellée
import-password-lead =
    { $file ->
        [none] Il a été scellé avec un mot de passe par { $program }. Keyholder le demande cette seule fois et ne le garde pas.
       *[other] « { $file } » a été scellé avec un mot de passe par { $program }. Keyholder le demande cette seule fois et ne le garde pas.
    }
import-password = Mot de passe du fichier
import-look = Regarder dedans
import-preview-title = Reprendre : { $program }
import-preview-files =
    { $count ->
        [one] Reprendre : { $count } fichier
       *[other] Reprendre : { $count } fichiers
    }
import-left-out =
    { $count ->
        [one] { $count } fichier est laissé de côté
       *[other] { $count } fichiers sont laissés de côté
    }
import-found =
    { $count ->
        [0] Aucun compte ne peut en être repris. Rien n’a été modifié.
        [one] Il contient { $count } compte. Rien n’est gardé avant que vous ne le disiez.
       *[other] Il contient { $count } comptes. Rien n’est gardé avant que vous ne le disiez.
    }
import-found-in =
    { $count ->
        [0] Aucun compte de « { $file } » ne peut être repris. Rien n’a été modifié.
        [one] « { $file } » contient { $count } compte. Rien n’est gardé avant que vous ne le disiez.
       *[other] « { $file } » contient { $count } comptes. Rien n’est gardé avant que vous ne le disiez.
    }
import-how = Que deviennent les comptes qui sont ici ?
import-add = Ils restent
import-add-help = Ce que la sauvegarde a en plus s’y ajoute.
import-replace = La sauvegarde prend leur place
import-replace-help = Chaque compte qui est ici est supprimé, même s’il manque dans la sauvegarde.
import-list = Comptes du fichier
import-chosen = { $count } sur { $of } choisis
import-in-vault = Déjà dans le coffre
import-in-file = Deux fois dans le fichier
import-none-chosen = Choisissez d’abord un compte.
import-nothing-new = Rien n’y est nouveau.
import-send =
    { $count ->
        [0] Reprendre
        [one] Reprendre { $count } compte
       *[other] Reprendre { $count } comptes
    }
import-replace-send =
    { $count ->
        [0] Tout remplacer
        [one] Tout remplacer par { $count } compte
       *[other] Tout remplacer par { $count } comptes
    }
import-added =
    { $count ->
        [one] { $count } compte est maintenant dans le coffre
       *[other] { $count } comptes sont maintenant dans le coffre
    }
import-replaced =
    { $count ->
        [one] Le coffre contient maintenant le { $count } compte de la sauvegarde
       *[other] Le coffre contient maintenant les { $count } comptes de la sauvegarde
    }
import-parts-title = Il manque une partie
import-parts = L’autre téléphone montre cet export en plusieurs codes QR. Reprenez ensuite ces parties : { $parts }.
import-refused =
    { $count ->
        [one] { $count } entrée est laissée de côté
       *[other] { $count } entrées sont laissées de côté
    }
import-refused-more =
    { $count ->
        [one] Et { $count } de plus.
       *[other] Et { $count } de plus.
    }
import-entry = Entrée { $place }
import-refused-why =
    { $reason ->
        [cut_off] L’autre programme en a perdu la fin en écrivant le fichier. Configurez ce compte à nouveau.
        [deleted] Elle est dans la corbeille de l’autre programme.
        [secret] Elle ne contient pas de clé lisible.
        [kind] Elle demande un genre de codes que Keyholder ne connaît pas.
        [algorithm] Elle demande une fonction de hachage que Keyholder ne connaît pas.
        [digits] Elle demande un autre nombre de chiffres que six, sept ou huit.
        [period] Elle n’indique pas de durée en secondes pour chaque code.
        [counter] Elle n’indique pas de compteur.
        [too_long] Elle est trop longue pour un compte.
       *[other] Elle n’est pas lisible.
    }
import-program-keyholder = Keyholder
import-program-list = liens
import-program-google = Google Authenticator
import-program-aegis = Aegis
import-program-and_otp = andOTP
import-program-two_fas = 2FAS
import-program-ente = Ente Auth
import-program-bitwarden = Bitwarden
import-program-proton = Proton
import-program-kee_pass = KeePassXC
import-program-table = tableau
problem-import_unreadable = Le fichier n’est pas lisible. Vérifiez qu’il est encore là et que vous pouvez l’ouvrir.
problem-import_too_large = Le fichier est plus grand que tout export. Rien n’en a été lu.
problem-import_unknown = Keyholder ne connaît aucun programme qui écrit de tels fichiers. Exportez les comptes sous une autre forme, par exemple en liste de liens.
problem-import_wrong_password = Ce mot de passe n’ouvre pas le fichier, ou le fichier a été modifié depuis.
problem-import_sealed = Seul { $program } ouvre ce fichier. Exportez-y les comptes avec un mot de passe ou sans, puis reprenez ce fichier.
problem-import_damaged = Le fichier commence comme ceux de { $program } et est endommagé plus loin. Exportez-le à nouveau.
problem-import_picture = L’image ne s’ouvre pas. Enregistrez-la en PNG ou en JPEG, puis réessayez.
problem-import_clipboard_empty = Il n’y a ni image ni texte dans le presse-papiers. Copiez le code QR comme image, puis réessayez.
problem-import_nothing = Il n’y a rien dedans qu’une application d’authentification puisse utiliser.
problem-import_alone = Il est scellé par un mot de passe. Reprenez-le seul.
problem-import_too_many_files = Plus de { $max } fichiers ont été choisis et aucun n’a été lu. Reprenez-les en plusieurs fois.
problem-import_screen_not_here = Keyholder ne peut pas regarder l’écran ici. Copiez le code QR comme image avec l’outil de capture de votre système, puis prenez-le dans le presse-papiers.
problem-import_screen_failed = L’écran n’a pas pu être regardé. Réessayez, ou copiez le code QR comme image et prenez-le dans le presse-papiers.
problem-import_gone = Ce que vous regardiez n’est plus là, car le coffre a été verrouillé entre-temps. Choisissez le fichier à nouveau.
problem-import_nothing_chosen = Rien de nouveau n’a été choisi, et rien n’a été modifié.
