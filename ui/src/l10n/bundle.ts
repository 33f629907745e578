import { FluentBundle, type FluentResource } from '@fluent/bundle'

/**
 * The messages of some catalogues. `locale` is the tag for plurals and numbers, `transform` rewrites
 * the fixed text (the pseudo-locale does).
 */
export function bundleOf(
  catalogues: readonly FluentResource[],
  locale: string,
  transform?: (text: string) => string,
): FluentBundle {
  // Values are isolated by `isolated` where direction demands it; marks around every number would
  // end up in accessible names and in what people copy.
  const bundle = new FluentBundle(locale, {
    useIsolating: false,
    ...(transform ? { transform } : {}),
  })
  for (const catalogue of catalogues) {
    const errors = bundle.addResource(catalogue)
    if (errors.length > 0) {
      throw errors[0]
    }
  }
  return bundle
}
