import type { Backend } from '../backend'
import type { Errand, Manners, WasAt } from '../types'
import { refuse } from './access'
import type { Faults } from './faults'

/** The shortcut that another program has. */
export const FAKE_TAKEN_SHORTCUT = 'Control+Alt+T'

/** The desktop around the window, made up: what it offers, and what somebody asks outside of the page. */
export class FakeManners {
  manners: Manners
  /** What was said to the window's being closed. */
  readonly closings: (boolean | null)[] = []
  /** Where somebody was on the pages that were let go. */
  readonly releases: (WasAt | null)[] = []
  readonly listeners = new Set<() => void>()
  readonly releaseListeners = new Set<() => void>()
  private errand: Errand | null = null

  constructor(options: Partial<Manners> = {}) {
    this.manners = {
      tray_problem: null,
      close_to_tray: false,
      autostart: false,
      shortcut: null,
      shortcut_problem: null,
      ...options,
    }
  }

  change(part: Partial<Manners>): Manners {
    this.manners = { ...this.manners, ...part }
    return this.manners
  }

  give(errand: Errand): void {
    this.errand = errand
    for (const listener of this.listeners) {
      listener()
    }
  }

  askForRelease(): void {
    for (const listener of this.releaseListeners) {
      listener()
    }
  }

  take(): Errand | null {
    const errand = this.errand
    this.errand = null
    return errand
  }
}

type Commands = Pick<
  Backend,
  | 'readManners'
  | 'chooseCloseToTray'
  | 'chooseAutostart'
  | 'chooseShortcut'
  | 'takeErrand'
  | 'answerClose'
  | 'pageDrawn'
  | 'releasePage'
  | 'onErrandGiven'
  | 'onPageReleaseAsked'
>

export function mannersCommands(faults: Faults, desktop: FakeManners): Commands {
  return {
    readManners: () => faults.pass('readManners', () => desktop.manners),
    chooseCloseToTray: (stay) =>
      faults.pass('chooseCloseToTray', () => desktop.change({ close_to_tray: stay })),
    chooseAutostart: (start) =>
      faults.pass('chooseAutostart', () => desktop.change({ autostart: start })),
    chooseShortcut: (keys) =>
      faults.pass('chooseShortcut', () => {
        if (keys === FAKE_TAKEN_SHORTCUT) {
          throw refuse('shortcut_refused', { problem: 'taken' })
        }
        if (keys !== null && !/^(?:(?!Shift\+[A-Z0-9]$)).+\+/.test(keys)) {
          throw refuse('shortcut_refused', { problem: 'unusable' })
        }
        return desktop.change({ shortcut: keys, shortcut_problem: null })
      }),
    takeErrand: () => faults.pass('takeErrand', () => desktop.take()),
    answerClose: (stay) =>
      faults.pass('answerClose', () => {
        desktop.closings.push(stay)
        if (stay !== null) {
          desktop.change({ close_to_tray: stay })
        }
        return null
      }),
    pageDrawn: () => faults.pass('pageDrawn', () => null),
    releasePage: (wasAt) =>
      faults.pass('releasePage', () => {
        desktop.releases.push(wasAt)
        return null
      }),
    onErrandGiven: (listener) => {
      desktop.listeners.add(listener)
      return () => desktop.listeners.delete(listener)
    },
    onPageReleaseAsked: (listener) => {
      desktop.releaseListeners.add(listener)
      return () => desktop.releaseListeners.delete(listener)
    },
  }
}
