import { useQuery } from '@tanstack/react-query'
import { Banner } from '../../components'
import { backend } from '../../ipc/client'
import { useL10n } from '../../l10n'

/** From here on minutes are said, and no longer seconds. */
const MINUTES_FROM = 120

/** How often it is asked: as often as the service is, which tells. In milliseconds. */
const ASK_AGAIN = 60_000

/** Says that the clock of this computer is wrong, where the codes would be too if they were made by it. */
export function ClockNote() {
  const { text, number } = useL10n()
  const { data: late } = useQuery({
    queryKey: ['clock-error'],
    queryFn: () => backend.readClockError(),
    networkMode: 'always',
    refetchInterval: ASK_AGAIN,
  })
  if (late === undefined || late === null) {
    return null
  }
  const seconds = Math.abs(late)
  const inMinutes = seconds >= MINUTES_FROM
  const count = inMinutes ? Math.round(seconds / 60) : seconds
  const title = `codes-clock-${late > 0 ? 'late' : 'ahead'}-${inMinutes ? 'minutes' : 'seconds'}`
  return (
    <Banner tone="warning" title={text(title, { count, shown: number(count) })}>
      {text('codes-clock-body')}
    </Banner>
  )
}
