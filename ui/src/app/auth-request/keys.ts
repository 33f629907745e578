/** The key under which the devices that confirm sign-ins are kept. */
export function confirmingDevicesKey(sessionId: string) {
  return ['confirming-devices', sessionId] as const
}

/** The key under which the request that waits here is kept. */
export function ownAuthRequestKey(sessionId: string) {
  return ['own-auth-request', sessionId] as const
}
