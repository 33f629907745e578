## Les opérateurs du prestataire de paiement : clients

screen-provider-customers = Clients
screen-provider-customers-words = commerçants entreprises comptes numéro de client
provider-plate = Prestataire de paiement
provider-only-operators = Cet écran est réservé au personnel du prestataire de paiement. Vos propres écrans figurent dans la navigation.
provider-only-members = Cet écran appartient aux personnes d’un client. Les opérateurs du prestataire de paiement ne voient rien des utilisateurs et des rôles d’un client ; ce qu’ils font figure dans la navigation.
provider-show-more = Afficher plus
provider-customers-lead = Ici sont créés les clients, avec les données dont dépendent les décisions. Les personnes admises par un client relèvent de ses propres administrateurs.
provider-search-customers = Rechercher des clients
provider-search-customers-placeholder = Numéro, nom ou alias
provider-customers-failed = Les clients n’ont pas pu être lus
provider-customer-failed = Le client n’a pas pu être lu
provider-no-customers = Aucun client pour l’instant
provider-no-customers-why = Créez le premier ; son administrateur est invité par e-mail.
provider-no-customer-found = Aucun client ne correspond à « { $search } »
provider-add-customer = Créer un client
provider-add-customer-lead = L’administrateur est invité par e-mail, admet toutes les autres personnes et n’a besoin pour cela de personne chez le prestataire de paiement.
provider-add-customer-send = Créer le client et envoyer l’invitation
provider-customer-made = { $name } est créé et { $email } est invité
provider-administrator = Premier administrateur
provider-all-customers = Tous les clients
provider-tab-facts = Données
provider-tab-locations = Établissements et terminaux
provider-tab-recoveries = Récupérations

## Données d’un client

provider-number = Numéro de client
provider-number-help = Six à dix chiffres qu’aucun autre client ne porte.
provider-name = Entreprise
provider-alias = Alias
provider-no-alias = Aucun. Le client le choisit lui-même.
provider-mode = Mode
provider-mode-live = L’argent circule réellement.
provider-mode-test = Pour essayer ; aucun argent ne circule.
provider-agreement = Contrat d’acquisition
provider-no-agreement = Aucun contrat d’acquisition
provider-agreement-help = Un contrat qui permet les versements est en vigueur.
provider-in-force = En vigueur
provider-none = Aucun
provider-since = Créé le
provider-facts-lead = Une modification vaut dès la requête suivante et figure dans l’activité du client comme celle du prestataire de paiement.
provider-facts-same = Rien n’est modifié pour l’instant.
provider-change-facts = Modifier les données
provider-change-facts-title = Données de { $name }
provider-change-facts-send = Enregistrer les données de { $number }
provider-facts-changed = Les données de { $name } sont modifiées
provider-effect-live = Dès la requête suivante, l’argent circule réellement.
provider-effect-test = Dès la requête suivante, aucun argent ne circule, et ce qui exige le mode réel est refusé, quelle que soit l’autorisation.
provider-effect-agreement = Dès la requête suivante, les versements fonctionnent pour qui a l’autorisation.
provider-effect-no-agreement = Dès la requête suivante, les versements sont refusés, quelle que soit l’autorisation.

## Établissements et terminaux d’un client

provider-no-locations-why = Ajoutez le premier, ou répondez à ce que le client demande.
provider-add-location = Ajouter un établissement
provider-add-location-lead = Qui a accès à tous les établissements du client y accède aussitôt ; les autres, quand un administrateur le leur donne.
provider-add-location-send = Ajouter l’établissement
provider-location-made = { $name } est ajouté
provider-change-location = Modifier { $name }
provider-change-location-lead = Le client voit la modification à la prochaine consultation. Les personnes qui y ont accès restent les mêmes.
provider-change-location-send = Enregistrer { $name }
provider-location-changed = { $name } est modifié
provider-add-terminal = Ajouter un terminal
provider-add-terminal-title = Nouveau terminal à { $name }
provider-terminal-made = Le terminal { $number } est ajouté à { $name }
provider-change-terminal = Modifier ou déplacer le terminal { $number }
provider-save-terminal = Enregistrer le terminal { $number }
provider-move-terminal = Déplacer le terminal { $number }
provider-terminal-changed = Le terminal { $number } est modifié
provider-terminal-number = Numéro de terminal
provider-terminal-number-help = 4 à 20 lettres et chiffres qu’aucun autre terminal du client ne porte.
provider-terminal-kind = Type
provider-terminal-place = Établissement
provider-move-effect = Dès la requête suivante, le terminal { $number } est accessible à qui a accès à { $to }, et ne l’est plus à qui a seulement accès à { $from }.

## Demandes d’établissements en attente

screen-provider-requests = Demandes
screen-provider-requests-words = en attente souhaits file nouveaux établissements terminaux
waiting-lead = Ce que les clients demandent, le plus ancien d’abord. Créer un établissement le crée avec ses terminaux en une seule étape et prévient la personne qui l’a demandé.
waiting-count =
    { $count ->
        [one] 1 demande d’établissement attend
       *[other] { $count } demandes d’établissements attendent
    }
