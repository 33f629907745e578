import { Button } from '../../components'
import { useL10n } from '../../l10n'
import { LanguageSwitch } from './LanguageSwitch'

/** What helps before one is in: the language, and one's codes, which take no session. */
export function DoorFooter({ onCodes }: { onCodes: () => void }) {
  const { text } = useL10n()
  return (
    <>
      <LanguageSwitch />
      <Button variant="quiet" size="small" icon="codes" onPress={onCodes}>
        {text('sign-in-codes')}
      </Button>
    </>
  )
}
