## Établissements que l’on décrit ou que l’on demande

form-cancel = Annuler
form-stale = Quelqu’un d’autre a modifié ceci entre-temps, votre modification n’a donc pas été enregistrée. L’état actuel s’affiche derrière cette fenêtre ; vérifiez-le et réessayez.
form-wait = Réessayez dans { $left }.
place-name = Nom
place-street = Rue et numéro
place-postcode = Code postal
place-city = Localité
place-country = Pays
place-country-none = Non précisé
place-country-unknown = Aucun pays ne porte ce nom
place-website = Site web
place-website-help = Seulement pour une boutique en ligne, par exemple shop.example.com.
wish-terminals = Nombre de terminaux de chaque type
wish-terminal = { $count } × { $kind }

## Demander un établissement au prestataire de paiement

request-location = Demander un établissement
request-lead = Votre prestataire de paiement lit la demande, crée l’établissement ou explique son refus, et vous écrit ; d’ici là, rien ne change.
request-note = Ce que le prestataire devrait encore savoir
request-note-help = Par exemple la date d’ouverture. Facultatif.
request-send = Envoyer la demande
request-done = { $name } a été demandé. Votre prestataire de paiement répondra.
request-withdraw = Retirer la demande de { $name }
request-withdrawn = La demande de { $name } a été retirée
request-state-waiting = En attente
request-state-created = Créé
request-state-refused = Refusé
request-state-withdrawn = Retiré
request-noted = Remarque : { $note }
request-asked = Demandé par { $name } { $when }.
request-asked-somebody = Demandé { $when }.
request-ended-created = Créé { $when }.
request-ended-refused = Refusé { $when }.
request-ended-withdrawn = Retiré { $when }.
request-reason = Réponse du prestataire de paiement : { $reason }
requests-title = Demandes
requests-list = Ce qui a été demandé
requests-failed = Les demandes n’ont pas pu être lues
requests-show-more = Afficher les demandes plus anciennes
