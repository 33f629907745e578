import { type AsyncRouteComponent, lazyRouteComponent } from '@tanstack/react-router'
import type { ComponentType } from 'react'
import { Skeleton } from '../components'
import type { Asks } from './audience'
import { Needs } from './Needs'
import styles from './screen.module.css'

/** How each screen is read, until the app has nothing else to do. */
const readers: (() => Promise<void>)[] = []

/**
 * A screen that is read from the disk when it is first opened. Until then the one before stays: there
 * is no empty page and no jump. Once the app is idle, all screens are read (`readScreens`).
 *
 * @param read imports the file of the screen
 * @param name under which the file exports it
 * @param asks whose it is and what one must hold; everyone else reads so
 */
export function screen<N extends string>(
  read: () => Promise<Record<N, ComponentType>>,
  name: N,
  asks?: Asks,
): AsyncRouteComponent<object> {
  const Screen = lazyRouteComponent(read, name) as AsyncRouteComponent<object>
  const { preload } = Screen
  readers.push(async () => {
    await preload?.()
  })
  if (asks === undefined) {
    return Screen
  }
  const Guarded: AsyncRouteComponent<object> = () => (
    <Needs {...asks}>
      <Screen />
    </Needs>
  )
  Guarded.preload = preload
  return Guarded
}

/** Where a screen will be, should reading it take long. */
export function Opening() {
  return (
    <div aria-busy="true" className={styles.opening}>
      <Skeleton width="12rem" height="1.5rem" />
      <Skeleton />
      <Skeleton width="80%" />
    </div>
  )
}

/** Reads every screen, one after the other, so that opening one later waits for nothing. */
export async function readScreens(): Promise<void> {
  for (const read of readers.splice(0)) {
    await read()
  }
}
