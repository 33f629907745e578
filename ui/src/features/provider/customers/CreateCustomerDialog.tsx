import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { FormDialog } from '../../../app/form/FormDialog'
import { useSendingKey } from '../../../app/form/useSendingKey'
import { useProviderChanged } from '../../../app/providerKeys'
import { Select, TextField, toast } from '../../../components'
import {
  backend,
  type FirstAdministrator,
  type Language,
  type SaveCustomer,
} from '../../../ipc/client'
import { useL10n } from '../../../l10n'
import styles from '../Provider.module.css'
import { FactsFields } from './FactsFields'

const NO_FACTS: SaveCustomer = { number: '', name: '', mode: 'test', acquirer_agreement: false }
const LANGUAGES: readonly Language[] = ['en', 'de', 'fr']

/** Sets up a customer with its first administrator, who is invited by mail (S1). */
export function CreateCustomerDialog({ onClose }: { onClose: () => void }) {
  const { text, language } = useL10n()
  const changed = useProviderChanged()
  const keyFor = useSendingKey()
  const navigate = useNavigate()
  const [customer, setCustomer] = useState(NO_FACTS)
  const [administrator, setAdministrator] = useState<FirstAdministrator>({
    email: '',
    given_name: '',
    family_name: '',
    language,
  })

  const send = async () => {
    const request = { customer, administrator }
    const made = await backend.createCustomer(request, keyFor(request))
    toast({
      tone: 'positive',
      title: text('provider-customer-made', {
        name: made.name,
        email: administrator.email.trim(),
      }),
    })
    await changed()
    await navigate({ to: '/provider/customers/$customerId', params: { customerId: made.id } })
  }

  return (
    <FormDialog
      title={text('provider-add-customer')}
      lead={text('provider-add-customer-lead')}
      send={text('provider-add-customer-send')}
      onSend={send}
      onClose={onClose}
    >
      {(errorOf) => {
        const field = (name: 'email' | 'given_name' | 'family_name') => ({
          value: administrator[name],
          onChange: (typed: string) => setAdministrator({ ...administrator, [name]: typed }),
          error: errorOf(`administrator.${name}`),
          isRequired: true,
          autoComplete: 'off',
        })
        return (
          <>
            <FactsFields
              value={customer}
              prefix="customer."
              errorOf={errorOf}
              onChange={setCustomer}
            />
            <h3>{text('provider-administrator')}</h3>
            <TextField
              label={text('add-email')}
              description={text('add-email-personal')}
              inputMode="email"
              {...field('email')}
            />
            <div className={styles.pair}>
              <TextField label={text('add-given-name')} {...field('given_name')} />
              <TextField label={text('add-family-name')} {...field('family_name')} />
            </div>
            <Select
              label={text('add-language')}
              description={text('add-language-description')}
              options={LANGUAGES.map((id) => ({ id, label: text(`language-${id}`) }))}
              selected={administrator.language}
              onSelect={(id) => setAdministrator({ ...administrator, language: id as Language })}
            />
          </>
        )
      }}
    </FormDialog>
  )
}
