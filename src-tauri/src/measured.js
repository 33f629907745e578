// What the page of a measured build tells, through the title of its window: "measured <what> <numbers>".
// It is called with the screen that is measured, and whether the codes are filtered.
(screen, filters) => {
  const tell = (what, ...numbers) => {
    document.title = `measured ${what} ${numbers.map((number) => number.toFixed(2)).join(' ')}`
  }
  // Two frames later what the page holds now has been painted.
  const painted = (then) => requestAnimationFrame(() => requestAnimationFrame(then))
  const percentile = (sorted, part) => sorted[Math.floor((sorted.length - 1) * part)] ?? 0
  /** Until the screen stands and what is read ahead has been read. */
  const SETTLED_MS = 3000
  /** By then memory has been looked at (`SETTLED` of the bench), which scrolling would add to. */
  const AT_REST_MS = 12000
  const SCROLLING_MS = 5000
  const STEP_PX = 24
  /** Between two filters: nothing of the one before is left to do. */
  const BETWEEN_MS = 350
  // Syllables of the names that `cargo xtask bench` gives; each leaves other rows than the one before.
  const FILTERS = ['h', 'k', 'm', 'l', 'j', 'g', 'f', 'd', 'hak', 'kil', 'mul', 'lok', 'jeg']

  if (location.protocol === 'empty:') {
    painted(() => tell('painted', performance.now()))
    return
  }
  // Whatever screen its holder would begin with.
  if (location.hash === '') {
    history.replaceState(null, '', `#/${screen}`)
  }
  // Of a user: the outline that stands there while rows are read has no cells.
  const row = () => document.querySelector('[role=grid] [role=gridcell]')
  // In the first picture of the page, too, which has no grid yet.
  const drawn = () => row() ?? document.querySelector('[data-first-sight] [data-row]')
  if (screen === 'codes') {
    watchCodes()
    return
  }
  whenThere(drawn, () => {
    tell('painted', performance.now())
    whenThere(row, () => {
      tell('usable', performance.now())
      setTimeout(scroll, AT_REST_MS)
    })
  })

  /** Goes on once something is there and has been painted. */
  function whenThere(find, then) {
    const look = () => {
      if (find()) {
        watch.disconnect()
        painted(then)
      }
    }
    const watch = new MutationObserver(look)
    watch.observe(document, { childList: true, subtree: true })
    look()
  }

  /** Tells where the first code stands and when it came into the page, and how long it takes to filter. Names have no digits. */
  function watchCodes() {
    const codes = new MutationObserver(() => {
      const code = firstCode()
      if (code) {
        codes.disconnect()
        const there = performance.now()
        painted(() => {
          const { left, top, width, height } = code.getBoundingClientRect()
          tell('code', left, top, width, height, there)
          if (filters) {
            setTimeout(filter, SETTLED_MS)
          }
        })
      }
    })
    codes.observe(document, { childList: true, subtree: true, characterData: true })
  }

  /** In the first picture of the page, too, which has no grid yet. */
  function firstCode() {
    const texts = document.createTreeWalker(document.getElementById('root') ?? document, NodeFilter.SHOW_TEXT)
    while (texts.nextNode()) {
      if (/\d{3}\s\d{3}/.test(texts.currentNode.data)) {
        return texts.currentNode.parentElement
      }
    }
    return null
  }

  /** Types one word after the other into the search, and tells how long each took until the rows were painted. */
  async function filter() {
    const field = document.querySelector('main input[type=search], main input')
    const type = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set
    const took = []
    for (const typed of FILTERS) {
      await new Promise((done) => setTimeout(done, BETWEEN_MS))
      const rows = document.querySelector('[role=grid]')
      const before = performance.now()
      const filtered = new Promise((done) => {
        const watch = new MutationObserver(() => {
          watch.disconnect()
          requestAnimationFrame(() => {
            const channel = new MessageChannel()
            channel.port1.onmessage = () => done(performance.now() - before)
            channel.port2.postMessage(null)
          })
        })
        watch.observe(rows, { childList: true, subtree: true, characterData: true })
      })
      type.call(field, typed)
      field.dispatchEvent(new Event('input', { bubbles: true }))
      took.push(await filtered)
    }
    took.sort((a, b) => a - b)
    tell('filtered', took.length, ...[0.5, 0.95, 1].map((part) => percentile(took, part)))
  }

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
}
