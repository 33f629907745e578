let typed = ''
let listening = false

/** Keeps what somebody types before there is a field for it: who opens the app to look for a code types at once. */
export function keepWhatIsTyped(): void {
  if (!listening) {
    listening = true
    addEventListener('keydown', keep)
  }
}

/** What was typed meanwhile, for the field that takes it; from now on it hears the keys itself. */
export function takeWhatWasTyped(): string {
  removeEventListener('keydown', keep)
  listening = false
  const taken = typed
  typed = ''
  return taken
}

function keep(press: KeyboardEvent): void {
  const { key, ctrlKey, metaKey, altKey, isComposing } = press
  if (ctrlKey || metaKey || altKey || isComposing) {
    return
  }
  if (key === 'Backspace') {
    typed = [...typed].slice(0, -1).join('')
  } else if ([...key].length === 1) {
    typed += key
  }
}
