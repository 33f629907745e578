import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useToAnswer } from '../../app/approvals'
import { FactorAdvice } from '../../app/FactorAdvice'
import { useMembership, useSession } from '../../app/session'
import { Button, ErrorState, Icon, Skeleton, StatusBadge } from '../../components'
import { backend, IpcFailure, type Statistics } from '../../ipc/client'
import { useL10n } from '../../l10n'
import { Attention } from './Attention'
import { InvitationsChart, SignInsChart, StatusChart } from './charts'
import styles from './HomeScreen.module.css'

/** What the owner of a shop, who comes once a month, is here for. */
export function HomeScreen() {
  const { text, problem, time } = useL10n()
  const { me } = useSession()
  const { customer } = useMembership()
  const waiting = useToAnswer().length
  const { data, error, refetch } = useQuery({
    queryKey: ['statistics', customer.id],
    queryFn: () =>
      backend.readStatistics(customer.id, {
        // JavaScript counts from the other side: minutes that UTC is ahead.
        utc_offset_minutes: -new Date().getTimezoneOffset(),
      }),
  })
  return (
    <div className={styles.page}>
      <header>
        <h1>{text('home-hello', { name: me.given_name })}</h1>
        <p className={styles.lead}>{text('home-lead', { customer: customer.name })}</p>
      </header>
      <div className={styles.tasks}>
        <section className={styles.card} aria-labelledby="home-attention">
          <h2 id="home-attention">{text('home-attention')}</h2>
          {waiting > 0 && (
            <Link to="/approvals" className={styles.need ?? ''}>
              <StatusBadge tone="info" icon="approvals">
                {text('screen-approvals')}
              </StatusBadge>
              <span>{text('approvals-count', { count: waiting })}</span>
            </Link>
          )}
          {data?.statuses ? <Attention statuses={data.statuses} /> : <Skeleton height="4rem" />}
        </section>
        <section className={styles.card} aria-labelledby="home-invite">
          <h2 id="home-invite">{text('home-invite')}</h2>
          <p>{text('home-invite-why')}</p>
          <Link to="/users" search={{ add: true }} className={styles.act ?? ''}>
            <Icon name="addUser" />
            {text('users-add')}
          </Link>
        </section>
      </div>
      <FactorAdvice />
      {error && !data ? (
        <ErrorState
          title={text('home-failed')}
          action={
            <Button icon="retry" onPress={() => void refetch()}>
              {text('users-retry')}
            </Button>
          }
        >
          {problem(IpcFailure.from(error))}
        </ErrorState>
      ) : (
        <Charts figures={data} />
      )}
      {data && <p className={styles.quiet}>{text('home-updated', { at: time(data.as_of) })}</p>}
    </div>
  )
}

function Charts({ figures }: { figures: Statistics | undefined }) {
  if (!figures) {
    return (
      <div className={styles.charts}>
        <Skeleton height="16rem" />
        <Skeleton height="16rem" />
      </div>
    )
  }
  const { statuses, sign_ins, invitations } = figures
  return (
    <div className={styles.charts}>
      {statuses && (
        <div className={styles.card}>
          <StatusChart counts={statuses} />
        </div>
      )}
      {invitations && (
        <div className={styles.card}>
          <InvitationsChart counts={invitations} />
        </div>
      )}
      {sign_ins && (
        <div className={`${styles.card} ${styles.wide}`}>
          <SignInsChart days={sign_ins} />
        </div>
      )}
    </div>
  )
}
