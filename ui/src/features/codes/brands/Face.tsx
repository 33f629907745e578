import { lazy, Suspense } from 'react'

/** The pictures are read from the disk after the codes are there: nobody waits for them. */
const Brand = lazy(async () => {
  const { Brand } = await import('./Brand')
  return { default: Brand }
})

/** What a row is recognised by at a glance: the picture of its issuer, else two letters. */
export function Face({ issuer, initials }: { issuer: string; initials: string }) {
  return (
    <Suspense fallback={initials}>
      <Brand issuer={issuer} initials={initials} />
    </Suspense>
  )
}
