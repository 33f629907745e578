import { describe, expect, it } from 'vitest'
import { brandNames } from '../../src/features/codes/brands/brandOf'
import { BRANDS } from '../../src/features/codes/brands/brands'

const known = (issuer: string) => brandNames(issuer).find((name) => BRANDS.has(name))

describe('the picture of an issuer', () => {
  it.each([
    ['GitHub', 'github'],
    [' git hub ', 'github'],
    ['github.com', 'github'],
    ['https://accounts.google.com/signin', 'google'],
    ['Epic Games', 'epicgames'],
    ['www.amazon-like.co.uk', undefined],
    ['ebay.co.uk', 'ebay'],
    ['PayPal', 'paypal'],
  ])('%s', (issuer, expected) => {
    expect(known(issuer)).toBe(expected)
  })

  it.each(['Apple Valley Bank', 'Google: work', 'github.com.evil.example', '', 'Co', 'x y'])(
    'is not lent to who only sounds alike: %s',
    (issuer) => {
      expect(known(issuer)).toBeUndefined()
    },
  )

  it('is a path and nothing else', () => {
    expect(BRANDS.size).toBeGreaterThan(60)
    for (const path of BRANDS.values()) {
      expect(path).toMatch(/^[\dMmLlHhVvCcSsQqTtAaZz .,-]+$/)
    }
  })
})
