export { ActionsProvider, useAction, useRunAction } from './ActionsProvider'
export { keysOf } from './keysOf'
export { ACTION_LIST, type ActionId } from './table'
