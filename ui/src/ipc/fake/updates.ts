import type { Backend } from '../backend'
import type { UpdateStatus, WasAt } from '../types'
import type { Faults } from './faults'

type Listener = (status: UpdateStatus) => void

/** The updater of the app core, as far as the window sees it: what is offered, and what becomes of it. */
export class FakeUpdates {
  status: UpdateStatus
  readonly listeners = new Set<Listener>()

  constructor(options: Partial<UpdateStatus> = {}) {
    this.status = {
      version: '0.1.0',
      channel: 'stable',
      target: 'linux-x86_64-none',
      feed: null,
      phase: { phase: 'unfollowed', why: 'no_feed' },
      checked_at: null,
      frozen: false,
      fault: null,
      ...options,
    }
  }

  /** As the app core does on its own. */
  become(change: Partial<UpdateStatus>): UpdateStatus {
    this.status = { ...this.status, ...change }
    for (const listener of this.listeners) {
      listener(this.status)
    }
    return this.status
  }
}

/** What becomes of an offer depends on the kind of package. */
function installed({ target, phase }: UpdateStatus): UpdateStatus['phase'] {
  if (phase.phase !== 'offered') {
    return phase
  }
  const { version } = phase
  const file = `Downloads/keyholder_${version}_stable_${target}.deb`
  if (target.endsWith('-deb')) {
    return { phase: 'fetched', version, command: `sudo apt install '${file}'` }
  }
  return { phase: target.startsWith('windows-') ? 'ready' : 'installed', version }
}

type Commands = Pick<
  Backend,
  | 'readUpdates'
  | 'lookForUpdates'
  | 'installUpdate'
  | 'planUpdate'
  | 'skipUpdate'
  | 'restartUpdated'
  | 'onUpdateChanged'
>

export function updateCommands(
  faults: Faults,
  updates: FakeUpdates,
  restarted: (from: WasAt) => void,
): Commands {
  return {
    readUpdates: () => faults.pass('readUpdates', () => updates.status),
    lookForUpdates: () => faults.pass('lookForUpdates', () => updates.become({ fault: null })),
    installUpdate: () =>
      faults.pass('installUpdate', () =>
        updates.become({ phase: installed(updates.status), fault: null }),
      ),
    planUpdate: (at) =>
      faults.pass('planUpdate', () => {
        const { phase } = updates.status
        return phase.phase === 'offered'
          ? updates.become({ phase: { ...phase, planned_for: at } })
          : updates.status
      }),
    skipUpdate: () =>
      faults.pass('skipUpdate', () => updates.become({ phase: { phase: 'current' } })),
    restartUpdated: (from) =>
      faults.pass('restartUpdated', () => {
        restarted(from)
        return null
      }),
    onUpdateChanged: (listener) => {
      updates.listeners.add(listener)
      return () => updates.listeners.delete(listener)
    },
  }
}
