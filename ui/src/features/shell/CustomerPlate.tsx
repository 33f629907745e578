import { useNavigate } from '@tanstack/react-router'
import { useSession } from '../../app/session'
import { FaceButton } from '../../components'
import { useL10n } from '../../l10n'
import { CustomerFace, ProviderFace } from './CustomerFace'

/**
 * The customer one works at. Behind it lies the page with every customer of the person. Operators of the
 * payment provider work at none.
 */
export function CustomerPlate() {
  const { text } = useL10n()
  const { me, membership } = useSession()
  const navigate = useNavigate()
  if (!membership) {
    return me.operator ? <ProviderFace /> : null
  }
  return (
    <FaceButton
      outlined
      prefix={text('customer-switch')}
      onPress={() => void navigate({ to: '/customers' })}
    >
      <CustomerFace customer={membership.customer} />
    </FaceButton>
  )
}
