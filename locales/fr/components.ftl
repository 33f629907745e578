### Ce que d’autres ont écrit et dont l’application est faite, dans « À propos ».

components-title = Composants et licences
components-lead = Faite avec { $count } composants libres d’autres auteurs, sous des licences qui le permettent.
components-show = Tout afficher
components-search = Chercher un nom ou une licence
components-clear = Effacer la recherche
components-count = { $shown } sur { $all }
components-none = Aucun composant ne correspond à « { $search } »
components-name = Composant
components-version = Version
components-licence = Licence
components-from = Source
