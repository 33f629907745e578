import type { AuthRequestAction, IpcFailure, Purpose } from '../../ipc/client'
import { isRunningMany } from '../runMany'

/** What was refused, as another device names it. Who does the same for many confirms that once, not for each. */
export function purposeOf({ params }: IpcFailure): Purpose {
  return {
    action: params['action'] as AuthRequestAction,
    customer_id: params['customer_id'] ?? null,
    about: isRunningMany() ? null : (params['about'] ?? null),
  }
}
