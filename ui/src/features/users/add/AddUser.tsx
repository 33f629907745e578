import { lazy, Suspense, useState } from 'react'
import { useMembership, useSession } from '../../../app/session'
import type { AddUserDialogProps } from './AddUserDialog'
import { emptyDraft, type UserDraft } from './draft'

/** Read from the disk when it is first opened: the list is there sooner. */
const AddUserDialog = lazy(async () => {
  const { AddUserDialog } = await import('./AddUserDialog')
  return { default: AddUserDialog }
})

export type AddUserProps = Omit<AddUserDialogProps, 'draft' | 'onDraft'> & { open: boolean }

/**
 * The dialog, and what was typed into it, which outlives closing it. The draft lives here rather
 * than in the screen, so that typing draws the dialog again and not the table behind it.
 */
export function AddUser({ open, onFinished, ...props }: AddUserProps) {
  const { me } = useSession()
  const membership = useMembership()
  const fresh = (): UserDraft => {
    const scope = membership.scope.kind === 'all' ? 'all' : 'only'
    return { ...emptyDraft(me.language), scope }
  }
  const [draft, setDraft] = useState(fresh)
  if (!open) {
    return null
  }
  return (
    <Suspense>
      <AddUserDialog
        {...props}
        draft={draft}
        onDraft={setDraft}
        onFinished={(userId) => {
          setDraft(fresh())
          onFinished(userId)
        }}
      />
    </Suspense>
  )
}
