import { useNavigate } from '@tanstack/react-router'
import { keysOf } from '../../app/actions'
import { Icon, IconButton, MenuButton, MenuGroup, MenuItem } from '../../components'
import { useL10n } from '../../l10n'
import { ConnectionState } from './ConnectionState'
import { CustomerPlate } from './CustomerPlate'
import styles from './Header.module.css'
import { SettingsMenu } from './SettingsMenu'
import { UserMenu } from './UserMenu'
import { useOpenScreens } from './useOpenScreens'

/** Who, where, in which mode and how fresh: the header never lies. */
export function Header({ onPalette, onHelp }: { onPalette: () => void; onHelp: () => void }) {
  const { text } = useL10n()
  const screens = useOpenScreens()
  const navigate = useNavigate()
  return (
    <header className={styles.header}>
      <div className={styles.menu}>
        <MenuButton
          label={text('shell-navigation')}
          trigger={<IconButton icon="menu" label={text('shell-navigation')} />}
          onAction={(address) => void navigate({ to: address })}
        >
          <MenuGroup label={text('shell-navigation')}>
            {screens.map((screen) => (
              <MenuItem key={screen.address} id={screen.address} icon={screen.icon}>
                {text(screen.name)}
              </MenuItem>
            ))}
          </MenuGroup>
        </MenuButton>
      </div>
      <button type="button" className={styles.palette} onClick={onPalette}>
        <Icon name="search" />
        <span className={styles.words}>{text('palette-open')}</span>
        <kbd className={styles.keys} aria-hidden>
          {keysOf('palette')}
        </kbd>
      </button>
      <div className={styles.where}>
        <ConnectionState />
        <CustomerPlate />
      </div>
      <UserMenu onHelp={onHelp} />
      <SettingsMenu />
    </header>
  )
}
