import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react'
import { matches } from './keys'
import { mac } from './keysOf'
import { ACTION_LIST, ACTIONS, type ActionId } from './table'

type Run = () => void

interface Actions {
  register: (id: ActionId, run: { readonly current: Run }) => () => void
  /** Does it, here or, where it belongs to another screen, as soon as that screen is there. */
  run: (id: ActionId) => void
}

const ActionsContext = createContext<Actions | null>(null)

/** Hears the shortcuts of the table and knows who carries them out now. */
export function ActionsProvider({
  navigate,
  children,
}: {
  /** Leads to a screen. */
  navigate: (address: string) => void
  children: ReactNode
}) {
  const [actions] = useState(() => createActions())
  const go = useRef(navigate)
  useEffect(() => {
    go.current = navigate
  })
  useEffect(() => actions.listen((address) => go.current(address)), [actions])
  return <ActionsContext value={actions}>{children}</ActionsContext>
}

function createActions() {
  const handlers = new Map<ActionId, { readonly current: Run }>()
  let awaited: ActionId | null = null
  let navigate: (address: string) => void = () => undefined

  const run = (id: ActionId) => {
    const handler = handlers.get(id)
    const action = ACTIONS[id]
    if (handler) {
      handler.current()
    } else if ('at' in action) {
      awaited = id
      navigate(action.at)
    }
  }
  return {
    run,
    register: (id: ActionId, handler: { readonly current: Run }) => {
      handlers.set(id, handler)
      if (awaited === id) {
        awaited = null
        handler.current()
      }
      return () => {
        if (handlers.get(id) === handler) {
          handlers.delete(id)
        }
      }
    },
    listen: (go: (address: string) => void) => {
      navigate = go
      const onKeyDown = (event: KeyboardEvent) => {
        const found = ACTION_LIST.find(([, { keys }]) => matches(keys, event, mac))
        if (!found || event.defaultPrevented || event.repeat) {
          return
        }
        const [id, action] = found
        if (handlers.has(id) && (action.anywhere || !isTaken(event.target, action.exceptIn))) {
          event.preventDefault()
          event.stopPropagation()
          run(id)
        }
      }
      // On the way down: a focused checkbox or row keeps keys that it does not know to itself.
      document.addEventListener('keydown', onKeyDown, true)
      return () => document.removeEventListener('keydown', onKeyDown, true)
    },
  }
}

/** What is open over the screen, and not on its way out. A toast is an `alertdialog` that holds nobody up. */
const OPEN =
  ':is([role=alertdialog], [role=dialog], [role=menu]):not([aria-modal=false], [data-exiting] *)'

/** Whether a plain key belongs to what has the focus: a field, an open menu, a dialog. */
function isTaken(target: EventTarget | null, exceptIn?: string): boolean {
  return (
    document.querySelector(OPEN) !== null ||
    (target instanceof Element &&
      (target.closest('input:not([type=checkbox]), textarea, select, [contenteditable]') !== null ||
        (exceptIn !== undefined && target.closest(exceptIn) !== null)))
  )
}

function useActions(): Actions {
  const actions = useContext(ActionsContext)
  if (!actions) {
    throw new Error('actions need an ActionsProvider around them')
  }
  return actions
}

/** Carries out an action of the table while this component is shown. `null` switches it off. */
export function useAction(id: ActionId, run: Run | null): void {
  const { register } = useActions()
  const current = useRef<Run>(() => undefined)
  const on = run !== null
  useEffect(() => {
    current.current = run ?? (() => undefined)
  })
  useEffect(() => (on ? register(id, current) : undefined), [register, id, on])
}

/** Starts an action of the table from anywhere. */
export function useRunAction(): (id: ActionId) => void {
  return useActions().run
}
