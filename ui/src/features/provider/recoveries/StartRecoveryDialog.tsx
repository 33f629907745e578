import { useState } from 'react'
import { FormDialog } from '../../../app/form/FormDialog'
import { oneParagraph } from '../../../app/form/oneParagraph'
import { useSendingKey } from '../../../app/form/useSendingKey'
import { useProviderChanged } from '../../../app/providerKeys'
import { TextArea, TextField, toast } from '../../../components'
import { backend } from '../../../ipc/client'
import { useL10n } from '../../../l10n'

/** Begins the way back for an administrator: who, why, and how they were recognised. */
export function StartRecoveryDialog({
  customerId,
  onClose,
}: {
  customerId: string
  onClose: () => void
}) {
  const { text, dateTime } = useL10n()
  const changed = useProviderChanged()
  const keyFor = useSendingKey()
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [reason, setReason] = useState('')
  const [evidence, setEvidence] = useState('')

  const send = async () => {
    const request = {
      sign_in_name: name.trim(),
      new_email: email.trim() === '' ? null : email.trim(),
      reason: reason.trim(),
      evidence: evidence.trim(),
    }
    const begun = await backend.startRecovery(customerId, request, keyFor(request))
    toast({
      tone: 'positive',
      title: text('recovery-started', {
        name: begun.sign_in_name,
        when: dateTime(begun.ready_at),
      }),
    })
    await changed()
  }

  return (
    <FormDialog
      title={text('recovery-start')}
      lead={text('recovery-start-lead')}
      send={text('recovery-start-send')}
      sendVariant="danger"
      onSend={send}
      onRefused={changed}
      onClose={onClose}
    >
      {(errorOf) => (
        <>
          <TextField
            label={text('recovery-sign-in-name')}
            description={text('recovery-sign-in-name-help')}
            value={name}
            onChange={setName}
            error={errorOf('sign_in_name') && text('recovery-not-an-administrator')}
            autoComplete="off"
            isRequired
            autoFocus
          />
          <TextField
            label={text('recovery-new-email')}
            description={text('recovery-new-email-help')}
            inputMode="email"
            value={email}
            onChange={setEmail}
            error={errorOf('new_email')}
            autoComplete="off"
          />
          <TextArea
            label={text('recovery-reason')}
            description={text('recovery-reason-help')}
            rows={2}
            maxLength={500}
            value={reason}
            onChange={(typed) => setReason(oneParagraph(typed))}
            error={errorOf('reason')}
            isRequired
          />
          <TextArea
            label={text('recovery-evidence')}
            description={text('recovery-evidence-help')}
            rows={2}
            maxLength={500}
            value={evidence}
            onChange={(typed) => setEvidence(oneParagraph(typed))}
            error={errorOf('evidence')}
            isRequired
          />
        </>
      )}
    </FormDialog>
  )
}
