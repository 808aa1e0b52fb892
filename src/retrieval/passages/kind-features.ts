import type { RankedPassage, RankedQuestion } from './ranked.js'
import { Trait } from './word-traits.js'

/** What stands here and in no other passage of the paragraph, and how much more than in the best of the others. */
export function siblingFeatures(
  { terms, weight }: RankedQuestion,
  { others }: RankedPassage,
  found: ReadonlySet<number>,
): number[] {
  const weightOf = (places: ReadonlySet<number>) => {
    let sum = 0
    for (const place of places) sum += terms[place]!.idf
    return sum / weight
  }
  let own = 0
  for (const place of found) if (!others.some(other => other.has(place))) own += terms[place]!.idf
  const best = others.reduce((most, other) => Math.max(most, weightOf(other)), 0)
  return [own / weight, weightOf(found) - best]
}

/** What stands here of the plain words and of those not in the title, names that stand nowhere, and how much is new. */
export function kindFeatures(
  { terms, weight }: RankedQuestion,
  passage: RankedPassage,
  places: readonly number[],
  found: ReadonlySet<number>,
): number[] {
  let plain = 0
  let plainHere = 0
  let namesNowhere = 0
  let untitled = 0
  let untitledHere = 0
  let heading = 0
  for (const [place, { idf, traits }] of terms.entries()) {
    const here = found.has(place) ? idf : 0
    const isTitled = passage.title.has(place)
    if (isTitled) heading += idf
    else {
      untitled += idf
      untitledHere += here
    }
    if (!(traits & (Trait.capital | Trait.number))) {
      plain += idf
      plainHere += here
    } else if (!here && !isTitled && !passage.context.has(place)) namesNowhere += idf
  }
  return [
    plain > 0 ? plainHere / plain : -1,
    namesNowhere / weight,
    untitled > 0 ? untitledHere / untitled : -1,
    heading / weight,
    places.length - places.filter(place => place >= 0).length,
  ]
}