waiting-none = Aucune demande n’attend
waiting-none-hint = Quand un client demande un établissement, la demande figure ici jusqu’à la réponse.
waiting-failed = Les demandes n’ont pas pu être lues
waiting-no-terminals = Aucun terminal demandé
waiting-approve = Créer { $name }
waiting-approve-title = Créer { $name }
waiting-approve-lead = Ce qui figure ici est ce que { $customer } reçoit ; corrigez ce qui est faux et donnez leur numéro aux terminaux.
waiting-approve-send =
    { $count ->
        [0] Créer l’établissement sans terminal
        [one] Créer l’établissement avec 1 terminal
       *[other] Créer l’établissement avec { $count } terminaux
    }
waiting-approved = { $name } est créé pour { $customer }
waiting-terminals =
    { $count ->
        [0] Aucun terminal
        [one] 1 terminal
       *[other] { $count } terminaux
    }
waiting-terminal-name =
    { $count ->
        [one] { $kind }
       *[other] { $kind } { $number }
    }
waiting-remove-terminal = Retirer le terminal { $number } de cette liste
waiting-refuse = Refuser { $name }
waiting-refuse-title = Refuser { $name }
waiting-refuse-lead = { $customer } lit le motif dans l’application et par e-mail, et peut redemander.
waiting-reason = Motif pour le client
waiting-refused = La demande de { $name } est refusée

## Rendre l’accès à un administrateur

screen-provider-recoveries = Récupérations
screen-provider-recoveries-words = administrateur tout perdu opposition délai
recoveries-lead = Les récupérations d’administrateurs chez tous les clients : ce qui attend ou peut être envoyé, et ce que les autres sont devenues. On en commence une sur la page du client.
recoveries-open = En cours
recoveries-over = Terminées
recoveries-all = Toutes
recoveries-none-open = Aucune récupération en cours
recoveries-none-open-hint = Ce qui attend son heure, ou l’envoi du lien par vous, figure ici.
recovery-lead = Pour un administrateur qui a tout perdu. Tous les administrateurs joignables par e-mail sont d’abord prévenus et peuvent arrêter la procédure ; le lien ne peut partir qu’après le délai, et personne ici ne le voit jamais.
recovery-start = Commencer une récupération
recovery-start-lead = Le délai court dès maintenant, et tous les administrateurs du client sont prévenus par e-mail, la personne d’abord. Une connexion ou le lien de cet e-mail arrête la procédure.
recovery-start-send = Commencer et prévenir tout le monde
recovery-started = La récupération de { $name } a commencé. Le lien peut partir dès le { $when }.
recovery-sign-in-name = Nom de connexion de l’administrateur
recovery-sign-in-name-help = Tel que la personne le donne : l’adresse e-mail ou le nom généré.
recovery-not-an-administrator = Aucun administrateur de ce client ne porte ce nom de connexion. Vérifiez l’orthographe.
recovery-new-email = Autre adresse e-mail
recovery-new-email-help = Seulement si la boîte est morte ou s’il n’y en a pas. Elle doit être confirmée, l’ancien mot de passe prend fin, et tout est activé à nouveau.
recovery-reason = Motif
recovery-reason-help = Les administrateurs du client le lisent dans leur activité.
recovery-evidence = Comment la personne a été reconnue
recovery-evidence-help = Seuls les opérateurs le lisent.
recovery-none = Aucune récupération jusqu’ici
recovery-none-hint = Les récupérations de ce client figurent ici, même celles qui ont été arrêtées.
recovery-failed = Les récupérations n’ont pas pu être lues
recovery-state-waiting = Délai en cours
recovery-state-ready = Le lien peut partir
recovery-state-finished = Lien envoyé
recovery-state-stopped = Arrêtée
recovery-state-expired = Expirée
recovery-waits = Le lien peut partir { $left }, dès le { $ready }. D’ici là, toutes les personnes prévenues peuvent arrêter la procédure.
recovery-is-ready = Le délai a pris fin { $ready }. Le lien peut partir pendant 14 jours ; d’ici là, la procédure peut encore être arrêtée.
recovery-was-finished = Le lien a été envoyé { $ended }.
recovery-stopped-sign_in = La personne s’est connectée { $ended }, rien n’était donc perdu. Aucun lien ne partira.
recovery-stopped-objection = Une personne prévenue s’est opposée { $ended }. Aucun lien ne partira ; cherchez ce qui s’est passé avant de recommencer.
recovery-stopped-operator = Un opérateur l’a retirée { $ended }. Aucun lien ne partira.
recovery-has-expired = Personne n’a envoyé le lien à temps. Recommencez si c’est encore nécessaire.
recovery-started-at = Commencée
recovery-unconfirmed = pas encore confirmée
recovery-confirmed = confirmée { $when }
recovery-told = Prévenus
recovery-told-count =
    { $others ->
        [0] Par e-mail : { $told }. Aucun autre administrateur ne pouvait se connecter.
       *[other] Par e-mail : { $told }. Autres administrateurs qui pouvaient se connecter : { $others }.
    }
recovery-finish = Envoyer le lien à { $name }
recovery-stop = Arrêter la récupération de { $name }
recovery-done-finish = Le lien pour { $name } est en route
recovery-done-stop = La récupération de { $name } est arrêtée
