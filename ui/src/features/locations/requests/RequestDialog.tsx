import { useState } from 'react'
import { FormDialog } from '../../../app/form/FormDialog'
import { oneParagraph } from '../../../app/form/oneParagraph'
import { useSendingKey } from '../../../app/form/useSendingKey'
import { useMembership } from '../../../app/session'
import { TextArea, toast } from '../../../components'
import { backend } from '../../../ipc/client'
import { useL10n } from '../../../l10n'
import { PlaceFields } from '../../../places/PlaceFields'
import { NO_PLACE, toPlace } from '../../../places/placeDraft'
import { WishFields } from '../../../places/WishFields'
import { NO_WISHES, toWishes } from '../../../places/wishes'
import { useRequestsChanged } from './useRequests'

/** Asks the payment provider for a location (lift L7). */
export function RequestDialog({ onClose }: { onClose: () => void }) {
  const { text } = useL10n()
  const customerId = useMembership().customer.id
  const changed = useRequestsChanged()
  const keyFor = useSendingKey()
  const [place, setPlace] = useState(NO_PLACE)
  const [wishes, setWishes] = useState(NO_WISHES)
  const [note, setNote] = useState('')

  const send = async () => {
    const location = toPlace(place)
    const request = {
      location,
      terminals: toWishes(wishes),
      note: note.trim() === '' ? null : note.trim(),
    }
    await backend.requestLocation(customerId, request, keyFor(request))
    toast({ tone: 'positive', title: text('request-done', { name: location.name }) })
    await changed()
  }

  return (
    <FormDialog
      title={text('request-location')}
      lead={text('request-lead')}
      send={text('request-send')}
      onSend={send}
      onRefused={changed}
      onClose={onClose}
    >
      {(errorOf) => (
        <>
          <PlaceFields value={place} prefix="location." errorOf={errorOf} onChange={setPlace} />
          <WishFields value={wishes} errorOf={errorOf} onChange={setWishes} />
          <TextArea
            label={text('request-note')}
            description={text('request-note-help')}
            rows={2}
            maxLength={500}
            value={note}
            onChange={(typed) => setNote(oneParagraph(typed))}
            error={errorOf('note')}
          />
        </>
      )}
    </FormDialog>
  )
}
