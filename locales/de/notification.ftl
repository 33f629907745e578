### Was das System zeigt, während niemand auf das Fenster sieht. Auch andere sehen den Bildschirm: Niemand wird genannt.

notification-auth-request = Jemand bittet Sie um eine Bestätigung
notification-auth-request-body = Öffnen Sie Keyholder und geben Sie die Zahl nur ein, wenn Sie sie vor sich sehen. Die Anfrage endet innerhalb einer Minute.
