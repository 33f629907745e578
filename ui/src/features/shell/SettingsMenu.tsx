import { useNavigate } from '@tanstack/react-router'
import { IconButton, MenuButton, MenuGroup, MenuItem } from '../../components'
import { useL10n } from '../../l10n'
import { useOpenScreens } from './useOpenScreens'

/** The administration area: the same screens as on the rail, and what there is to know of the app. */
export function SettingsMenu() {
  const { text } = useL10n()
  const screens = useOpenScreens()
  const navigate = useNavigate()
  return (
    <MenuButton
      label={text('settings-menu')}
      placement="bottom end"
      onAction={(address) => void navigate({ to: address })}
      trigger={<IconButton icon="settings" label={text('settings-menu')} />}
    >
      {screens.length > 0 && (
        <MenuGroup label={text('settings-administration')}>
          {screens.map((screen) => (
            <MenuItem key={screen.address} id={screen.address} icon={screen.icon}>
              {text(screen.name)}
            </MenuItem>
          ))}
        </MenuGroup>
      )}
      <MenuGroup label={text('app-name')}>
        <MenuItem id="/computer" icon="system">
          {text('screen-computer')}
        </MenuItem>
        <MenuItem id="/about" icon="about">
          {text('screen-about')}
        </MenuItem>
      </MenuGroup>
    </MenuButton>
  )
}
