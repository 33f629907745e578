import { describe, expect, it } from 'vitest'
import { readAddresses } from '../../src/features/users/add/addresses'

const names = (text: string) =>
  readAddresses(text).addresses.map(
    ({ email, givenName, familyName, fault }) =>
      `${email}|${givenName}|${familyName}|${fault ?? ''}`,
  )

describe('a pasted list of addresses', () => {
  it('s020 is parted by commas, semicolons, spaces and lines', () => {
    expect(
      names('a.b@x.ch, c.d@x.ch;e.f@x.ch g.h@x.ch\n\ni.j@x.ch\t').map((line) => line.split('|')[0]),
    ).toEqual(['a.b@x.ch', 'c.d@x.ch', 'e.f@x.ch', 'g.h@x.ch', 'i.j@x.ch'])
  })

  it('s020 takes names as mail programs write them, or as the mailbox tells them', () => {
    expect(
      names(
        'Nina Maria Hofer <n@x.ch>, "Hofer, Otto" <o@x.ch>; "Eva Lang" <e@x.ch>\npia.van_roon2+till@x.ch',
      ),
    ).toEqual([
      'n@x.ch|Nina Maria|Hofer|',
      'o@x.ch|Otto|Hofer|',
      'e@x.ch|Eva|Lang|',
      'pia.van_roon2+till@x.ch|Pia Van|Roon|',
    ])
  })

  it('s020 names what cannot be sent, and counts each address once', () => {
    const text = 'nina.hofer@x.ch NINA.Hofer@X.ch office@x.ch nonsense, Otto <o@x.ch>'
    expect(names(text)).toEqual([
      'nina.hofer@x.ch|Nina|Hofer|',
      'office@x.ch|||name_missing',
      'nonsense|||not_an_email',
      'o@x.ch||Otto|name_missing',
    ])
    expect(readAddresses(text).repeated).toBe(1)
    expect(readAddresses(' ,;\n').addresses).toEqual([])
    expect(names('office@x.ch Front Office <OFFICE@x.ch>')).toEqual(['OFFICE@x.ch|Front|Office|'])
  })
})
