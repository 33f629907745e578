/** The key under which the own data is kept. */
export const profileKey = ['profile'] as const
