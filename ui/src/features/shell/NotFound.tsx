import { EmptyState } from '../../components'
import { useL10n } from '../../l10n'

/** An address that leads nowhere. */
export function NotFound() {
  const { text } = useL10n()
  return (
    <EmptyState icon="search" title={text('shell-not-found-title')}>
      {text('shell-not-found-body')}
    </EmptyState>
  )
}
