import { useState } from 'react'
import { FormDialog } from '../../../app/form/FormDialog'
import { useSendingKey } from '../../../app/form/useSendingKey'
import { useProviderChanged } from '../../../app/providerKeys'
import { toast } from '../../../components'
import { backend, type ProviderLocation } from '../../../ipc/client'
import { useL10n } from '../../../l10n'
import { PlaceFields } from '../../../places/PlaceFields'
import { draftOf, NO_PLACE, toPlace } from '../../../places/placeDraft'

/** Makes a location, or changes one that is there. */
export function PlaceDialog({
  customerId,
  location,
  onClose,
}: {
  customerId: string
  /** The one to change; `null` makes a new one. */
  location: ProviderLocation | null
  onClose: () => void
}) {
  const { text } = useL10n()
  const changed = useProviderChanged()
  const keyFor = useSendingKey()
  const before = location === null ? NO_PLACE : draftOf(location)
  const [place, setPlace] = useState(before)
  const same =
    location !== null && JSON.stringify(toPlace(place)) === JSON.stringify(toPlace(before))

  const send = async () => {
    const request = toPlace(place)
    if (location === null) {
      await backend.createLocation(customerId, request, keyFor(request))
    } else {
      await backend.changeLocation(customerId, location.id, location.version, request)
    }
    toast({
      tone: 'positive',
      title: text(location === null ? 'provider-location-made' : 'provider-location-changed', {
        name: request.name,
      }),
    })
    await changed()
  }

  return (
    <FormDialog
      title={
        location === null
          ? text('provider-add-location')
          : text('provider-change-location', { name: location.name })
      }
      lead={text(
        location === null ? 'provider-add-location-lead' : 'provider-change-location-lead',
      )}
      send={
        location === null
          ? text('provider-add-location-send')
          : text('provider-change-location-send', { name: location.name })
      }
      unavailableReason={same ? text('provider-facts-same') : undefined}
      onSend={send}
      onRefused={changed}
      onClose={onClose}
    >
      {(errorOf) => <PlaceFields value={place} prefix="" errorOf={errorOf} onChange={setPlace} />}
    </FormDialog>
  )
}
