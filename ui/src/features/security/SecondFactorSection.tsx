import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { userKeys } from '../../access/queries'
import { EnforceButton } from '../../app/enforce/EnforceButton'
import { daysAhead, requirementOf } from '../../app/enforce/policy'
import { useSession } from '../../app/session'
import { BarChart, Button } from '../../components'
import {
  backend,
  type FactorState,
  type SecurityPolicyView,
  type UserCountQuery,
} from '../../ipc/client'
import { useL10n, useNow } from '../../l10n'
import styles from './SecurityScreen.module.css'

const ICONS = { none: 'unlock', mailed_code: 'mail', app: 'about', passkey: 'passkey' } as const

/** Who has nothing that counts where a second factor is asked for. */
const WITHOUT: readonly FactorState[] = ['none', 'mailed_code']

/** What counts there. */
const STRONG: readonly FactorState[] = ['app', 'passkey']

const EVERYBODY: UserCountQuery = {
  search: null,
  role: [],
  location: [],
  kind: null,
  origin: [],
  second_factor: [],
  sign_in_way: [],
  never_signed_in: false,
  idle_days: null,
}

/** Whether a second factor is asked for, and who has one (S115). */
export function SecondFactorSection({
  customerId,
  view,
}: {
  customerId: string
  view: SecurityPolicyView
}) {
  const { text, number, date } = useL10n()
  const now = useNow()
  const navigate = useNavigate()
  const { can } = useSession()
  const { data: counts } = useQuery({
    queryKey: [...userKeys.all(customerId), 'counts', EVERYBODY],
    queryFn: () => backend.countUsers(customerId, EVERYBODY),
    enabled: can('users.view'),
  })
  const asked = requirementOf(view)
  const ahead = daysAhead(asked, now)
  const state = () => {
    if (asked.kind === 'optional') {
      return text('enforce-off')
    }
    return ahead === null ? text('enforce-on-now') : text('enforce-on-from', { day: date(ahead) })
  }
  const show = () => void navigate({ to: '/users', search: { factor: WITHOUT } })
  return (
    <section className={styles.card} aria-labelledby="group-second-factor">
      <div className={styles.head}>
        <h2 id="group-second-factor" className={styles.heading}>
          {text('security-group-second-factor')}
        </h2>
        <EnforceButton customerId={customerId} onShow={show} />
      </div>
      <div className={styles.words}>
        <p>{state()}</p>
        <p className={styles.soft}>{text('enforce-restricted')}</p>
      </div>
      {counts && (
        <div className={styles.chart}>
          <BarChart
            title={text('enforce-chart')}
            headings={[text('enforce-chart-state'), text('enforce-chart-count')]}
            bars={counts.second_factors.map(({ second_factor, count }) => ({
              id: second_factor,
              label: text(`factor-${second_factor}-long`),
              value: count,
              shown: number(count),
              tone: STRONG.includes(second_factor) ? ('positive' as const) : ('warning' as const),
              icon: ICONS[second_factor],
            }))}
            emptyText=""
          />
          <div className={styles.flush}>
            <Button size="small" variant="quiet" icon="users" onPress={show}>
              {text('enforce-show')}
            </Button>
          </div>
        </div>
      )}
    </section>
  )
}
