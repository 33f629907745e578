import { Icon } from '../../../components/Icon/Icon'
import type { FactorState } from '../../../ipc/client'
import { useL10n } from '../../../l10n/L10nContext'
import styles from './FactorCell.module.css'

/** What somebody has set up beside the password; nothing until they have accepted. */
export function FactorCell({ state }: { state: FactorState | null }) {
  const { text } = useL10n()
  if (state === null) {
    return null
  }
  const strong = state === 'app' || state === 'passkey'
  return (
    <span className={strong ? styles.app : styles.none}>
      {strong && <Icon name="check" size={14} />}
      {text(`factor-${state}`)}
    </span>
  )
}
