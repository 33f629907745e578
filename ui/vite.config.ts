import { readFileSync } from 'node:fs'
import { FluentResource } from '@fluent/bundle'
import optimizeLocales from '@react-aria/optimize-locales-plugin'
import react from '@vitejs/plugin-react'
import type { Plugin, Rolldown } from 'vite'
import { defineConfig } from 'vitest/config'

/** Reads the catalogues (`.ftl?read`) while the app is built, so that no start has to. What cannot be read ends it. */
const readCatalogues: Plugin = {
  name: 'read-catalogues',
  enforce: 'pre',
  load: {
    filter: { id: /\.ftl\?read$/ },
    handler(id) {
      const [file = ''] = id.split('?')
      this.addWatchFile(file)
      const source = readFileSync(file, 'utf8')
      const { body } = new FluentResource(source)
      const begun = source.match(/^-?[a-z][\w-]* =/gim)?.length ?? 0
      if (body.length !== begun) {
        this.error(`${file}: ${begun} messages begin, and ${body.length} can be read`)
      }
      return `export default JSON.parse(${JSON.stringify(JSON.stringify(body))})`
    },
  },
}

/** What React's components are drawn with before React is there. */
const PREACT: Record<string, string> = {
  react: 'preact/compat',
  'react/compiler-runtime': 'preact/compat/compiler-runtime',
  'react/jsx-runtime': 'preact/jsx-runtime',
  // Where what is tested is built.
  'react/jsx-dev-runtime': 'preact/jsx-dev-runtime',
}
/** What draws, or asks who draws: modules that the first picture has copies of. All others it shares with the app. */
const DRAWING = /\.tsx$|\/use[A-Z]\w*\.ts$|Context\.ts$|\/Icon\/icons\.ts$|\/lucide-react\//

/** Has the first picture drawn by Preact (decision 0072): the same components, in copies of their own. */
const firstSight: Plugin = {
  name: 'first-sight',
  enforce: 'pre',
  apply: 'build',
  async resolveId(source, importer) {
    if (!importer || !/\/src\/first-sight\/|\?sight$/.test(importer)) {
      return null
    }
    const found = await this.resolve(PREACT[source] ?? source, importer, { skipSelf: true })
    return found && DRAWING.test(found.id) ? { ...found, id: `${found.id}?sight` } : found
  },
}

/** Serves the built app as it lies there: to compress it for a browser on the same machine costs more than it saves. */
const uncompressed: Plugin = {
  name: 'uncompressed',
  configurePreviewServer(server) {
    server.middlewares.use((request, _response, next) => {
      delete request.headers['accept-encoding']
      next()
    })
  },
}

/** The content security policy of the shipped window, so that tests in the browser run under it. */
const { csp } = JSON.parse(readFileSync(new URL('../tauri.conf.json', import.meta.url), 'utf8')).app
  .security
const policy = Object.entries(csp as Record<string, string>)
  .map(([directive, sources]) => `${directive} ${sources}`)
  .join('; ')

const FIRST: Rolldown.CodeSplittingGroup = { name: 'first', tags: ['$initial'], priority: 2 }
/** The back end that tests play, with what it shares with the first picture, whose file waits for it. */
const FAKE: Rolldown.CodeSplittingGroup = { name: 'fake', test: /\/src\/ipc\/fake/, priority: 3 }
/** A test has most screens read beforehand: a hundred files cost more than one. */
const REST: Rolldown.CodeSplittingGroup = {
  name: 'rest',
  test: /^(?!.*(\/catalogues\/|\.ftl|simple-icons))/,
  priority: 1,
}

export default defineConfig(({ mode }) => ({
  plugins: [
    readCatalogues,
    firstSight,
    uncompressed,
    react({ compiler: true }),
    // Of the languages that React Aria speaks, the bundle needs ours only.
    { ...optimizeLocales.vite({ locales: ['en-US', 'de-DE', 'fr-FR'] }), enforce: 'pre' },
  ],
  clearScreen: false,
  server: {
    port: 5173,
    strictPort: true,
    host: '127.0.0.1',
    // The catalogues are shared with the service and lie beside this folder.
    fs: { allow: ['.', '../locales'] },
  },
  preview: {
    port: 4173,
    strictPort: true,
    host: '127.0.0.1',
    headers: { 'Content-Security-Policy': policy },
  },
  build: {
    target: 'es2022',
    // The content security policy allows neither data: addresses nor inline scripts.
    assetsInlineLimit: 0,
    // Read from the disk beside the app, never over a network.
    chunkSizeWarningLimit: 2_000,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // What the first picture needs is one file and one style sheet: the window that answers for each is busy coming up.
        codeSplitting: { groups: mode === 'fake' ? [FAKE, FIRST, REST] : [FIRST] },
      },
    },
  },
  test: {
    include: ['src/**/*.test.ts', 'tests/unit/**/*.test.ts'],
    environment: 'node',
    // Generous, as the checks set other things up at the same time.
    testTimeout: 60_000,
  },
}))
