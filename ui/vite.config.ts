import { readFileSync } from 'node:fs'
import { transformAsync } from '@babel/core'
import optimizeLocales from '@react-aria/optimize-locales-plugin'
import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'

/** Runs the React Compiler over our own components; Vite does the rest of the translation. */
const reactCompiler: Plugin = {
  name: 'react-compiler',
  enforce: 'pre',
  transform: {
    filter: { id: { include: /\/src\/.*\.tsx$/, exclude: /node_modules/ } },
    async handler(code, id) {
      const result = await transformAsync(code, {
        filename: id,
        babelrc: false,
        configFile: false,
        sourceMaps: true,
        parserOpts: { plugins: ['jsx', 'typescript'] },
        plugins: ['babel-plugin-react-compiler'],
      })
      return result?.code ? { code: result.code, map: result.map ?? null } : null
    },
  },
}

/** The content security policy of the shipped window, so that tests in the browser run under it. */
const { csp } = JSON.parse(readFileSync(new URL('../tauri.conf.json', import.meta.url), 'utf8')).app
  .security
const policy = Object.entries(csp as Record<string, string>)
  .map(([directive, sources]) => `${directive} ${sources}`)
  .join('; ')

export default defineConfig({
  plugins: [
    reactCompiler,
    react(),
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
    chunkSizeWarningLimit: 1_500,
    modulePreload: { polyfill: false },
  },
  test: { include: ['src/**/*.test.ts', 'tests/unit/**/*.test.ts'], environment: 'node' },
})
