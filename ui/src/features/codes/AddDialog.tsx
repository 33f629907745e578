import { useState } from 'react'
import { FormDialog } from '../../app/form/FormDialog'
import { RadioGroup, Select, TextField, toast } from '../../components'
import { backend, type CodeKind, IpcFailure, type TypedAccount } from '../../ipc/client'
import { useL10n } from '../../l10n'
import { AccountNames } from './AccountNames'
import styles from './Codes.module.css'
import { nameOf } from './names'

type How = 'link' | 'hand' | 'screen' | 'file'

const KINDS: readonly CodeKind[] = ['time', 'counter', 'steam']
const ALGORITHMS: readonly TypedAccount['algorithm'][] = ['sha1', 'sha256', 'sha512']
const DIGITS = [6, 7, 8]

/** Adds an account: from what a QR code says, or typed. */
export function AddDialog({
  onAdded,
  onImport,
  onClose,
}: {
  onAdded: () => Promise<unknown>
  /** From the screen, or from a file or a picture, instead. */
  onImport: (from: 'screen' | null) => void
  onClose: () => void
}) {
  const { text } = useL10n()
  const [how, setHow] = useState<How>('link')
  const [link, setLink] = useState('')
  const [issuer, setIssuer] = useState('')
  const [name, setName] = useState('')
  const [secret, setSecret] = useState('')
  const [kind, setKind] = useState<CodeKind>('time')
  const [algorithm, setAlgorithm] = useState<TypedAccount['algorithm']>('sha1')
  const [digits, setDigits] = useState(6)
  const [period, setPeriod] = useState('30')

  const elsewhere = how === 'file' || how === 'screen'

  const send = async () => {
    if (how === 'file' || how === 'screen') {
      onImport(how === 'screen' ? how : null)
      return
    }
    demand(how === 'link' ? { link } : { issuer, 'account.secret': secret })
    const added =
      how === 'link'
        ? await backend.addAccountByLink(link)
        : await backend.addTypedAccount({
            issuer,
            name,
            secret,
            kind,
            algorithm,
            digits,
            period_seconds: seconds(period),
          })
    toast({
      tone: 'positive',
      title: text('codes-added', { name: nameOf(added, text('codes-unnamed')) }),
    })
    await onAdded()
  }

  return (
    <FormDialog
      local
      title={text('codes-add-title')}
      send={text(elsewhere ? 'codes-add-go-on' : 'codes-add-send')}
      onSend={send}
      onClose={onClose}
    >
      {(errorOf) => (
        <div className={styles.parts}>
          <RadioGroup
            label={text('codes-add-how')}
            options={[
              { id: 'link', label: text('codes-add-by-link') },
              { id: 'hand', label: text('codes-add-by-hand') },
              {
                id: 'screen',
                label: text('codes-add-by-screen'),
                description: text('codes-add-by-screen-help'),
              },
              {
                id: 'file',
                label: text('codes-add-by-file'),
                description: text('codes-add-by-file-help'),
              },
            ]}
            selected={how}
            onSelect={(id) => setHow(id as How)}
          />
          {how === 'link' ? (
            <TextField
              name="link"
              label={text('codes-link')}
              description={text('codes-link-help')}
              autoComplete="off"
              spellCheck="false"
              autoFocus
              value={link}
              onChange={setLink}
              error={errorOf('link')}
            />
          ) : elsewhere ? null : (
            <>
              <AccountNames
                issuer={issuer}
                onIssuer={setIssuer}
                name={name}
                onName={setName}
                errorOf={errorOf}
              />
              <TextField
                name="secret"
                label={text('codes-secret')}
                description={text('codes-secret-help')}
                autoComplete="off"
                spellCheck="false"
                value={secret}
                onChange={setSecret}
                error={errorOf('account.secret')}
              />
              <div className={styles.pair}>
                <Select
                  label={text('codes-kind')}
                  options={KINDS.map((id) => ({ id, label: text(`codes-kind-${id}`) }))}
                  selected={kind}
                  onSelect={(id) => setKind(id as CodeKind)}
                />
                {kind !== 'steam' && (
                  <>
                    <Select
                      label={text('codes-algorithm')}
                      options={ALGORITHMS.map((id) => ({ id, label: id.replace('sha', 'SHA-') }))}
                      selected={algorithm}
                      onSelect={(id) => setAlgorithm(id as TypedAccount['algorithm'])}
                    />
                    <Select
                      label={text('codes-digits')}
                      options={DIGITS.map((each) => ({ id: String(each), label: String(each) }))}
                      selected={String(digits)}
                      onSelect={(id) => setDigits(Number(id))}
                    />
                  </>
                )}
                {kind === 'time' && (
                  <TextField
                    name="period"
                    label={text('codes-period')}
                    inputMode="numeric"
                    value={period}
                    onChange={setPeriod}
                    error={errorOf('account.period_seconds')}
                  />
                )}
              </div>
            </>
          )}
        </div>
      )}
    </FormDialog>
  )
}

/** Refuses what was left empty. */
function demand(fields: Record<string, string>): void {
  const errors = Object.entries(fields)
    .filter(([, typed]) => typed.trim() === '')
    .map(([field]) => ({ field, code: 'required' as const, params: {} }))
  if (errors.length > 0) {
    throw new IpcFailure({ code: 'invalid_fields', params: {}, errors })
  }
}

/** A day at most; anything else is 0, which the core refuses. */
function seconds(typed: string): number {
  const number = Number(typed)
  return Number.isInteger(number) && number > 0 && number <= 86_400 ? number : 0
}
