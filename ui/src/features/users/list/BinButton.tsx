import { Button } from '../../../components'
import { useL10n } from '../../../l10n'
import { inBin, type UserFilters } from './userQuery'

/** Into the bin and back to everybody else; what is searched stays. */
export function BinButton({
  filters,
  onChange,
}: {
  filters: UserFilters
  onChange: (filters: UserFilters) => void
}) {
  const { text } = useL10n()
  const inside = inBin(filters)
  return (
    <Button
      size="small"
      variant={inside ? 'secondary' : 'quiet'}
      icon="delete"
      aria-pressed={inside}
      onPress={() => onChange({ ...filters, status: inside ? [] : ['deleted'] })}
    >
      {text('life-bin')}
    </Button>
  )
}
