import { useState } from 'react'
import { useOnline } from '../../app/connection'
import { Button, RadioGroup } from '../../components'
import type { FieldError, PolicyNumber, SecurityPolicy, SecurityPolicyView } from '../../ipc/client'
import { useL10n } from '../../l10n'
import { ApprovalSetting } from './ApprovalSetting'
import { EffectDialog } from './EffectDialog'
import { NumberSetting } from './NumberSetting'
import { PolicySwitch } from './PolicySwitch'
import styles from './SecurityScreen.module.css'
import { Standards } from './Standards'
import { GROUPS, rotates } from './settings'
import { useJudgements } from './useJudgements'

/** The profile and its numbers; saving leads through the effect. */
export function PolicyForm({
  customerId,
  view,
  onSaved,
  onStale,
}: {
  customerId: string
  view: SecurityPolicyView
  onSaved: (view: SecurityPolicyView) => void
  onStale: () => void
}) {
  const { text, problem } = useL10n()
  const online = useOnline()
  const [draft, setDraft] = useState<SecurityPolicy>(view.policy)
  const [typed, setTyped] = useState<Partial<Record<PolicyNumber, string>>>({})
  const [asking, setAsking] = useState(false)
  const offer = view.profiles.find(({ defaults }) => defaults.profile === draft.profile)
  const locked = view.refusal !== null
  const changed = JSON.stringify(draft) !== JSON.stringify(view.policy)
  const judgements = useJudgements(customerId, view, draft, changed && !locked)

  const limits = (number: PolicyNumber) =>
    offer?.limits.find((each) => each.number === number) ?? { number, least: 0, most: 0 }
  const fault = (number: PolicyNumber): FieldError | undefined => {
    const { least, most } = limits(number)
    const value = Number(typed[number] ?? draft[number])
    const fits = Number.isInteger(value) && value >= least && value <= most
    return fits
      ? undefined
      : {
          field: number,
          code: 'out_of_range',
          params: { min: String(least), max: String(most) },
        }
  }
  const wrong = GROUPS.some(({ settings }) =>
    settings.some(({ numbers }) => numbers.some((number) => fault(number) !== undefined)),
  )
  const choose = (profile: string) => {
    const chosen = view.profiles.find(({ defaults }) => defaults.profile === profile)
    if (chosen) {
      // Going back to what is in force brings its own numbers, not those of the profile.
      const numbers = profile === view.policy.profile ? view.policy : chosen.defaults
      const { approve_critical_grants = false, mailed_codes = true } = draft
      const { refuse_built_in_codes = false, second_factor = { kind: 'optional' } } = draft
      const kept = { approve_critical_grants, mailed_codes, refuse_built_in_codes, second_factor }
      setDraft({ ...numbers, ...kept })
      setTyped({})
    }
  }
  const set = (number: PolicyNumber, words: string) => {
    setTyped({ ...typed, [number]: words })
    const value = Number(words)
    if (words.trim() !== '' && Number.isInteger(value) && value >= 0 && value <= 65_535) {
      setDraft({ ...draft, [number]: value })
    }
  }
  const reset = () => {
    setDraft(view.policy)
    setTyped({})
  }
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (changed && !wrong) {
          setAsking(true)
        }
      }}
      noValidate
    >
      <section className={styles.card}>
        <RadioGroup
          label={text('security-profile')}
          description={text('security-profile-description')}
          options={view.profiles.map(({ defaults: { profile } }) => ({
            id: profile,
            label: text(`security-profile-${profile}`),
            description: text(`security-profile-${profile}-description`),
          }))}
          selected={draft.profile}
          onSelect={choose}
          isDisabled={locked}
        />
      </section>
      {GROUPS.map(({ id, settings }) => (
        <section key={id} className={styles.card} aria-labelledby={`group-${id}`}>
          <h2 id={`group-${id}`} className={styles.heading}>
            {text(`security-group-${id}`)}
          </h2>
          {settings.map(({ subject, numbers }) => (
            <div key={subject} className={styles.setting}>
              <div className={styles.words}>
                <h3 className={styles.name}>{text(`security-${subject}`)}</h3>
                <p className={styles.soft}>
                  {subject === 'composition' && offer
                    ? text(`security-composition-${offer.composition}`)
                    : subject === 'rotation' && offer
                      ? text(`security-rotation-${offer.rotation}`)
                      : text(`security-${subject}-means`)}
                </p>
                <Standards subject={subject} judgements={judgements} />
              </div>
              {numbers.length > 0 && (subject !== 'rotation' || rotates(offer)) && (
                <div className={styles.numbers}>
                  {numbers.map((number) => (
                    <NumberSetting
                      key={number}
                      number={number}
                      limits={limits(number)}
                      value={typed[number] ?? String(draft[number])}
                      before={view.policy[number]}
                      locked={locked}
                      fault={fault(number)}
                      onChange={(words) => set(number, words)}
                    />
                  ))}
                </div>
              )}
            </div>
          ))}
        </section>
      ))}
      <PolicySwitch
        name="mailed-codes"
        on={draft.mailed_codes ?? true}
        locked={locked}
        onChange={(on) => setDraft({ ...draft, mailed_codes: on })}
      />
      <PolicySwitch
        name="built-in"
        on={draft.refuse_built_in_codes ?? false}
        locked={locked}
        onChange={(refuse) => setDraft({ ...draft, refuse_built_in_codes: refuse })}
      />
      <ApprovalSetting
        on={draft.approve_critical_grants ?? false}
        locked={locked}
        onChange={(on) => setDraft({ ...draft, approve_critical_grants: on })}
      />
      <p className={styles.soft}>{text('security-always')}</p>
      {changed && (
        <div className={styles.bar} role="status">
          <span className={styles.grow}>{text('security-unsaved')}</span>
          <Button variant="quiet" onPress={reset}>
            {text('security-discard')}
          </Button>
          <Button
            variant="primary"
            type="submit"
            unavailableReason={
              online
                ? wrong
                  ? text('security-out-of-range')
                  : undefined
                : problem({ code: 'offline' })
            }
          >
            {text('security-review')}
          </Button>
        </div>
      )}
      {asking && (
        <EffectDialog
          customerId={customerId}
          view={view}
          draft={draft}
          onSaved={onSaved}
          onStale={onStale}
          onClose={() => setAsking(false)}
        />
      )}
    </form>
  )
}
