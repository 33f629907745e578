export { ActionsProvider, keysOf, useAction, useRunAction } from './ActionsProvider'
export { ACTION_LIST, type ActionId } from './table'
