import type { ReactNode } from 'react'
import { Button, Icon, type IconName } from '../../components'
import { useL10n } from '../../l10n'
import styles from './TwoFactor.module.css'

/** One app or passkey: what its owner calls it, what is known of it, and what can be done with it. */
export function FactorRow({
  icon,
  name,
  facts,
  offline,
  onRename,
  onRemove,
}: {
  icon: IconName
  name: string
  facts: ReactNode
  /** Why nothing can be done now. */
  offline: string | undefined
  onRename: () => void
  onRemove: () => void
}) {
  const { text } = useL10n()
  return (
    <li className={styles.row}>
      <span className={styles.symbol}>
        <Icon name={icon} size={20} />
      </span>
      <div className={styles.words}>
        <span className={styles.name}>
          <bdi>{name}</bdi>
        </span>
        <p className={styles.soft}>{facts}</p>
      </div>
      <div className={styles.actions}>
        <Button
          size="small"
          unavailableReason={offline}
          aria-label={text('two-factor-rename-named', { name })}
          onPress={onRename}
        >
          {text('two-factor-rename')}
        </Button>
        <Button
          size="small"
          unavailableReason={offline}
          aria-label={text('two-factor-remove-named', { name })}
          onPress={onRemove}
        >
          {text('two-factor-remove')}
        </Button>
      </div>
    </li>
  )
}
