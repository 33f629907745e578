import { invoke } from '@tauri-apps/api/core'
import { listen } from '@tauri-apps/api/event'
import type { Backend, Unsubscribe } from './backend'
import { IpcFailure } from './failure'

/** Calls one command of the app core; names and arguments are those of its Rust functions. */
async function call<T>(command: string, args: Record<string, unknown> = {}): Promise<T> {
  try {
    return await invoke<T>(command, args)
  } catch (thrown) {
    throw IpcFailure.from(thrown)
  }
}

function on<T>(event: string, listener: (payload: T) => void): Unsubscribe {
  const listening = listen<T>(event, ({ payload }) => listener(payload))
  return () => {
    void listening.then((stop) => stop())
  }
}

/** The real app core. */
export const bridge: Backend = {
  startUp: () => call('start_up'),
  connect: (serverUrl) => call('connect', { serverUrl }),
  signIn: (signInName, password) => call('sign_in', { signInName, password }),
  signOut: () => call('sign_out'),
  me: () => call('me'),

  listUsers: (customerId, query) => call('list_users', { customerId, query }),
  readUser: (customerId, userId) => call('read_user', { customerId, userId }),
  createUser: (customerId, request, idempotencyKey) =>
    call('create_user', { customerId, request, idempotencyKey }),
  inviteUser: (customerId, userId, idempotencyKey) =>
    call('invite_user', { customerId, userId, idempotencyKey }),
  deactivateUser: (customerId, userId, version) =>
    call('deactivate_user', { customerId, userId, version }),
  reactivateUser: (customerId, userId, version) =>
    call('reactivate_user', { customerId, userId, version }),
  changeRoles: (customerId, userId, version, request) =>
    call('change_roles', { customerId, userId, version, request }),

  listRoles: (customerId) => call('list_roles', { customerId }),
  listPermissions: () => call('list_permissions'),
  listLocations: (customerId, query) => call('list_locations', { customerId, query }),
  listAuditEvents: (customerId, targetId, cursor) =>
    call('list_audit_events', { customerId, targetId, cursor }),

  copyText: (text) => call('copy_text', { text }),
  openExternal: (url) => call('open_external', { url }),
  savePreferences: (preferences) => call('save_preferences', { preferences }),

  onConnectionChanged: (listener) =>
    on<{ online: boolean }>('connection_changed', ({ online }) => listener(online)),
  onSignedOut: (listener) => on<{ reason: string }>('signed_out', ({ reason }) => listener(reason)),
}
