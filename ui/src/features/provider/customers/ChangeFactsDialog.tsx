import { useState } from 'react'
import { FormDialog } from '../../../app/form/FormDialog'
import { useProviderChanged } from '../../../app/providerKeys'
import { Banner, toast } from '../../../components'
import { backend, type ProviderCustomer, type SaveCustomer } from '../../../ipc/client'
import { type L10n, useL10n } from '../../../l10n'
import { FactsFields } from './FactsFields'

/** Changes what the provider says of a customer (S57, S58), with what that means in a sentence. */
export function ChangeFactsDialog({
  customer,
  onClose,
}: {
  customer: ProviderCustomer
  onClose: () => void
}) {
  const l10n = useL10n()
  const { text } = l10n
  const changed = useProviderChanged()
  const { number, name, mode, acquirer_agreement } = customer
  const before: SaveCustomer = { number, name, mode, acquirer_agreement }
  const [facts, setFacts] = useState(before)
  const same = JSON.stringify({ ...before, ...facts }) === JSON.stringify(before)
  const effects = effectsOf(l10n, before, facts)

  const send = async () => {
    const after = await backend.changeCustomer(customer.id, customer.version, facts)
    toast({ tone: 'positive', title: text('provider-facts-changed', { name: after.name }) })
    await changed()
  }

  return (
    <FormDialog
      title={text('provider-change-facts-title', { name })}
      send={text('provider-change-facts-send', { number })}
      unavailableReason={same ? text('provider-facts-same') : undefined}
      onSend={send}
      onRefused={changed}
      onClose={onClose}
    >
      {(errorOf) => (
        <>
          <FactsFields value={facts} prefix="" errorOf={errorOf} onChange={setFacts} />
          {effects.length > 0 && (
            <Banner tone="warning" live>
              {effects.join(' ')}
            </Banner>
          )}
        </>
      )}
    </FormDialog>
  )
}

/** What another mode and another agreement mean for everybody at the customer. */
function effectsOf({ text }: L10n, before: SaveCustomer, after: SaveCustomer): string[] {
  return [
    ...(before.mode === after.mode ? [] : [text(`provider-effect-${after.mode}`)]),
    ...(before.acquirer_agreement === after.acquirer_agreement
      ? []
      : [
          text(
            after.acquirer_agreement ? 'provider-effect-agreement' : 'provider-effect-no-agreement',
          ),
        ]),
  ]
}
