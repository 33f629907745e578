import { useQuery } from '@tanstack/react-query'
import { type IconName, StatusBadge, type Tone } from '../../components'
import { backend, type Protection } from '../../ipc/client'
import { useL10n } from '../../l10n'
import { Section } from './Section'
import styles from './TwoFactor.module.css'

const LOOK: Record<Protection, { tone: Tone; icon: IconName }> = {
  on: { tone: 'positive', icon: 'check' },
  off: { tone: 'warning', icon: 'warning' },
  unknown: { tone: 'neutral', icon: 'info' },
}

/**
 * On which device the codes belong (S117), and what to look at where they are on this one all the same
 * (S118): what the system tells of this computer, and no more than it does.
 */
export function DeviceAdvice() {
  const { text } = useL10n()
  const { data } = useQuery({
    queryKey: ['device-security'],
    queryFn: () => backend.readDeviceSecurity(),
  })
  return (
    <Section title={text('device-title')} lead={text('device-two')}>
      <p>{text('device-password')}</p>
      <p>{text('device-one')}</p>
      <dl className={styles.list}>
        <Fact name="disk" told={data?.disk_encryption ?? 'unknown'} />
        <Fact name="lock" told={data?.screen_lock ?? 'unknown'} />
      </dl>
      <p className={styles.soft}>{text('device-manager')}</p>
    </Section>
  )
}

function Fact({ name, told }: { name: 'disk' | 'lock'; told: Protection }) {
  const { text } = useL10n()
  return (
    <div className={styles.fact}>
      <dt className={styles.name}>{text(`device-${name}`)}</dt>
      <dd>
        <StatusBadge {...LOOK[told]}>{text(`device-${told}`)}</StatusBadge>
        <p className={styles.soft}>{text(`device-${name}-${told}`)}</p>
      </dd>
    </div>
  )
}
