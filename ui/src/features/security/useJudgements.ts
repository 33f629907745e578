import { useQuery } from '@tanstack/react-query'
import {
  backend,
  type Judgement,
  type SecurityPolicy,
  type SecurityPolicyView,
} from '../../ipc/client'

/** What the standards say of a draft; of what is in force until the service has said. */
export function useJudgements(
  customerId: string,
  view: SecurityPolicyView,
  draft: SecurityPolicy,
  enabled: boolean,
): readonly Judgement[] {
  const { data } = useQuery({
    queryKey: ['security-policy', customerId, 'preview', draft],
    queryFn: () => backend.previewSecurityPolicy(customerId, draft),
    placeholderData: (former) => former,
    retry: false,
    enabled,
  })
  return enabled && data ? data.judgements : view.judgements
}
