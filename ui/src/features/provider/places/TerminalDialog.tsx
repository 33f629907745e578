import { useState } from 'react'
import { FormDialog } from '../../../app/form/FormDialog'
import { useSendingKey } from '../../../app/form/useSendingKey'
import { useProviderChanged } from '../../../app/providerKeys'
import { Banner, Select, TextField, toast } from '../../../components'
import {
  backend,
  type ProviderLocation,
  type ProviderTerminal,
  type TerminalKind,
} from '../../../ipc/client'
import { useL10n } from '../../../l10n'
import { TERMINAL_KINDS } from '../../../places/wishes'
import { PlaceChoice } from './PlaceChoice'

/** Adds a terminal to a location, or changes one and moves it, with what a move means in a sentence. */
export function TerminalDialog({
  customerId,
  location,
  terminal,
  onClose,
}: {
  customerId: string
  /** Where it stands now. */
  location: ProviderLocation
  /** The one to change; `null` adds a new one. */
  terminal: ProviderTerminal | null
  onClose: () => void
}) {
  const { text } = useL10n()
  const changed = useProviderChanged()
  const keyFor = useSendingKey()
  const [number, setNumber] = useState(terminal?.number ?? '')
  const [name, setName] = useState(terminal?.name ?? '')
  const [kind, setKind] = useState<TerminalKind>(terminal?.kind ?? 'point_of_sale')
  const here = { id: location.id, name: location.name }
  const [place, setPlace] = useState(here)
  const same =
    terminal !== null &&
    number === terminal.number &&
    name === terminal.name &&
    kind === terminal.kind &&
    place.id === here.id

  const send = async () => {
    const facts = { number: number.trim(), name: name.trim(), kind }
    if (terminal === null) {
      await backend.createTerminal(customerId, location.id, facts, keyFor(facts))
    } else {
      const request = { ...facts, location_id: place.id }
      await backend.changeTerminal(customerId, terminal.id, terminal.version, request)
    }
    toast({
      tone: 'positive',
      title:
        terminal === null
          ? text('provider-terminal-made', { number: facts.number, name: location.name })
          : text('provider-terminal-changed', { number: facts.number }),
    })
    // What a moved terminal was listed at is gone, and with it this dialog: close before reading again.
    void changed()
  }

  return (
    <FormDialog
      title={
        terminal === null
          ? text('provider-add-terminal-title', { name: location.name })
          : text('provider-change-terminal', { number: terminal.number })
      }
      send={
        terminal === null
          ? text('provider-add-terminal')
          : place.id === here.id
            ? text('provider-save-terminal', { number: terminal.number })
            : text('provider-move-terminal', { number: terminal.number })
      }
      unavailableReason={same ? text('provider-facts-same') : undefined}
      onSend={send}
      onRefused={changed}
      onClose={onClose}
    >
      {(errorOf) => (
        <>
          <TextField
            label={text('provider-terminal-number')}
            description={text('provider-terminal-number-help')}
            value={number}
            onChange={setNumber}
            error={errorOf('number')}
            isRequired
            autoFocus
          />
          <TextField
            label={text('place-name')}
            value={name}
            onChange={setName}
            error={errorOf('name')}
            isRequired
          />
          <Select
            label={text('provider-terminal-kind')}
            options={TERMINAL_KINDS.map((id) => ({ id, label: text(`terminal-${id}`) }))}
            selected={kind}
            onSelect={(id) => setKind(id as TerminalKind)}
          />
          {terminal !== null && (
            <PlaceChoice
              customerId={customerId}
              chosen={place}
              error={errorOf('location_id')}
              onChoose={setPlace}
            />
          )}
          {terminal !== null && place.id !== here.id && (
            <Banner tone="warning" live>
              {text('provider-move-effect', {
                number: terminal.number,
                from: here.name,
                to: place.name,
              })}
            </Banner>
          )}
        </>
      )}
    </FormDialog>
  )
}
