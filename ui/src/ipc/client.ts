import type { Backend } from './backend'
import { bridge } from './bridge'
import { withStepUp } from './stepUp'

export type { Backend, Unsubscribe } from './backend'
export { IpcFailure } from './failure'
export { NOT_CONFIRMED, onStepUp } from './stepUp'
export type * from './types'

/**
 * The one back end of the running app. `import.meta.env.MODE` is a constant at build time, so the
 * shipped bundle holds the bridge only and no line of the fake (`tests/unit/bundle.test.ts`).
 */
export const backend: Backend = withStepUp(
  import.meta.env.MODE === 'fake' ? (await import('./fake')).createFakeBackend() : bridge,
)
