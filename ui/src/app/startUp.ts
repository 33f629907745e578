import { queryOptions } from '@tanstack/react-query'
import { readWords } from '../l10n'
import { startedOffline } from './connection'
import { readFirstScreen } from './firstScreen'
import { askHowThingsStand } from './startAhead'

/** How things stand at the start, with the words and what the first screen shows. */
export const startUp = queryOptions({
  queryKey: ['start-up'],
  queryFn: async ({ client: queries }) => {
    const start = await askHowThingsStand()
    if (start.me && start.start_problem) {
      startedOffline()
    }
    await Promise.all([readWords(start.preferences.language), readFirstScreen(queries, start)])
    return start
  },
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: Number.POSITIVE_INFINITY,
})
