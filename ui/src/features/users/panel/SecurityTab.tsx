import { Banner } from '../../../components'
import type { User } from '../../../ipc/client'
import { useL10n, useNow } from '../../../l10n'
import { FactorCell } from '../list/FactorCell'
import { StatusCell } from '../list/StatusCell'
import styles from './AccessTab.module.css'
import { CorrectionSection } from './CorrectionSection'
import { DevicesPart } from './DevicesPart'
import { Fact, Facts } from './Facts'
import { ResetFactorPart } from './ResetFactorPart'

/** How the user signs in, and how it stands with that. */
export function SecurityTab({ customerId, user }: { customerId: string; user: User }) {
  const l10n = useL10n()
  const { text } = l10n
  const now = useNow()
  return (
    <div className={styles.access}>
      {user.group_mailbox && (
        <Banner tone="warning" title={text('group-mailbox-title')}>
          {text('group-mailbox-why')}
        </Banner>
      )}
      <Facts>
        <Fact name={text('users-column-status')}>
          <StatusCell status={user.status} />
          <span className={styles.soft}>{text(`status-${user.status.kind}-meaning`)}</span>
        </Fact>
        <Fact name={text('users-column-sign_in_name')}>
          <bdi>{user.sign_in_name}</bdi>
        </Fact>
        <Fact name={text('users-column-kind')}>
          {text(`kind-${user.kind}`)}
          <br />
          <span className={styles.soft}>
            {text(`kind-${user.kind}-description`)} {text(`life-${user.kind}-stays`)}
          </span>
        </Fact>
        {user.sign_in_way === 'external' && (
          <Fact name={text('add-way')}>
            {text('way-external')}
            <br />
            <span className={styles.soft}>{text('way-external-means')}</span>
          </Fact>
        )}
        <Fact name={text('users-column-last_sign_in_at')}>
          {user.last_sign_in_at
            ? text('panel-moment', {
                relative: l10n.relative(user.last_sign_in_at, now),
                exact: l10n.dateTime(user.last_sign_in_at),
              })
            : text('users-never')}
        </Fact>
        {user.second_factor && (
          <Fact name={text('users-column-second_factor')}>
            <FactorCell state={user.second_factor} />
            {user.cooling_until && (
              <>
                <br />
                <span className={styles.soft}>
                  {text('idle-cooling', { until: l10n.dateTime(user.cooling_until) })}
                </span>
              </>
            )}
          </Fact>
        )}
        <Fact name={text('panel-language')}>{text(`language-${user.language}`)}</Fact>
        <Fact name={text('users-column-created_at')}>
          {user.added_by
            ? text('life-moment-by', {
                date: l10n.date(user.created_at),
                name: user.added_by.name,
              })
            : l10n.date(user.created_at)}
        </Fact>
        {user.invited_by && <Fact name={text('life-invited-by')}>{user.invited_by.name}</Fact>}
        <Fact name={text('users-column-origin')}>
          {text(`origin-${user.origin}`)}
          {user.adopted_at && (
            <>
              <br />
              <span className={styles.soft}>
                {text('life-adopted', { date: l10n.date(user.adopted_at) })}
              </span>
            </>
          )}
        </Fact>
      </Facts>
      <DevicesPart customerId={customerId} user={user} />
      <ResetFactorPart customerId={customerId} user={user} />
      <p className={styles.soft}>{text('panel-own-data')}</p>
      <CorrectionSection customerId={customerId} user={user} />
    </div>
  )
}
