# The menu of the icon in the tray, which the core draws. Favourites stand between the first lines and "Lock".

tray-show = Show Keyholder
tray-hide = Hide in the tray
tray-unlock = Unlock the vault…
tray-lock = Lock the vault
tray-unnamed = Account without a name
tray-quit = Quit Keyholder
