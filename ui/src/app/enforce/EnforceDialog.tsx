import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Banner, Button, Dialog, RadioGroup, toast } from '../../components'
import { DateField } from '../../components/DateField/DateField'
import {
  backend,
  IpcFailure,
  type SecondFactorRequirement,
  type SecurityPolicyView,
} from '../../ipc/client'
import { useL10n, useNow } from '../../l10n'
import { useOnline } from '../connection'
import styles from './EnforceDialog.module.css'
import { EnforceEffect } from './EnforceEffect'
import { beginningOf, dayAfter, daysAhead, policyKey, requirementOf } from './policy'

/** How far ahead the first day may lie (`crates/domain/src/second_factor_requirement.rs`). */
const MAX_DAYS = 364

/** "Enforce 2FA" (S110): from when on, whom it concerns, and only then the switch. */
export function EnforceDialog({
  customerId,
  view,
  onShow,
  onClose,
}: {
  customerId: string
  view: SecurityPolicyView
  /** Shows those who have none. */
  onShow: () => void
  onClose: () => void
}) {
  const { text, problem, date } = useL10n()
  const online = useOnline()
  const now = useNow()
  const queries = useQueryClient()
  const present = requirementOf(view)
  const ahead = daysAhead(present, now)
  const [when, setWhen] = useState<'now' | 'day'>(ahead === null ? 'now' : 'day')
  const [day, setDay] = useState<string | null>(
    ahead === null ? dayAfter(now, 14) : dayAfter(Date.parse(ahead), 0),
  )
  const wanted = wantedOf()
  const unchanged = JSON.stringify(wanted) === JSON.stringify(present)
  const draft = { ...view.policy, second_factor: wanted ?? present }
  const effect = useQuery({
    queryKey: [...policyKey(customerId), 'effect', draft],
    queryFn: () => backend.previewSecurityPolicy(customerId, draft),
    placeholderData: (former) => former,
    enabled: wanted !== null,
    gcTime: 0,
  })
  const save = useMutation({
    mutationFn: (second_factor: SecondFactorRequirement) =>
      backend.changeSecurityPolicy(customerId, view.version, { ...view.policy, second_factor }),
    onSuccess: (after) => {
      queries.setQueryData(policyKey(customerId), after)
      toast({ tone: 'positive', title: told(requirementOf(after)) })
      onClose()
    },
  })
  const failure = save.isError ? IpcFailure.from(save.error) : null
  const stale = failure?.code === 'stale'
  return (
    <Dialog
      open
      onClose={onClose}
      title={text(present.kind === 'required' ? 'enforce-title-on' : 'enforce-title')}
      closeLabel={text('users-close')}
      footer={
        <>
          {present.kind === 'required' && (
            <Button
              variant="danger"
              busy={save.isPending && save.variables.kind === 'optional'}
              unavailableReason={online ? undefined : problem({ code: 'offline' })}
              onPress={() => save.mutate({ kind: 'optional' })}
            >
              {text('enforce-stop')}
            </Button>
          )}
          <span className={styles.gap} />
          <Button variant="quiet" onPress={onClose}>
            {text('users-cancel')}
          </Button>
          <Button
            variant="primary"
            busy={save.isPending && save.variables.kind === 'required'}
            unavailableReason={unavailable()}
            onPress={() => wanted && save.mutate(wanted)}
          >
            {text(present.kind === 'required' ? 'enforce-change' : 'enforce-confirm')}
          </Button>
        </>
      }
    >
      <div className={styles.parts}>
        {failure && (
          <Banner
            tone="danger"
            live
            action={
              stale ? (
                <Button
                  onPress={() => {
                    void queries.invalidateQueries({ queryKey: policyKey(customerId) })
                    onClose()
                  }}
                >
                  {text('security-reload')}
                </Button>
              ) : undefined
            }
          >
            {stale ? text('security-stale') : problem(failure)}
          </Banner>
        )}
        {present.kind === 'required' && (
          <Banner tone="positive" title={text('enforce-on')}>
            {ahead === null
              ? text('enforce-on-now')
              : text('enforce-on-from', { day: date(ahead) })}
          </Banner>
        )}
        <p>{text('enforce-lead')}</p>
        <RadioGroup
          label={text('enforce-when')}
          options={[
            { id: 'now', label: text('enforce-now'), description: text('enforce-now-means') },
            { id: 'day', label: text('enforce-day'), description: text('enforce-day-means') },
          ]}
          selected={when}
          onSelect={(id) => setWhen(id === 'day' ? 'day' : 'now')}
        />
        {when === 'day' && (
          <div className={styles.day}>
            <DateField
              label={text('enforce-first-day')}
              value={day}
              min={dayAfter(now, 1)}
              max={dayAfter(now, MAX_DAYS)}
              onChange={setDay}
              error={wanted === null ? text('enforce-day-wrong') : undefined}
            />
          </div>
        )}
        <EnforceEffect
          effect={effect.data?.second_factor}
          error={effect.error}
          onRetry={() => void effect.refetch()}
          onShow={() => {
            onClose()
            onShow()
          }}
        />
      </div>
    </Dialog>
  )

  /** What is chosen; nothing while no day is, or one that cannot be. */
  function wantedOf(): SecondFactorRequirement | null {
    if (when === 'now') {
      // What is in force stays as it was decided.
      return present.kind === 'required' && ahead === null
        ? present
        : { kind: 'required', from: null }
    }
    if (day === null || day < dayAfter(now, 1) || day > dayAfter(now, MAX_DAYS)) {
      return null
    }
    const from = beginningOf(day)
    const same = ahead !== null && Date.parse(ahead) === Date.parse(from)
    return same ? present : { kind: 'required', from }
  }

  function told(asked: SecondFactorRequirement): string {
    if (asked.kind === 'optional') {
      return text('enforce-stopped')
    }
    const from = daysAhead(asked, now)
    return from === null ? text('enforce-saved') : text('enforce-planned', { day: date(from) })
  }

  function unavailable(): string | undefined {
    if (!online) {
      return problem({ code: 'offline' })
    }
    if (wanted === null) {
      return text('enforce-day-wrong')
    }
    if (unchanged) {
      return text('enforce-same')
    }
    return effect.data ? undefined : text('security-effect-waiting')
  }
}
