import './styles/base.css'
import { drawFirst } from './first-sight/drawFirst'

if (/Linux/.test(navigator.userAgent)) {
  document.documentElement.dataset.system = 'linux'
}
const place = document.getElementById('root')
if (place) {
  // What `vite` serves has React in it already, and nobody waits for it there.
  const first = import.meta.env.DEV ? Promise.resolve(false) : drawFirst(place)
  void first.then(async (drawn) => {
    const { start } = await import('./app/start')
    await start(place, drawn)
  })
}
