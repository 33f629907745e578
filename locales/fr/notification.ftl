### Ce que le système affiche quand personne ne regarde la fenêtre. D’autres voient aussi l’écran : personne n’est nommé.

notification-auth-request = Quelqu’un vous demande de confirmer
notification-auth-request-body = Ouvrez Keyholder et ne saisissez le nombre que si vous le voyez devant vous. La demande se termine en une minute.
