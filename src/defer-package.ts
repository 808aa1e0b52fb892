import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

/**
 * The package `name` (one in CommonJS), loaded when it is first asked for: whoever never needs it is spared the time and
 * the memory, without every caller having to wait for an import.
 */
export function deferPackage<T>(name: string): () => T {
  let loaded: T | null = null
  return () => (loaded ??= require(name) as T)
}
