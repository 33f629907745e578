/** Takes the sheet away that waits to be printed; there is one at a time. */
let giveBack: (() => void) | null = null

/** Puts a sheet on the printer in place of the one before; the answer takes it off early. */
export function takePrinter(done: () => void): () => void {
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
