import { backend, type ShownCode } from '../../ipc/client'

/** How many codes the core shows at once (`show_codes`). */
const MOST = 200

/**
 * The codes of the rows that are in sight, and of no others. A row that comes into sight asks for its own,
 * all rows of a moment in one question; a code is forgotten when its row leaves.
 */
export class CodeBoard {
  private readonly shown = new Map<string, ShownCode>()
  private readonly watched = new Map<string, Set<() => void>>()
  private readonly wanted = new Set<string>()
  private asking = false
  private timer: ReturnType<typeof setTimeout> | undefined
  private readonly onFailed: (thrown: unknown) => void

  /** `ahead` are codes of rows that are about to come into sight. */
  constructor(onFailed: (thrown: unknown) => void, ahead: readonly ShownCode[] = []) {
    this.onFailed = onFailed
    for (const code of ahead) {
      this.shown.set(code.id, code)
    }
  }

  /** The code of an entry, if it was read already. */
  of(id: string): ShownCode | undefined {
    return this.shown.get(id)
  }

  /** Shows the code of an entry from now on; gives how to stop. */
  watch(id: string, listener: () => void): () => void {
    const listeners = this.watched.get(id) ?? new Set()
    listeners.add(listener)
    this.watched.set(id, listeners)
    if (!this.shown.has(id)) {
      this.want(id)
    } else if (this.timer === undefined) {
      this.plan()
    }
    return () => {
      listeners.delete(listener)
      if (listeners.size === 0) {
        this.watched.delete(id)
        this.shown.delete(id)
        this.wanted.delete(id)
      }
    }
  }

  private want(id: string): void {
    this.wanted.add(id)
    if (!this.asking) {
      this.asking = true
      queueMicrotask(() => void this.ask())
    }
  }

  private async ask(): Promise<void> {
    const ids = [...this.wanted].slice(0, MOST)
    this.wanted.clear()
    try {
      for (const code of await backend.showCodes(ids)) {
        if (this.watched.has(code.id)) {
          this.shown.set(code.id, code)
          this.tell(code.id)
        }
      }
    } catch (thrown) {
      this.onFailed(thrown)
    }
    this.asking = false
    this.plan()
    const [more] = this.wanted
    if (more !== undefined) {
      this.want(more)
    }
  }

  /** Asks again as soon as the first code that is shown ends. */
  private plan(): void {
    clearTimeout(this.timer)
    const ends = [...this.shown.values()].map(({ ends_at }) => Date.parse(ends_at))
    if (ends.length === 0) {
      return
    }
    this.timer = setTimeout(
      () => {
        const now = Date.now()
        for (const { id, ends_at } of this.shown.values()) {
          if (!this.watched.has(id)) {
            // Read ahead for a row that never came.
            this.shown.delete(id)
          } else if (Date.parse(ends_at) <= now) {
            this.want(id)
          }
        }
        this.plan()
      },
      Math.max(50, Math.min(...ends) - Date.now()),
    )
  }

  private tell(id: string): void {
    for (const listener of this.watched.get(id) ?? []) {
      listener()
    }
  }
}
