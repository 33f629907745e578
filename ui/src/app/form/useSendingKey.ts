import { useRef } from 'react'

/**
 * The key under which a creation is sent. Sent again unchanged, after a connection that broke, it is the
 * same, so that nothing is made twice; with other content it is another one.
 */
export function useSendingKey(): (content: unknown) => string {
  const last = useRef({ content: '', key: '' })
  return (content) => {
    const now = JSON.stringify(content)
    if (last.current.content !== now) {
      last.current = { content: now, key: crypto.randomUUID() }
    }
    return last.current.key
  }
}
