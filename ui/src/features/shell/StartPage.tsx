import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useSession } from '../../app/session'
import { EmptyState } from '../../components'
import { useL10n } from '../../l10n'
import { useOpenScreens } from './useOpenScreens'

/** Leads to the first screen that one may open, or says why there is none. */
export function StartPage() {
  const { text } = useL10n()
  const { me, membership } = useSession()
  const [first] = useOpenScreens()
  const navigate = useNavigate()
  const leads = first?.address
  // Once, and not with every drawing: whoever presses something else while the screen is being read gets
  // where they pressed.
  useEffect(() => {
    if (leads !== undefined) {
      void navigate({ to: leads, replace: true })
    }
  }, [leads, navigate])
  if (first) {
    return null
  }
  return (
    <EmptyState icon="locked" title={text('start-nothing-title', { name: me.given_name })}>
      {membership ? text('start-nothing-body') : text('start-no-customer-body')}
    </EmptyState>
  )
}
