import { queryOptions } from '@tanstack/react-query'
import { backend } from '../../ipc/client'

/** How one can sign in at this service. */
export const SIGN_IN_WAYS = queryOptions({
  queryKey: ['sign-in-ways'],
  queryFn: () => backend.listSignInWays(),
  retry: false,
})
