import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useOnline } from '../../app/connection'
import { usePreferences } from '../../app/preferences'
import { useSession } from '../../app/session'
import { Banner, Button, Select, TextField, toast } from '../../components'
import { backend, IpcFailure, type Language, type Profile } from '../../ipc/client'
import { useL10n } from '../../l10n'
import styles from './ProfileScreen.module.css'
import { profileKey } from './profileKey'
import { Section } from './Section'

const LANGUAGES = [
  { id: 'en', label: 'English' },
  { id: 'de', label: 'Deutsch' },
  { id: 'fr', label: 'Français' },
]

/** Name and language. They are the person's own: no administrator changes them. */
export function OwnDataSection({ profile }: { profile: Profile }) {
  const { text, problem, fieldProblem } = useL10n()
  const { refresh } = useSession()
  const { change } = usePreferences()
  const online = useOnline()
  const queries = useQueryClient()
  const [given, setGiven] = useState(profile.given_name)
  const [family, setFamily] = useState(profile.family_name)
  const [language, setLanguage] = useState<Language>(profile.language)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<IpcFailure | null>(null)
  const fault = (field: string) => {
    const found = failure?.errors.find((error) => error.field === field)
    return found && fieldProblem(found)
  }
  const same =
    given.trim() === profile.given_name &&
    family.trim() === profile.family_name &&
    language === profile.language

  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (busy || same || !online) {
      return
    }
    setBusy(true)
    setFailure(null)
    try {
      const saved = await backend.changeProfile(profile.version, {
        given_name: given.trim(),
        family_name: family.trim(),
        language,
      })
      // Whoever changes their language means the words before their eyes, too.
      if (language !== profile.language) {
        change({ language })
      }
      queries.setQueryData(profileKey, saved)
      toast({ tone: 'positive', title: text('profile-saved') })
      await refresh()
    } catch (thrown) {
      const refused = IpcFailure.from(thrown)
      setFailure(refused)
      if (refused.code === 'stale') {
        await queries.invalidateQueries({ queryKey: profileKey })
      }
    }
    setBusy(false)
  }

  return (
    <Section title={text('profile-own-data')} lead={text('profile-own-data-lead')}>
      <form className={styles.form} onSubmit={(event) => void save(event)} noValidate>
        {failure && failure.errors.length === 0 && (
          <Banner tone={failure.code === 'stale' ? 'warning' : 'danger'} live>
            {failure.code === 'stale' ? text('profile-stale') : problem(failure)}
          </Banner>
        )}
        <div className={styles.pair}>
          <TextField
            name="given-name"
            label={text('profile-given-name')}
            autoComplete="given-name"
            value={given}
            onChange={setGiven}
            error={fault('given_name')}
          />
          <TextField
            name="family-name"
            label={text('profile-family-name')}
            autoComplete="family-name"
            value={family}
            onChange={setFamily}
            error={fault('family_name')}
          />
        </div>
        <Select
          label={text('profile-language')}
          description={text('profile-language-help')}
          options={LANGUAGES}
          selected={language}
          onSelect={(id) => setLanguage(id as Language)}
        />
        <div className={styles.actions}>
          <Button
            type="submit"
            variant="primary"
            busy={busy}
            unavailableReason={
              online ? (same ? text('profile-same') : undefined) : problem({ code: 'offline' })
            }
          >
            {text('profile-save')}
          </Button>
        </div>
      </form>
    </Section>
  )
}
