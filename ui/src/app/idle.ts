/** Where the web view does not tell when it is idle (WebKit): by then the first screen is there. */
const SOON_MS = 1_500

/** Does something once the app has nothing else to do; gives how to call it off. */
export function whenIdle(work: () => void): () => void {
  if ('requestIdleCallback' in window) {
    const handle = window.requestIdleCallback(work)
    return () => window.cancelIdleCallback(handle)
  }
  const handle = setTimeout(work, SOON_MS)
  return () => clearTimeout(handle)
}
