### What others have written and the app is built with, in About.

components-title = Components and licences
components-lead = Built with { $count } free components by other authors, under licences that allow it.
components-show = Show all
components-search = Search by name or licence
components-clear = Clear search
components-count = { $shown } of { $all }
components-none = No component matches “{ $search }”
components-name = Component
components-version = Version
components-licence = Licence
components-from = From
