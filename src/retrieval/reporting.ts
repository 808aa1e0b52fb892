import type { Attribution } from '../language/analysis.js'
import { matchCueVerb } from '../language/rules/cues.js'
import { textOf } from '../span.js'

const ACCORDING = /^according$/i

/**
 * How plainly an article says that words are somebody's: 1 by quotation marks, by a verb that is followed by what was said
 * ("said", "argued") or by "according to"; .5 by one that is followed by what was spoken of ("denounced", "vowed"); 0 by
 * other words ("is scheduled to").
 */
export function reportedPlainly(text: string, { kind, cue }: Pick<Attribution, 'kind' | 'cue'>): number {
  if (kind !== 'indirect' || cue.length === 0) return 1
  let most = 0
  for (const span of cue) {
    const words = textOf(text, span)
      .toLowerCase()
      .split(/[^\p{L}’'-]+/u)
    for (let at = 0; at < words.length && most < 1; at++) {
      const verb = matchCueVerb(words[at]!, distance => words[at + distance])
      if (verb?.complement === 'clause' || ACCORDING.test(words[at]!)) most = 1
      else if (verb) most = 0.5
    }
  }
  return most
}
