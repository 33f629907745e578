import { Banner, RadioGroup, Select, TextArea, TextField } from '../../../components'
import type { Language, UserKind } from '../../../ipc/client'
import { useL10n } from '../../../l10n'
import styles from './AddUser.module.css'
import type { UserDraft } from './draft'
import { WayChoice } from './WayChoice'

/** What every step of the wizard gets. */
export interface StepProps {
  draft: UserDraft
  /** What is wrong with a field of the request. */
  errorOf: (field: string) => string | undefined
  /** Changes the draft; errors of the named fields no longer hold. */
  onChange: (changes: Partial<UserDraft>, fields: readonly string[]) => void
}

const LANGUAGES: readonly Language[] = ['en', 'de', 'fr']

/** The person, and whether links reach them by e-mail. */
export function WhoStep({ draft, errorOf, onChange }: StepProps) {
  const { text } = useL10n()
  return (
    <>
      <RadioGroup
        label={text('add-kind')}
        options={[
          {
            id: 'verified',
            label: text('add-kind-verified'),
            description: text('add-kind-verified-description'),
          },
          {
            id: 'several',
            label: text('add-kind-several'),
            description: text('add-kind-several-description'),
          },
          {
            id: 'unverified',
            label: text('add-kind-unverified'),
            description: text('add-kind-unverified-description'),
          },
        ]}
        selected={draft.several ? 'several' : draft.kind}
        onSelect={(id) =>
          onChange(
            id === 'several'
              ? { kind: 'verified', several: true }
              : { kind: id as UserKind, several: false },
            ['email', 'kind', 'pasted'],
          )
        }
      />
      {draft.several ? (
        <TextArea
          label={text('several-addresses')}
          description={text('several-addresses-description')}
          error={errorOf('pasted')}
          value={draft.pasted}
          onChange={(pasted) => onChange({ pasted }, ['pasted'])}
          autoComplete="off"
          isRequired
        />
      ) : draft.kind === 'verified' ? (
        <TextField
          label={text('add-email')}
          description={text('add-email-personal')}
          error={errorOf('email')}
          value={draft.email}
          onChange={(email) => onChange({ email }, ['email'])}
          type="email"
          inputMode="email"
          autoComplete="off"
          isRequired
        />
      ) : (
        <Banner tone="warning" title={text('add-unverified-title')}>
          {text('add-unverified-why')}
        </Banner>
      )}
      {!draft.several && (
        <div className={styles.pair}>
          <TextField
            label={text('add-given-name')}
            error={errorOf('given_name')}
            value={draft.givenName}
            onChange={(givenName) => onChange({ givenName }, ['given_name'])}
            autoComplete="off"
            isRequired
          />
          <TextField
            label={text('add-family-name')}
            error={errorOf('family_name')}
            value={draft.familyName}
            onChange={(familyName) => onChange({ familyName }, ['family_name'])}
            autoComplete="off"
            isRequired
          />
        </div>
      )}
      {draft.kind === 'verified' && !draft.several && (
        <WayChoice draft={draft} errorOf={errorOf} onChange={onChange} />
      )}
      <Select
        label={text('add-language')}
        description={text('add-language-description')}
        options={LANGUAGES.map((id) => ({ id, label: text(`language-${id}`) }))}
        selected={draft.language}
        onSelect={(id) => onChange({ language: id as Language }, ['language'])}
      />
    </>
  )
}
