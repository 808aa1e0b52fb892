import nlp from 'compromise'

/** compromise's word list: lower-case words with their tags; its public types leave it out. */
type Lexicon = Readonly<Record<string, string | readonly string[]>>

const LEXICON = (nlp.model() as unknown as { one: { lexicon: Lexicon } }).one.lexicon

export function lexiconTags(lower: string): readonly string[] {
  if (!Object.hasOwn(LEXICON, lower)) return []
  const tags = LEXICON[lower]
  return typeof tags === 'string' ? [tags] : (tags ?? [])
}
