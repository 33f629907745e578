# Messages du service. Texte brut ; la version HTML est faite des mêmes phrases.

mail-greeting = Bonjour { $name },
mail-footer = Vous recevez ce message parce qu’un administrateur de { $customer } a saisi cette adresse dans Keyholder. Si cela vous surprend, ne faites rien : sans vous, le lien reste sans effet.
mail-link-fallback = Si le bouton ne fonctionne pas, copiez cette adresse dans votre navigateur :

invitation-subject = Votre accès à { $customer }
invitation-intro = Vous avez reçu un accès au back-office de { $customer }. Ouvrez le lien pour commencer : choisissez votre propre mot de passe ou, si vous en avez déjà un chez nous, acceptez avec celui-ci.
invitation-button = Commencer
invitation-expiry = Le lien fonctionne une seule fois, jusqu’au { $expires }. Ensuite, demandez-en un nouveau à votre administrateur.
invitation-secrecy = Ne transmettez pas ce lien : la première personne qui l’ouvre peut prendre l’accès. Le mot de passe que vous choisirez n’appartient qu’à vous : ne le dites à personne.

message-footer = Vous recevez ce message parce que cette adresse figure dans Keyholder. Rien ne se passe sans vous.
message-expiry = Le lien fonctionne une fois, jusqu’au { $expires }.

password-reset-subject = Choisir un nouveau mot de passe
password-reset-intro = Quelqu’un, sans doute vous ou votre administrateur, a demandé un nouveau mot de passe pour votre accès. Ouvrez le lien pour en choisir un. Si vous n’avez rien demandé, ne faites rien : votre mot de passe reste le même. Le mot de passe que vous choisirez n’appartient qu’à vous : ne le dites à personne.
password-reset-button = Choisir un nouveau mot de passe
password-changed-subject = Votre mot de passe a été modifié
password-changed-intro = Le mot de passe de votre accès a été modifié et vos autres sessions sont terminées. Si ce n’était pas vous, choisissez tout de suite « Mot de passe oublié ? » dans l’application et prévenez votre administrateur.
password-changed-button = Choisir un nouveau mot de passe
password-leaked-subject = Un mot de passe chez { $customer } est peut-être connu
password-leaked-intro = Quelqu’un chez { $customer } signale que d’autres connaissent peut-être son mot de passe. Il n’ouvre plus rien et toutes ses sessions sont terminées. Examinez l’activité de cette personne :
password-leaked-button = Choisir un nouveau mot de passe
change-former-subject = Confirmez votre nouvelle adresse e-mail
change-former-intro = Dans Keyholder, une autre adresse e-mail a été saisie pour votre connexion. Si c’était vous, ouvrez le lien et confirmez. Sinon, ouvrez le lien et dites-le, puis changez votre mot de passe. La nouvelle adresse est :
change-former-button = Voir le changement
change-new-subject = Confirmez cette adresse e-mail
change-new-intro = Quelqu’un souhaite désormais se connecter à Keyholder avec cette adresse e-mail. Si c’est vous, ouvrez le lien et confirmez.
change-new-button = Voir le changement
correction-subject = { $customer } propose de corriger vos données
correction-intro = Un administrateur de { $customer } propose de corriger vos données dans Keyholder. Rien ne change sans votre confirmation. Ensuite, on lirait :
correction-button = Voir la proposition
address-changed-subject = Votre adresse e-mail a été changée
address-changed-intro = Votre connexion à Keyholder a maintenant une autre adresse e-mail. Si vous ne l’avez pas voulu, prévenez aussitôt votre administrateur. L’adresse est :
change-waiting-subject = { $customer } : un changement attend un deuxième administrateur
change-waiting-intro = Un administrateur de { $customer } a demandé un changement qui ne prend effet qu’avec l’accord d’un deuxième administrateur. Ouvrez Keyholder, regardez sous « Accords » et acceptez ou refusez dans les 72 heures. Il s’agit de :
change-waiting-button = Voir le changement
change-granted-subject = { $customer } : votre changement est accepté
change-granted-intro = Un deuxième administrateur de { $customer } a donné son accord au changement que vous avez demandé, et il a pris effet. Il s’agissait de :
change-granted-button = Voir le changement
change-refused-subject = { $customer } : votre changement est refusé
change-refused-intro = Un deuxième administrateur de { $customer } a refusé le changement que vous avez demandé. Rien n’a été modifié. Il s’agissait de :
change-refused-button = Voir le changement
address-moved-subject = { $customer } a modifié votre adresse e-mail
address-moved-intro = Deux administrateurs de { $customer } ont déplacé votre accès vers une nouvelle connexion avec une autre adresse e-mail, car l’ancienne était injoignable. L’ancienne connexion n’ouvre plus rien chez { $customer }. Un lien pour recommencer est parti à la nouvelle adresse. Si ce n’est pas correct, dites-le tout de suite à un administrateur. L’adresse est maintenant :
address-moved-button = Voir le changement

location-created-subject = Votre nouveau site chez { $customer } est prêt
location-created-intro = Le prestataire de paiement a créé le site que vous avez demandé. Donnez-y accès à vos équipes dans Keyholder. Votre demande :
location-created-button = Consulter
location-refused-subject = Le prestataire de paiement n’a pas créé de site pour { $customer }
location-refused-intro = Le prestataire de paiement a refusé votre demande de site. Voici votre demande et le motif :
location-refused-button = Consulter
recovery-begun-subject = Une personne doit retrouver l’accès à { $customer }
recovery-begun-intro = Il a été demandé au prestataire de paiement de rendre l’accès à une personne qui administre { $customer }. Vous trouverez ci-dessous son nom, son nom de connexion et le moment au plus tôt. Si c’est correct, ne faites rien. Sinon, ouvrez le lien et arrêtez la procédure.
recovery-begun-button = Ce n’est pas moi / arrêter
recovery-address-subject = Confirmez votre nouvelle adresse pour { $customer }
recovery-address-intro = Il a été demandé au prestataire de paiement de vous rendre l’accès à { $customer } avec cette adresse e-mail. Si c’est bien vous, ouvrez le lien et confirmez. Sinon, ne faites rien.
recovery-address-button = Consulter
