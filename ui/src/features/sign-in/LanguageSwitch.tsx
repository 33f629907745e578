import { usePreferences } from '../../app/preferences'
import { Button, MenuButton, MenuChoices, MenuItem } from '../../components'
import type { LanguageChoice } from '../../ipc/client'
import { useL10n } from '../../l10n'

/** The language, before one is in. Each language names itself. */
export function LanguageSwitch() {
  const { text } = useL10n()
  const { preferences, change } = usePreferences()
  return (
    <MenuButton
      label={text('language-title')}
      placement="top start"
      trigger={
        <Button variant="quiet" size="small" icon="language">
          {text('language-current')}
        </Button>
      }
    >
      <MenuChoices
        title={text('language-title')}
        selected={preferences.language}
        onSelect={(language) => change({ language: language as LanguageChoice })}
      >
        <MenuItem id="system">{text('language-system')}</MenuItem>
        <MenuItem id="en">English</MenuItem>
        <MenuItem id="de">Deutsch</MenuItem>
        <MenuItem id="fr">Français</MenuItem>
      </MenuChoices>
    </MenuButton>
  )
}
