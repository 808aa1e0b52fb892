import type nlp from 'compromise'
import { deferPackage } from '../defer-package.js'

/** compromise's word list: lower-case words with their tags; its public types leave it out. */
type Lexicon = Readonly<Record<string, string | readonly string[]>>

const compromise = deferPackage<typeof nlp>('compromise')
let lexicon: Lexicon | null = null

export function lexiconTags(lower: string): readonly string[] {
  lexicon ??= (compromise().model() as unknown as { one: { lexicon: Lexicon } }).one.lexicon
  if (!Object.hasOwn(lexicon, lower)) return []
  const tags = lexicon[lower]
  return typeof tags === 'string' ? [tags] : (tags ?? [])
}
