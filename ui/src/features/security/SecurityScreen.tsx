import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { policyKey, usePolicy } from '../../app/enforce/policy'
import { LockedReason } from '../../app/LockedReason'
import { useMembership } from '../../app/session'
import { Banner, Button, ErrorState, Skeleton, toast } from '../../components'
import { IpcFailure, type SecurityPolicyView } from '../../ipc/client'
import { useL10n } from '../../l10n'
import { PolicyForm } from './PolicyForm'
import { SecondFactorSection } from './SecondFactorSection'
import styles from './SecurityScreen.module.css'

/** What the customer demands of passwords, sign-ins and sessions. */
export function SecurityScreen() {
  const { text, problem } = useL10n()
  const customerId = useMembership().customer.id
  const queries = useQueryClient()
  const { data, error, refetch } = usePolicy(customerId)
  // A form that is begun anew forgets what was typed.
  const [turn, setTurn] = useState(0)
  const saved = (view: SecurityPolicyView) => {
    queries.setQueryData(policyKey(customerId), view)
    // Statuses follow the policy at once.
    void queries.invalidateQueries({ queryKey: ['users', customerId] })
    toast({ tone: 'positive', title: text('security-saved') })
    setTurn(turn + 1)
  }
  return (
    <div className={styles.page}>
      <header>
        <h1>{text('screen-security')}</h1>
        <p className={styles.lead}>{text('security-lead')}</p>
      </header>
      {data ? (
        <>
          {data.refusal && (
            <Banner tone="info" title={text('security-locked')}>
              <LockedReason code={data.refusal} params={{ permission: 'security.manage' }} />
            </Banner>
          )}
          <SecondFactorSection customerId={customerId} view={data} />
          <PolicyForm
            key={`${data.version}-${turn}`}
            customerId={customerId}
            view={data}
            onSaved={saved}
            onStale={() => void refetch()}
          />
        </>
      ) : error ? (
        <ErrorState
          title={text('security-failed')}
          action={<Button onPress={() => void refetch()}>{text('users-retry')}</Button>}
        >
          {problem(IpcFailure.from(error))}
        </ErrorState>
      ) : (
        <div className={styles.waiting}>
          <Skeleton width="40%" />
          <Skeleton />
          <Skeleton />
          <Skeleton width="70%" />
        </div>
      )}
    </div>
  )
}
