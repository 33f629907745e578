### Was andere geschrieben haben und worauf die App gebaut ist, unter „Über die App“.

components-title = Bausteine und Lizenzen
components-lead = Gebaut mit { $count } freien Bausteinen anderer, unter Lizenzen, die das erlauben.
components-show = Alle zeigen
components-search = Nach Name oder Lizenz suchen
components-clear = Suche leeren
components-count = { $shown } von { $all }
components-none = Kein Baustein passt zu „{ $search }“
components-name = Baustein
components-version = Version
components-licence = Lizenz
components-from = Quelle
