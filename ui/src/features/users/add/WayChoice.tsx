import { useQuery } from '@tanstack/react-query'
import { Banner, RadioGroup } from '../../../components'
import type { SignInWay } from '../../../ipc/client'
import { useL10n } from '../../../l10n'
import { SIGN_IN_WAYS } from '../signInWays'
import type { StepProps } from './WhoStep'

/** With a password or with the other provider, which is asked nowhere else and never again (S28, S30). */
export function WayChoice({ draft, errorOf, onChange }: StepProps) {
  const { text } = useL10n()
  const ways = useQuery(SIGN_IN_WAYS)
  const provider = ways.data?.external ?? null
  const error = errorOf('sign_in_way')
  if (provider === null && error === undefined) {
    return null
  }
  return (
    <>
      <RadioGroup
        label={text('add-way')}
        options={[
          {
            id: 'password',
            label: text('way-password'),
            description: text('add-way-password-description'),
          },
          {
            id: 'external',
            label: text(provider === 'microsoft' ? 'way-microsoft' : 'way-external'),
            description: text('add-way-external-description'),
          },
        ]}
        selected={draft.signInWay}
        onSelect={(id) => onChange({ signInWay: id as SignInWay }, ['sign_in_way'])}
      />
      {error !== undefined && <Banner tone="danger" title={error} />}
    </>
  )
}
