import { useNavigate } from '@tanstack/react-router'
import { keysOf } from '../../app/actions'
import { usePreferences } from '../../app/preferences'
import { useSession } from '../../app/session'
import { FaceButton, MenuButton, MenuChoices, MenuGroup, MenuItem } from '../../components'
import type { LanguageChoice, Theme } from '../../ipc/client'
import { useL10n } from '../../l10n'
import { UserFace } from './UserFace'

/** The name, and behind it the look, the language and the way out. */
export function UserMenu({ onHelp }: { onHelp: () => void }) {
  const { text } = useL10n()
  const navigate = useNavigate()
  const { me, signOut } = useSession()
  const { preferences, change } = usePreferences()
  return (
    <MenuButton
      label={text('user-menu')}
      placement="bottom end"
      onAction={(id) => {
        switch (id) {
          case 'help':
            return onHelp()
          case 'sign-out':
            return signOut()
          case 'profile':
            return void navigate({ to: '/profile' })
          case 'codes':
            return void navigate({ to: '/codes' })
          case 'two-factor':
            return void navigate({ to: '/two-factor' })
        }
      }}
      trigger={
        <FaceButton>
          <UserFace me={me} />
        </FaceButton>
      }
    >
      <MenuChoices
        title={text('theme-title')}
        selected={`theme-${preferences.theme}`}
        onSelect={(id) => change({ theme: id.replace('theme-', '') as Theme })}
      >
        <MenuItem id="theme-system">{text('theme-system')}</MenuItem>
        <MenuItem id="theme-light">{text('theme-light')}</MenuItem>
        <MenuItem id="theme-dark">{text('theme-dark')}</MenuItem>
      </MenuChoices>
      <MenuChoices
        title={text('language-title')}
        selected={`language-${preferences.language}`}
        onSelect={(id) => change({ language: id.replace('language-', '') as LanguageChoice })}
      >
        <MenuItem id="language-system">{text('language-system')}</MenuItem>
        <MenuItem id="language-en">English</MenuItem>
        <MenuItem id="language-de">Deutsch</MenuItem>
        <MenuItem id="language-fr">Français</MenuItem>
      </MenuChoices>
      <MenuGroup label={me.sign_in_name}>
        <MenuItem id="profile" icon="profile">
          {text('screen-profile')}
        </MenuItem>
        <MenuItem id="codes" icon="codes">
          {text('screen-codes')}
        </MenuItem>
        <MenuItem id="two-factor" icon="authenticator">
          {text('screen-two-factor')}
        </MenuItem>
        <MenuItem id="help" icon="info" keys={keysOf('help')}>
          {text('action-help')}
        </MenuItem>
        <MenuItem id="sign-out" icon="signOut">
          {text('sign-out')}
        </MenuItem>
      </MenuGroup>
    </MenuButton>
  )
}
