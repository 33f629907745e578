import './styles/base.css'
import { createRoot } from 'react-dom/client'
import { drawFirst } from './first-sight/drawFirst'

if (/Linux/.test(navigator.userAgent)) {
  document.documentElement.dataset.system = 'linux'
}
const place = document.getElementById('root')
if (place) {
  const root = createRoot(place)
  void drawFirst(root).then(async (drawn) => {
    const { start } = await import('./app/start')
    await start(root, drawn)
  })
}
