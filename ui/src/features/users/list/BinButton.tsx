import { Button } from '../../../components'
import { useL10n } from '../../../l10n'
import { binWords } from './binWords'
import { inBin, type UserFilters } from './userQuery'

/** Into the bin and back to everybody else; what is searched stays. */
export function BinButton({
  filters,
  count,
  onChange,
}: {
  filters: UserFilters
  /** How many lie there, if known. */
  count: number | null
  onChange: (filters: UserFilters) => void
}) {
  const l10n = useL10n()
  const inside = inBin(filters)
  return (
    <Button
      size="small"
      variant={inside ? 'secondary' : 'quiet'}
      icon="delete"
      aria-pressed={inside}
      onPress={() => onChange({ ...filters, status: inside ? [] : ['deleted'] })}
    >
      {binWords(l10n, count)}
    </Button>
  )
}
