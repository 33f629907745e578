# Messages du service. Texte brut ; la version HTML est faite des mêmes phrases.

mail-greeting = Bonjour { $name },
mail-footer = Vous recevez ce message parce qu’un administrateur de { $customer } a saisi cette adresse dans Keyholder. Si cela vous surprend, ne faites rien : sans vous, le lien reste sans effet.
mail-link-fallback = Si le bouton ne fonctionne pas, copiez cette adresse dans votre navigateur :

invitation-subject = Votre accès à { $customer }
invitation-intro = Vous avez reçu un accès au back-office de { $customer }. Ouvrez le lien pour commencer : choisissez votre propre mot de passe ou, si vous en avez déjà un chez nous, acceptez avec celui-ci.
invitation-button = Commencer
invitation-expiry = Le lien fonctionne une seule fois, jusqu’au { $expires }. Ensuite, demandez-en un nouveau à votre administrateur.
invitation-secrecy = Ne transmettez pas ce lien : la première personne qui l’ouvre peut prendre l’accès.
