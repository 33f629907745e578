import { useState } from 'react'
import { FormDialog } from '../../../app/form/FormDialog'
import { useProviderChanged } from '../../../app/providerKeys'
import type { CreateTerminal, WaitingRequest } from '../../../ipc/client'
import { type L10n, useL10n } from '../../../l10n'
import { PlaceFields } from '../../../places/PlaceFields'
import { draftOf, toPlace } from '../../../places/placeDraft'
import { TerminalRows } from './TerminalRows'
import { useAnswer } from './useAnswer'

/** Makes the location that a merchant wished for, with its terminals, in one step. */
export function ApproveDialog({
  waiting,
  onClose,
}: {
  waiting: WaitingRequest
  onClose: () => void
}) {
  const l10n = useL10n()
  const { text } = l10n
  const changed = useProviderChanged()
  const answer = useAnswer(waiting)
  const { customer_name, request } = waiting
  const [place, setPlace] = useState(draftOf(request.location))
  const [terminals, setTerminals] = useState(() => wished(l10n, waiting))

  const send = () => {
    const location = toPlace(place)
    const made = terminals.map(({ number, name, kind }) => ({
      number: number.trim(),
      name: name.trim(),
      kind,
    }))
    return answer(
      { answer: 'create', location, terminals: made },
      text('waiting-approved', { name: location.name, customer: customer_name }),
    )
  }

  return (
    <FormDialog
      title={text('waiting-approve-title', { name: request.location.name })}
      lead={text('waiting-approve-lead', { customer: customer_name })}
      send={text('waiting-approve-send', { count: terminals.length })}
      size="large"
      onSend={send}
      onRefused={changed}
      onClose={onClose}
    >
      {(errorOf) => (
        <>
          <PlaceFields value={place} prefix="location." errorOf={errorOf} onChange={setPlace} />
          <TerminalRows value={terminals} errorOf={errorOf} onChange={setTerminals} />
        </>
      )}
    </FormDialog>
  )
}

/** A terminal for each that was wished for; their numbers are the provider's to give. */
function wished(l10n: L10n, { request }: WaitingRequest): CreateTerminal[] {
  return request.terminals.flatMap(({ kind, count }) =>
    Array.from({ length: count }, (_, index) => ({
      number: '',
      name: l10n.text('waiting-terminal-name', {
        kind: l10n.text(`terminal-${kind}`),
        number: index + 1,
        count,
      }),
      kind,
    })),
  )
}
