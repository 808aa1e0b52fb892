import type { Attribution } from '../language/analysis.js'
import { matchCueVerb } from '../language/rules/cues.js'
import { type Span, textOf } from '../span.js'

const ACCORDING = /^according$/

// Sentences are weighed again and again.
const known = new WeakMap<readonly Span[], number>()

/**
 * How plainly an article says that words are somebody's: 1 by quotation marks, by a verb that is followed by what was said
 * ("said", "argued") or by "according to"; .5 by one that is followed by what was spoken of ("denounced", "vowed"); 0 by
 * other words ("is scheduled to").
 */
export function reportedPlainly(text: string, { kind, cue }: Pick<Attribution, 'kind' | 'cue'>): number {
  if (kind !== 'indirect' || cue.length === 0) return 1
  const plainness = known.get(cue) ?? Math.max(...cue.map(span => plainnessOf(textOf(text, span))))
  known.set(cue, plainness)
  return plainness
}

function plainnessOf(cue: string): number {
  const words = cue.toLowerCase().split(/[^\p{L}’'-]+/u)
  let most = 0
  for (const [at, word] of words.entries()) {
    const verb = matchCueVerb(word, distance => words[at + distance])
    if (verb?.complement === 'clause' || ACCORDING.test(word)) return 1
    if (verb) most = 0.5
  }
  return most
}
