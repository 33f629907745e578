import { useNavigate } from '@tanstack/react-router'
import { useSecondFactors } from '../../app/secondFactors'
import { Button, Skeleton, StatusBadge } from '../../components'
import { useL10n } from '../../l10n'
import styles from './ProfileScreen.module.css'
import { Section } from './Section'

/** Whether signing in asks for a code, and the way to where that is changed (S109). */
export function TwoFactorSection() {
  const { text } = useL10n()
  const navigate = useNavigate()
  const { data } = useSecondFactors()
  const on = (data?.authenticators.length ?? 0) > 0
  return (
    <Section title={text('screen-two-factor')} lead={text('two-factor-profile-lead')}>
      <div className={styles.row}>
        {data ? (
          <StatusBadge tone={on ? 'positive' : 'warning'} icon={on ? 'check' : 'warning'}>
            {text(on ? 'two-factor-on' : 'two-factor-off')}
          </StatusBadge>
        ) : (
          <Skeleton width="12rem" />
        )}
        <Button icon="authenticator" onPress={() => void navigate({ to: '/two-factor' })}>
          {text(on ? 'two-factor-profile-change' : 'two-factor-profile-set-up')}
        </Button>
      </div>
    </Section>
  )
}
