import { useState } from 'react'
import { FormDialog } from '../../../app/form/FormDialog'
import { oneParagraph } from '../../../app/form/oneParagraph'
import { useProviderChanged } from '../../../app/providerKeys'
import { TextArea } from '../../../components'
import type { WaitingRequest } from '../../../ipc/client'
import { useL10n } from '../../../l10n'
import { useAnswer } from './useAnswer'

/** Says no to a request, with the reason that the merchant reads. */
export function RefuseDialog({
  waiting,
  onClose,
}: {
  waiting: WaitingRequest
  onClose: () => void
}) {
  const { text } = useL10n()
  const changed = useProviderChanged()
  const answer = useAnswer(waiting)
  const [reason, setReason] = useState('')
  const { customer_name, request } = waiting
  const { name } = request.location

  const send = () =>
    answer({ answer: 'refuse', reason: reason.trim() }, text('waiting-refused', { name }))

  return (
    <FormDialog
      title={text('waiting-refuse-title', { name })}
      lead={text('waiting-refuse-lead', { customer: customer_name })}
      send={text('waiting-refuse', { name })}
      sendVariant="danger"
      onSend={send}
      onRefused={changed}
      onClose={onClose}
    >
      {(errorOf) => (
        <TextArea
          label={text('waiting-reason')}
          rows={3}
          maxLength={500}
          value={reason}
          onChange={(typed) => setReason(oneParagraph(typed))}
          error={errorOf('reason')}
          isRequired
          autoFocus
        />
      )}
    </FormDialog>
  )
}
