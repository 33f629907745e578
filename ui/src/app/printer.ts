import { useEffect, useState } from 'react'
import { backend } from '../ipc/client'

/** Takes the sheet away that waits to be printed; there is one at a time. */
let giveBack: (() => void) | null = null

/** Puts a sheet on the printer in place of the one before; the answer takes it off early. */
function takePrinter(done: () => void): () => void {
  giveBack?.()
  giveBack = done
  const finish = () => {
    if (giveBack === done) {
      giveBack = null
    }
    done()
  }
  globalThis.addEventListener('afterprint', finish, { once: true })
  return () => globalThis.removeEventListener('afterprint', finish)
}

/** Whether a sheet of paper is to be drawn (`PrintSheet`), and what has it printed. */
export function usePrinting(): { printing: boolean; print: () => void } {
  const [printing, setPrinting] = useState(false)
  // The sheet has to be there before the system looks at the page.
  useEffect(() => {
    if (!printing) {
      return undefined
    }
    void backend.printPage()
    return takePrinter(() => setPrinting(false))
  }, [printing])
  return { printing, print: () => setPrinting(true) }
}
