import { useState } from 'react'
import { keysOf, useAction } from '../../../app/actions'
import { LockedReason } from '../../../app/LockedReason'
import { useMembership, useSession } from '../../../app/session'
import { Button } from '../../../components'
import { useL10n } from '../../../l10n'
import { RequestDialog } from './RequestDialog'
import { useMayRequest } from './useRequests'

/** The way to a new location; who may not ask reads who can. */
export function RequestButton() {
  const { text } = useL10n()
  const { can } = useSession()
  const { scope } = useMembership()
  const may = useMayRequest()
  const [asking, setAsking] = useState(false)
  const ask = () => setAsking(true)
  useAction('requestLocation', may ? ask : null)
  return (
    <>
      <Button
        icon="add"
        {...(may && { keys: keysOf('requestLocation') })}
        lockedReason={
          can('account.settings') ? (
            scope.kind === 'all' ? undefined : (
              <LockedReason code="request_limited" />
            )
          ) : (
            <LockedReason code="permission_missing" params={{ permission: 'account.settings' }} />
          )
        }
        onPress={ask}
      >
        {text('request-location')}
      </Button>
      {asking && <RequestDialog onClose={() => setAsking(false)} />}
    </>
  )
}
