import { useNavigate } from '@tanstack/react-router'
import { Banner, Button } from '../components'
import { useL10n } from '../l10n'
import { useSecondFactors } from './secondFactors'

/** A calm line for who has no second factor (S104): that one is recommended, and the way to it. */
export function FactorAdvice() {
  const { text } = useL10n()
  const navigate = useNavigate()
  const { data } = useSecondFactors()
  if (data === undefined || data.authenticators.length > 0) {
    return null
  }
  return (
    <Banner
      tone="info"
      title={text('two-factor-advice')}
      action={
        <Button size="small" onPress={() => void navigate({ to: '/two-factor' })}>
          {text('two-factor-advice-go')}
        </Button>
      }
    >
      {text('two-factor-advice-why')}
    </Banner>
  )
}
