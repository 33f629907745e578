// What the page of a measured build tells, through the title of its window: "measured <what> <numbers>".
;(() => {
  const tell = (what, ...numbers) => {
    document.title = `measured ${what} ${numbers.map((number) => number.toFixed(2)).join(' ')}`
  }
  // Two frames later what the page holds now has been painted.
  const painted = (then) => requestAnimationFrame(() => requestAnimationFrame(then))
  const percentile = (sorted, part) => sorted[Math.floor((sorted.length - 1) * part)] ?? 0
  const SETTLED_MS = 3000
  const SCROLLING_MS = 5000
  const STEP_PX = 24

  if (location.protocol === 'empty:') {
    painted(() => tell('painted', performance.now()))
    return
  }
  // The list of users, whatever screen its holder would begin with.
  if (location.hash === '') {
    history.replaceState(null, '', '#/users')
  }
  // Of a user: the outline that stands there while rows are read has no cells.
  const row = () => document.querySelector('[role=grid] [role=gridcell]')
  const watch = new MutationObserver(() => {
    if (row()) {
      watch.disconnect()
      painted(() => {
        tell('painted', performance.now())
        setTimeout(scroll, SETTLED_MS)
      })
    }
  })
  watch.observe(document, { childList: true, subtree: true })

  /** Scrolls down evenly and tells how long its frames took. */
  function scroll() {
    let scroller = row()
    while (scroller && scroller.scrollHeight <= scroller.clientHeight + 1) {
      scroller = scroller.parentElement
    }
    const frames = []
    let before = performance.now()
    const end = before + SCROLLING_MS
    requestAnimationFrame(function step() {
      const now = performance.now()
      frames.push(now - before)
      before = now
      scroller?.scrollBy(0, STEP_PX)
      if (now < end) {
        requestAnimationFrame(step)
        return
      }
      frames.sort((a, b) => a - b)
      const shares = [0.5, 0.95, 0.99, 1].map((part) => percentile(frames, part))
      tell('frames', frames.length, scroller?.scrollTop ?? 0, ...shares)
    })
  }
})()
