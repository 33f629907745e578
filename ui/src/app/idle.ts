/** By then the first screen has asked for what it shows. */
const SOON_MS = 1_500

/** Does something once the app has nothing else to do; gives how to call it off. */
export function whenIdle(work: () => void): () => void {
  const handle = setTimeout(() => {
    // WebKit does not tell when it is idle.
    if ('requestIdleCallback' in window) {
      window.requestIdleCallback(work)
    } else {
      work()
    }
  }, SOON_MS)
  return () => clearTimeout(handle)
}
