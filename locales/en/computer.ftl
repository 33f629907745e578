# How the app behaves on this computer: the tray, the start with the system, a shortcut, links.

screen-computer = This computer
screen-computer-words = tray, autostart, start with the system, close, shortcut, background
computer-lead = How Keyholder behaves on this computer, for whoever uses this account of the system.
computer-failed = What this computer offers could not be read
computer-tray = Go on in the tray when the window is closed
computer-tray-help = The icon beside the clock brings the window back, and offers up to five codes while the vault is open. The vault locks itself there as well.
computer-start = Start with the system
computer-start-help = Keyholder then begins in the tray, and shows no window.
computer-start-help-window = Keyholder then opens its window after you have signed in to the system.
computer-start-absent = This system does not tell Keyholder what starts with it.
computer-shortcut = Shortcut to the codes
computer-shortcut-help = Brings Keyholder to the front from every other program, with the search of the codes ready. There is none until you choose one.
computer-shortcut-none = None chosen
computer-shortcut-choose = Choose a shortcut
computer-shortcut-change = Change
computer-shortcut-remove = Remove
computer-shortcut-press = Press the keys together now, with Ctrl, Alt or the Windows key. Escape leaves it as it is.
tray-problem-no_library = There is no tray for Keyholder here: the library libayatana-appindicator3 is not installed. Install it with the packages of your system, then start Keyholder again.
tray-problem-no_host = There is no tray for Keyholder here: nothing on this desktop shows icons of programs. GNOME does so with the extension AppIndicator. Until then, closing the window ends Keyholder.
tray-problem-refused = There is no tray for Keyholder here: the system refused its icon. Closing the window ends Keyholder.
closing-title = Close Keyholder?
closing-body = Keyholder can go on in the tray, beside the clock: codes and requests then stay one click away, and the vault still locks itself. Or it ends, and nothing of it runs any more.
closing-later = You can change this at any time under Settings, This computer.
closing-stay = Go on in the tray
closing-end = End Keyholder
errand-begun = Something is begun here
errand-begun-how = Finish or close it, then open your codes.
opened-link-waits = A link for an authenticator waits. Open the vault, and its account is shown before anything is kept.
opened-link-title = Add the account of this link?
opened-link-lead = A web page or another program opened a link for an authenticator. Add it only if you are setting this account up right now.
opened-link-bad = The link that was opened adds no account
problem-autostart_failed = The system did not change what starts with it. You can do it in the settings of your system.
problem-shortcut_refused =
    { $problem ->
        [wayland] On Wayland no program hears keys that are pressed in others. Set a shortcut in the settings of your system that starts Keyholder: it comes to the front.
        [taken] Another program has this shortcut. Choose other keys.
        [unusable] A shortcut is a letter, a digit, Space or one of F1 to F12 together with Ctrl, Alt or the Windows key.
       *[refused] The system did not accept this shortcut. Choose other keys.
    }
