import { Button, PopoverButton, RadioGroup } from '../../../components'
import type { UserKind } from '../../../ipc/client'
import { useL10n } from '../../../l10n'

const ANY = 'any'

/** With e-mail, without, or both. */
export function KindFilter({
  kind,
  onChange,
}: {
  kind: UserKind | null
  onChange: (kind: UserKind | null) => void
}) {
  const { text } = useL10n()
  const title = text('users-filter-kind')
  return (
    <PopoverButton
      label={title}
      trigger={
        <Button size="small" variant={kind ? 'secondary' : 'quiet'} opens>
          {text('users-filter-button', { name: title, count: kind ? 1 : 0 })}
        </Button>
      }
    >
      <RadioGroup
        label={title}
        options={[
          { id: ANY, label: text('users-filter-kind-any') },
          { id: 'verified', label: text('kind-verified') },
          { id: 'unverified', label: text('kind-unverified') },
        ]}
        selected={kind ?? ANY}
        onSelect={(id) => onChange(id === ANY ? null : (id as UserKind))}
      />
    </PopoverButton>
  )
}
