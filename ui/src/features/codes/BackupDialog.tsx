import { useState } from 'react'
import { FormDialog } from '../../app/form/FormDialog'
import { Banner, Checkbox, RadioGroup, toast } from '../../components'
import { backend, IpcFailure, type VaultView } from '../../ipc/client'
import { useL10n } from '../../l10n'
import styles from './Codes.module.css'
import { CurrentPassphrase, withCurrent } from './CurrentPassphrase'
import { NewPassphrase } from './NewPassphrase'

type Form = 'sealed' | 'paper' | 'plain'

const FORMS: readonly Form[] = ['sealed', 'paper', 'plain']

/** A copy of everything, for the day on which this computer is gone, or for another program. */
export function BackupDialog({ vault, onClose }: { vault: VaultView; onClose: () => void }) {
  const { text, date, language } = useL10n()
  const [form, setForm] = useState<Form>('sealed')
  const [typed, setTyped] = useState('')
  const [again, setAgain] = useState('')
  const [current, setCurrent] = useState('')
  const [consent, setConsent] = useState(false)
  const bare = form !== 'sealed'

  const save = (): Promise<string> => {
    const shown = current === '' ? null : current
    switch (form) {
      case 'sealed':
        return backend.saveVaultBackup(typed)
      case 'plain':
        return backend.savePlainCodes(shown)
      case 'paper':
        return backend.saveCodeSheet(shown, {
          language,
          title: text('sheet-title'),
          lead: text('sheet-lead', { date: date(new Date().toISOString()) }),
          key: text('sheet-key'),
          settings: text('sheet-settings'),
        })
    }
  }
  const send = async () => {
    if (form === 'sealed' && typed !== again) {
      const errors = [{ field: 'again', code: 'mismatch' as const, params: {} }]
      throw new IpcFailure({ code: 'invalid_fields', params: {}, errors })
    }
    const file = await withCurrent(save, () => setCurrent(''))
    toast({
      tone: 'positive',
      title: text('codes-backup-saved', { file }),
      ...(bare && { description: text(`codes-backup-${form}-next`) }),
    })
  }
  return (
    <FormDialog
      local
      title={text('codes-backup')}
      send={text(`codes-backup-${form}-send`)}
      sendVariant={bare ? 'danger' : 'primary'}
      unavailableReason={bare && !consent ? text('vault-consent-needed') : undefined}
      onSend={send}
      onClose={onClose}
    >
      {(errorOf) => (
        <div className={styles.parts}>
          <RadioGroup
            label={text('codes-backup-form')}
            options={FORMS.map((id) => ({
              id,
              label: text(`codes-backup-${id}`),
              description: text(`codes-backup-${id}-help`),
            }))}
            selected={form}
            onSelect={(id) => setForm(id as Form)}
          />
          {bare ? (
            <>
              <Banner tone="warning" title={text('codes-backup-bare-title')}>
                {text('codes-backup-bare')}
              </Banner>
              {vault.passphrase && (
                <CurrentPassphrase
                  value={current}
                  onChange={setCurrent}
                  error={errorOf('current')}
                />
              )}
              <Checkbox isSelected={consent} onChange={setConsent}>
                {text('codes-backup-bare-consent')}
              </Checkbox>
            </>
          ) : (
            <NewPassphrase
              typed={typed}
              onType={setTyped}
              fault={errorOf('passphrase')}
              again={again}
              onAgain={setAgain}
              againFault={errorOf('again')}
            />
          )}
        </div>
      )}
    </FormDialog>
  )
}
