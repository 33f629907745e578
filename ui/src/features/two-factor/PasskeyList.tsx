import { useState } from 'react'
import { Banner, Button, toast } from '../../components'
import { backend, IpcFailure, type OwnSecondFactors, type Passkey } from '../../ipc/client'
import { useL10n, useNow } from '../../l10n'
import { FactorRow } from './FactorRow'
import { RemoveDialog } from './RemoveDialog'
import { RenameDialog } from './RenameDialog'
import { Section } from './Section'
import styles from './TwoFactor.module.css'
import { useNewPasskey } from './useNewPasskey'

/** The passkeys and security keys, and the way to a new one through the system's browser. */
export function PasskeyList({
  factors,
  offline,
  onChanged,
}: {
  factors: OwnSecondFactors
  /** Why nothing can be done now. */
  offline: string | undefined
  onChanged: (now: OwnSecondFactors) => void
}) {
  const { text, problem, date, relative } = useL10n()
  const now = useNow()
  const [beginning, setBeginning] = useState(false)
  const [chosen, setChosen] = useState<{ what: 'rename' | 'remove'; of: Passkey } | null>(null)
  const awaited = useNewPasskey(factors.passkeys.length)
  const close = () => setChosen(null)
  const begin = async () => {
    setBeginning(true)
    try {
      awaited.begin(await backend.beginPasskeySetup())
    } catch (thrown) {
      toast({ tone: 'danger', title: problem(IpcFailure.from(thrown)) })
    }
    setBeginning(false)
  }
  return (
    <Section
      title={text('passkeys-title')}
      lead={text('passkeys-lead')}
      action={
        <Button
          icon="add"
          busy={beginning}
          unavailableReason={offline}
          onPress={() => void begin()}
        >
          {text(factors.passkeys.length > 0 ? 'passkeys-add-another' : 'passkeys-add')}
        </Button>
      }
    >
      {awaited.waits && (
        <Banner
          tone="info"
          live
          title={text('passkeys-waiting')}
          action={
            <Button size="small" onPress={awaited.stop}>
              {text('passkey-stop')}
            </Button>
          }
        >
          {text('passkeys-waiting-means')}
        </Banner>
      )}
      {factors.passkeys.length > 0 && (
        <ul className={styles.list}>
          {factors.passkeys.map((each) => (
            <FactorRow
              key={each.id}
              icon="passkey"
              name={each.name}
              facts={text('two-factor-facts', {
                added: date(each.created_at),
                used: relative(each.last_used_at, now),
              })}
              offline={offline}
              onRename={() => setChosen({ what: 'rename', of: each })}
              onRemove={() => setChosen({ what: 'remove', of: each })}
            />
          ))}
        </ul>
      )}
      {chosen?.what === 'rename' && (
        <RenameDialog
          name={chosen.of.name}
          onSave={async (name) => onChanged(await backend.renamePasskey(chosen.of.id, name))}
          onClose={close}
        />
      )}
      {chosen?.what === 'remove' && (
        <RemoveDialog
          name={chosen.of.name}
          last={factors.passkeys.length + factors.authenticators.length === 1}
          effects={['passkeys-remove-use', 'two-factor-remove-sessions', 'passkeys-remove-entry']}
          onRemove={async () => onChanged(await backend.removePasskey(chosen.of.id))}
          onClose={close}
        />
      )}
    </Section>
  )
}
