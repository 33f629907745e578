## Établissements

screen-locations = Établissements
screen-locations-words = lieux magasins filiales terminaux caisses adresse
locations-hint = Votre prestataire de paiement gère les établissements et les terminaux. Vous les voyez ici, avec les personnes qui peuvent y agir.
locations-hint-limited = Vous voyez les établissements auxquels vous avez accès.
locations-none = Aucun établissement pour l’instant
locations-none-why = Votre prestataire de paiement crée les établissements et leurs terminaux.
locations-show-more = Afficher plus d’établissements
location-terminals = Terminaux de { $name }
location-no-terminals = Aucun terminal pour l’instant
location-users = Utilisateurs de { $name }
