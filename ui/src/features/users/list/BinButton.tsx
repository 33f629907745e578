import { Button } from '../../../components'
import { useL10n } from '../../../l10n'
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
  const { text, number } = useL10n()
  const inside = inBin(filters)
  return (
    <Button
      size="small"
      variant={inside ? 'secondary' : 'quiet'}
      icon="delete"
      aria-pressed={inside}
      onPress={() => onChange({ ...filters, status: inside ? [] : ['deleted'] })}
    >
      {count
        ? text('life-count', { name: text('life-bin'), count: number(count) })
        : text('life-bin')}
    </Button>
  )
}
