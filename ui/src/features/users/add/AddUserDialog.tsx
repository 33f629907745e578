import { useEffect, useRef } from 'react'
import { ApprovalDialog } from '../../../app/ApprovalDialog'
import { useOnline } from '../../../app/connection'
import { Banner, Dialog, Wizard } from '../../../components'
import type { CataloguePermission, Role } from '../../../ipc/client'
import { useL10n } from '../../../l10n'
import { AccessStep } from './AccessStep'
import styles from './AddUser.module.css'
import { toAdd } from './addresses'
import { fieldOf, STEPS, type UserDraft } from './draft'
import { InvitationOffer } from './InvitationOffer'
import { ReviewStep } from './ReviewStep'
import { SeveralRunDialog } from './SeveralRunDialog'
import { useAddSeveral } from './useAddSeveral'
import { useAddUser } from './useAddUser'
import { WhoStep } from './WhoStep'

export interface AddUserDialogProps {
  customerId: string
  roles: readonly Role[]
  catalogue: readonly CataloguePermission[]
  /** Lives outside of the dialog: closing it loses nothing that was typed. */
  draft: UserDraft
  onDraft: (draft: UserDraft) => void
  onClose: () => void
  /** The user exists: the draft is done with. */
  onFinished: (userId: string | null) => void
}

/** Adds one user: who, what access, a look at the whole, and then the offer to invite (S15–S35). */
export function AddUserDialog(props: AddUserDialogProps) {
  const { customerId, roles, catalogue, draft, onDraft, onClose, onFinished } = props
  const { text, problem, fieldProblem } = useL10n()
  const online = useOnline()
  const wizard = useAddUser(customerId, draft)
  const several = useAddSeveral(customerId, draft)
  const { step, errors, failure, created, refusals } = wizard
  const form = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (refusals > 0) {
      focusFirstFault(form.current)
    }
  }, [refusals])
  if (created) {
    return (
      <InvitationOffer
        customerId={customerId}
        user={created}
        waiting={roles.filter(
          ({ id }) => draft.roleIds.includes(id) && created.roles.every((role) => role.id !== id),
        )}
        onClose={() => onFinished(created.id)}
      />
    )
  }

  if (several.run) {
    return <SeveralRunDialog run={several.run} several={several} onClose={() => onFinished(null)} />
  }

  const needed = several.refusal ?? failure
  if (needed?.code === 'approval_required') {
    return (
      <ApprovalDialog
        customerId={customerId}
        refusal={needed}
        request={null}
        hint={text(draft.several ? 'several-approval' : 'add-approval', {
          name: `${draft.givenName.trim()} ${draft.familyName.trim()}`,
        })}
        onAsked={
          draft.several ? () => void several.add(toAdd(draft.pasted), true) : wizard.saveAndAsk
        }
        onClose={draft.several ? several.forget : wizard.forget}
      />
    )
  }

  const at = STEPS.indexOf(step)
  const last = at === STEPS.length - 1
  const errorOf = (field: string) => {
    if (failure && fieldOf(failure.code) === field) {
      return problem(failure)
    }
    const found = errors.find((error) => error.field === field)
    // The scope itself is never malformed; what stands against it is a role (S69).
    return field === 'scope.kind'
      ? found && problem({ code: 'administrator_limited' })
      : found && fieldProblem(found)
  }
  const change = (changes: Partial<UserDraft>, fields: readonly string[]) => {
    wizard.touch(fields)
    onDraft({ ...draft, ...changes })
  }

  return (
    <Dialog
      open
      size="large"
      onClose={onClose}
      title={text('add-title')}
      closeLabel={text('users-close')}
    >
      <Wizard
        label={text('add-title')}
        steps={STEPS.map((id) => ({ id, title: text(`add-step-${id}`) }))}
        current={step}
        progress={text('add-progress', { step: at + 1, steps: STEPS.length })}
        back={at > 0 ? { label: text('add-back'), onPress: wizard.back } : undefined}
        next={{
          label: last ? saveLabel() : text('add-next'),
          busy: wizard.saving,
          unavailableReason: last && !online ? problem({ code: 'offline' }) : undefined,
        }}
        onNext={() =>
          last && draft.several ? void several.add(toAdd(draft.pasted)) : wizard.next()
        }
      >
        <div className={styles.step} ref={form}>
          {failure && fieldOf(failure.code) === null && (
            <Banner tone="danger" live>
              {problem(failure)}
            </Banner>
          )}
          {step === 'who' && <WhoStep draft={draft} errorOf={errorOf} onChange={change} />}
          {step === 'access' && (
            <AccessStep
              customerId={customerId}
              roles={roles}
              draft={draft}
              errorOf={errorOf}
              onChange={change}
            />
          )}
          {step === 'review' && <ReviewStep draft={draft} roles={roles} catalogue={catalogue} />}
        </div>
      </Wizard>
    </Dialog>
  )

  function saveLabel(): string {
    return draft.several
      ? text('several-save', { count: toAdd(draft.pasted).length })
      : text('add-save')
  }
}

/** Leads to the first field that needs something, so that nobody has to look for it. */
function focusFirstFault(form: HTMLElement | null): void {
  const fault = form?.querySelector<HTMLElement>('[aria-invalid=true], [role=alert]')
  const field = fault?.matches('input, textarea')
    ? fault
    : fault?.querySelector<HTMLElement>('input, button')
  field?.focus()
}
