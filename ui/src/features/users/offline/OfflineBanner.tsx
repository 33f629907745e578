import { Banner } from '../../../components'
import type { CopyView } from '../../../ipc/client'
import { useL10n, useNow } from '../../../l10n'

/** How old what is shown is, how long it can be read, and why nothing can be changed. */
export function OfflineBanner({ copy, updatedAt }: { copy: CopyView; updatedAt: number }) {
  const { text, time, number, relative } = useL10n()
  const now = useNow()
  if (copy.kind === 'kept') {
    return (
      <Banner tone="warning" live>
        {text('users-offline-copy', {
          time: time(copy.read_at),
          age: relative(copy.read_at, now),
          left: relative(copy.ends_at, now),
        })}
        {copy.rows < copy.total &&
          ` ${text('users-offline-part', { rows: number(copy.rows), total: number(copy.total) })}`}
      </Banner>
    )
  }
  return (
    <Banner tone="warning" live>
      {updatedAt > 0 &&
        `${text('users-offline', {
          time: time(new Date(updatedAt).toISOString()),
          minutes: Math.floor((now - updatedAt) / 60_000),
        })} `}
      {text(`users-offline-why-${copy.why}`)}
    </Banner>
  )
}
