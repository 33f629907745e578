import { type ReactNode, useState } from 'react'
import { type Authenticator, backend, type OwnSecondFactors } from '../../ipc/client'
import { useL10n, useNow } from '../../l10n'
import { FactorRow } from './FactorRow'
import { RemoveDialog } from './RemoveDialog'
import { RenameDialog } from './RenameDialog'
import { Section } from './Section'
import styles from './TwoFactor.module.css'

/** What the codes of nearly every app are like; only what differs is worth a word. */
const USUAL = { algorithm: 'sha1', digits: 6 }

/** The authenticator apps, each with when it was added and last used. */
export function AuthenticatorList({
  factors,
  offline,
  add,
  onChanged,
}: {
  factors: OwnSecondFactors
  /** Why nothing can be done now. */
  offline: string | undefined
  add: ReactNode
  onChanged: (now: OwnSecondFactors) => void
}) {
  const { text } = useL10n()
  const [chosen, setChosen] = useState<{ what: 'rename' | 'remove'; of: Authenticator } | null>(
    null,
  )
  const close = () => setChosen(null)
  return (
    <Section title={text('two-factor-apps')} lead={text('two-factor-apps-lead')} action={add}>
      {factors.authenticators.length > 0 && (
        <ul className={styles.list}>
          {factors.authenticators.map((each) => (
            <FactorRow
              key={each.id}
              icon="authenticator"
              name={each.name}
              facts={<Facts of={each} />}
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
          onSave={async (name) => onChanged(await backend.renameAuthenticator(chosen.of.id, name))}
          onClose={close}
        />
      )}
      {chosen?.what === 'remove' && (
        <RemoveDialog
          name={chosen.of.name}
          last={factors.authenticators.length + factors.passkeys.length === 1}
          effects={[
            'two-factor-remove-codes',
            'two-factor-remove-sessions',
            'two-factor-remove-entry',
          ]}
          onRemove={async () => onChanged(await backend.removeAuthenticator(chosen.of.id))}
          onClose={close}
        />
      )}
    </Section>
  )
}

function Facts({ of }: { of: Authenticator }) {
  const { text, date, relative } = useL10n()
  const now = useNow()
  const usual = of.algorithm === USUAL.algorithm && of.digits === USUAL.digits
  return (
    <>
      {text('two-factor-facts', {
        added: date(of.created_at),
        used: relative(of.last_used_at, now),
      })}
      {!usual &&
        ` · ${text('two-factor-kind', {
          algorithm: of.algorithm.replace('sha', 'SHA-'),
          digits: of.digits,
        })}`}
    </>
  )
}
