import { Icon } from '../../components/Icon/Icon'
import { useL10n } from '../../l10n/L10nContext'
import styles from './ConnectionState.module.css'

/** Whether the service answers, and when what is shown was read: in milliseconds since 1970, 0 for nothing. */
export function ConnectionFace({ online, age }: { online: boolean; age: number }) {
  const { text, time } = useL10n()
  const at = age === 0 ? null : time(new Date(age).toISOString())
  const words = online
    ? at === null
      ? text('connection-online')
      : text('connection-online-as-of', { time: at })
    : at === null
      ? text('connection-offline')
      : text('connection-offline-as-of', { time: at })
  return (
    <span className={styles.state} data-online={online}>
      <Icon name={online ? 'online' : 'offline'} size={14} />
      {words}
    </span>
  )
}
