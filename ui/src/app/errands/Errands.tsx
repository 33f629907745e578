import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useState } from 'react'
import { toast } from '../../components'
import { backend, type Errand } from '../../ipc/client'
import { useL10n } from '../../l10n'
import { begun } from '../begun'
import { LINK_KEY } from '../vault'
import { CloseDialog } from './CloseDialog'
import { announceCodesWanted } from './codesWanted'

/** Does what somebody asked outside of the page: in the tray, by a shortcut of the system, by a link. */
export function Errands({
  onCodes,
}: {
  /** Shows the codes, whether one is signed in or not. */
  onCodes: () => void
}) {
  const { text, problem } = useL10n()
  const queries = useQueryClient()
  const [closing, setClosing] = useState(false)

  const showCodes = () => {
    if (globalThis.location.hash.startsWith('#/codes') || begun().length === 0) {
      onCodes()
      announceCodesWanted()
    } else {
      // What is begun here would be lost; the codes are one press away when it is done.
      toast({ tone: 'info', title: text('errand-begun'), description: text('errand-begun-how') })
    }
  }
  const run = (errand: Errand) => {
    switch (errand.kind) {
      case 'codes':
        return showCodes()
      case 'link':
        void queries.invalidateQueries({ queryKey: LINK_KEY })
        return showCodes()
      case 'bad_link':
        return toast({
          tone: 'danger',
          title: text('opened-link-bad'),
          description: problem(errand.problem),
        })
      case 'close':
        return setClosing(true)
    }
  }
  const look = useEffectEvent(() => {
    backend.takeErrand().then(
      (errand) => errand && run(errand),
      () => undefined,
    )
  })
  useEffect(() => {
    // Somebody may have asked before the page was there.
    look()
    return backend.onErrandGiven(() => look())
  }, [])
  return closing ? <CloseDialog onClose={() => setClosing(false)} /> : null
}
