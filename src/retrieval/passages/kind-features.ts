import type { RankedPassage, RankedQuestion } from './ranked.js'
import { Trait } from './word-traits.js'

/** What stands here and in no other passage of the paragraph, and how much more than in the best of the others. */
export function pushSiblings(
  row: number[],
  { terms, weight }: RankedQuestion,
  { others, found }: RankedPassage,
): void {
  const weightOf = (places: ReadonlySet<number>) => {
    let sum = 0
    for (const place of places) sum += terms[place]!.idf
    return sum / weight
  }
  let own = 0
  for (const place of found) if (!others.some(other => other.has(place))) own += terms[place]!.idf
  const best = others.reduce((most, other) => Math.max(most, weightOf(other)), 0)
  row.push(own / weight, weightOf(found) - best)
}

/** What stands here of the plain words and of those not in the title, names that stand nowhere, and how much is new. */
export function pushKind(row: number[], { terms, weight }: RankedQuestion, passage: RankedPassage): void {
  const { places, found, title, context } = passage
  let plain = 0
  let plainHere = 0
  let namesNowhere = 0
  let untitled = 0
  let untitledHere = 0
  let heading = 0
  for (let place = 0; place < terms.length; place++) {
    const { idf, traits } = terms[place]!
    const here = found.has(place) ? idf : 0
    const isTitled = title.has(place)
    if (isTitled) heading += idf
    else {
      untitled += idf
      untitledHere += here
    }
    if (!(traits & (Trait.capital | Trait.number))) {
      plain += idf
      plainHere += here
    } else if (!here && !isTitled && !context.has(place)) namesNowhere += idf
  }
  let fresh = 0
  for (const place of places) if (place < 0) fresh++
  row.push(plain > 0 ? plainHere / plain : -1, namesNowhere / weight)
  row.push(untitled > 0 ? untitledHere / untitled : -1, heading / weight, fresh)
}
