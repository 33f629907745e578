import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent } from 'react'
import { backend } from '../ipc/client'
import { begun } from './begun'
import { waitsForQuietMoment } from './updates'
import { whereOneWorks } from './wasAt'

/** Lets the page go when nobody has seen it for long and nothing on it would be lost. */
export function usePageRelease(person: string | null): void {
  const queries = useQueryClient()
  const answer = useEffectEvent(() => {
    if (begun().length === 0 && !waitsForQuietMoment(queries)) {
      backend.releasePage(person === null ? null : whereOneWorks(person)).catch(() => undefined)
    }
  })
  useEffect(() => backend.onPageReleaseAsked(() => answer()), [])
}
