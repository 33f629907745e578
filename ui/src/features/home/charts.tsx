import { STATUS_LOOK } from '../../app/statusLook'
import { BarChart, ColumnChart } from '../../components'
import type { InvitationCount, SignInDay, StatusCount } from '../../ipc/types'
import { useL10n } from '../../l10n'

/** How many users have each status. */
export function StatusChart({ counts }: { counts: readonly StatusCount[] }) {
  const { text, number } = useL10n()
  return (
    <BarChart
      title={text('chart-statuses')}
      headings={[text('chart-status'), text('chart-count')]}
      bars={counts
        .filter(({ status, count }) => count > 0 && status !== 'deleted')
        .map(({ status, count }) => ({
          id: status,
          label: text(`status-${status}`),
          value: count,
          shown: number(count),
          ...STATUS_LOOK[status],
        }))}
      emptyText={text('users-empty-title')}
    />
  )
}

/** How long invitations have been waiting. */
export function InvitationsChart({ counts }: { counts: readonly InvitationCount[] }) {
  const { text, number } = useL10n()
  return (
    <BarChart
      title={text('chart-invitations')}
      headings={[text('chart-age'), text('chart-count')]}
      bars={counts
        .filter(({ count }) => count > 0)
        .map(({ age, count }) => ({
          id: age,
          label: text(`chart-age-${age}`),
          value: count,
          shown: number(count),
          tone: age === 'not_invited' ? 'neutral' : age.startsWith('under_') ? 'info' : 'warning',
          icon: age === 'not_invited' ? 'notInvited' : 'mail',
        }))}
      emptyText={text('chart-invitations-none')}
    />
  )
}

/** Sign-ins and refused attempts, day by day. */
export function SignInsChart({ days }: { days: readonly SignInDay[] }) {
  const { text, number, date } = useL10n()
  const sum = (pick: (day: SignInDay) => number) =>
    number(days.reduce((total, day) => total + pick(day), 0))
  return (
    <ColumnChart
      title={text('chart-sign-ins')}
      summary={text('chart-sign-ins-sum', {
        signedIn: sum(({ signed_in }) => signed_in),
        failed: sum(({ failed }) => failed),
      })}
      headings={[text('chart-day'), text('chart-signed-in'), text('chart-failed')]}
      columns={days.map(({ day, signed_in, failed }) => ({
        id: day,
        // Noon, so that no time zone makes another day of it.
        label: date(`${day}T12:00:00`),
        values: [signed_in, failed],
        shown: [number(signed_in), number(failed)],
      }))}
    />
  )
}
