import { describe, expect, it } from 'vitest'
import { keysPressed, type Pressed } from './keysPressed'

function pressed(part: Partial<Pressed>): Pressed {
  return {
    key: '',
    code: '',
    ctrlKey: false,
    altKey: false,
    shiftKey: false,
    metaKey: false,
    ...part,
  }
}

describe('a shortcut that is pressed', () => {
  it.each([
    [{ key: 'k', code: 'KeyK', ctrlKey: true, altKey: true }, 'Control+Alt+K'],
    // On a German keyboard Z stands where an English one has Y.
    [{ key: 'z', code: 'KeyY', ctrlKey: true }, 'Control+Z'],
    // Alt Gr and Shift change what a key prints, not which one it is.
    [{ key: '/', code: 'Digit7', ctrlKey: true, shiftKey: true }, 'Control+Shift+7'],
    [{ key: '†', code: 'KeyT', altKey: true, metaKey: true }, 'Alt+Super+T'],
    [{ key: ' ', code: 'Space', metaKey: true }, 'Super+Space'],
    [{ key: 'F12', code: 'F12', altKey: true }, 'Alt+F12'],
  ])('%o is %s', (part, keys) => {
    expect(keysPressed(pressed(part))).toBe(keys)
  })

  it.each([
    [{ key: 'Control', code: 'ControlLeft', ctrlKey: true }],
    [{ key: 'F13', code: 'F13', ctrlKey: true }],
    [{ key: 'ä', code: 'Quote', ctrlKey: true }],
  ])('%o is none', (part) => {
    expect(keysPressed(pressed(part))).toBeNull()
  })
})
