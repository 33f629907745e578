### What the system shows while the window is not looked at. Others see the screen, too: it names nobody.

notification-auth-request = Somebody asks you to confirm
notification-auth-request-body = Open Keyholder and type the number only if you see it in front of you. The request ends within a minute.
