import { useRef, useState } from 'react'
import { useChangesAnswered } from '../../../app/approvals'
import { backend, type FieldError, IpcFailure, type User } from '../../../ipc/client'
import { useUsersChanged } from '../queries'
import {
  fieldOf,
  missing,
  STEPS,
  type Step,
  SubmissionKeys,
  stepOf,
  toRequest,
  type UserDraft,
} from './draft'

/** The wizard's state: where one is, what is wrong, and who was created in the end. */
export function useAddUser(customerId: string, draft: UserDraft) {
  const changed = useUsersChanged(customerId)
  const asked = useChangesAnswered(customerId)
  const [step, setStep] = useState<Step>('who')
  const [errors, setErrors] = useState<readonly FieldError[]>([])
  const [failure, setFailure] = useState<IpcFailure | null>(null)
  /** Counts the refusals: with each, the first field at fault takes the focus. */
  const [refusals, setRefusals] = useState(0)
  const [saving, setSaving] = useState(false)
  const [created, setCreated] = useState<User | null>(null)
  const keys = useRef(new SubmissionKeys())

  const show = (found: readonly FieldError[]) => {
    setErrors(found)
    const first = STEPS.find((each) => found.some(({ field }) => stepOf(field) === each))
    if (first) {
      setStep(first)
    }
  }

  const create = async (asksApproval: boolean) => {
    const request = toRequest(draft, asksApproval)
    setCreated(await backend.createUser(customerId, request, keys.current.keyOf(request)))
    await (asksApproval ? asked() : changed())
  }

  const save = async () => {
    setSaving(true)
    setFailure(null)
    try {
      await create(false)
    } catch (thrown) {
      const refused = IpcFailure.from(thrown)
      if (refused.errors.length > 0) {
        show(refused.errors)
      }
      const field = fieldOf(refused.code)
      if (field !== null) {
        setStep(stepOf(field))
      }
      setFailure(refused)
      setRefusals(refusals + 1)
    }
    setSaving(false)
  }

  return {
    step,
    errors,
    failure,
    saving,
    created,
    refusals,
    /** Adds them without the critical roles, and asks a second administrator for these. */
    saveAndAsk: () => create(true),
    /** The refusal is read. */
    forget: () => setFailure(null),
    /** Goes on, or shows what the step still needs; saves at the end. */
    next: () => {
      const found = missing(draft, step)
      setFailure(null)
      if (found.length > 0) {
        setErrors(found)
        setRefusals(refusals + 1)
        return
      }
      setErrors([])
      const following = STEPS[STEPS.indexOf(step) + 1]
      if (following) {
        setStep(following)
      } else {
        void save()
      }
    },
    back: () => {
      setFailure(null)
      setStep(STEPS[STEPS.indexOf(step) - 1] ?? 'who')
    },
    /** Forgets what was wrong with fields that are being put right. */
    touch: (fields: readonly string[]) =>
      setErrors(errors.filter(({ field }) => !fields.includes(field))),
  }
}
