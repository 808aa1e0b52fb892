import type { QuestionTerm, RankedPassage, RankedQuestion } from './ranked.js'

const SHARED_BEGINNING = 5
const SHORTEST_LIKE = 4
const LEAST_LIKE = 0.4

/**
 * How much of the question, in idf, may stand in the passage as another form of a word ("migration" for "migrate"):
 * `alike` counts terms whose first letters begin a word there, `likeness` the share of letters that the likest word has from
 * its beginning.
 */
export function alikeWords(
  { terms }: RankedQuestion,
  passage: RankedPassage,
): { alike: number; likeness: number } {
  let alike = 0
  let likeness = 0
  const missing: QuestionTerm[] = []
  for (let place = 0; place < terms.length; place++)
    if (!passage.found.has(place) && terms[place]!.text.length >= SHORTEST_LIKE) missing.push(terms[place]!)
  for (const { idf, share, isAlike } of likest(missing, passage)) {
    if (isAlike) alike += idf
    if (share > LEAST_LIKE) likeness += share * idf
  }
  return { alike, likeness }
}

interface Likest {
  idf: number
  text: string
  first: number
  share: number
  isAlike: boolean
}

function likest(missing: readonly QuestionTerm[], { terms, textOf }: RankedPassage): Likest[] {
  const found = missing.map(({ text, idf }) => ({
    idf,
    text,
    first: text.charCodeAt(0),
    share: 0,
    isAlike: false,
  }))
  if (found.length === 0) return found
  for (let at = 0; at < terms.length; at++) {
    const other = textOf(terms[at]!)
    if (other.length < SHORTEST_LIKE) continue
    const first = other.charCodeAt(0)
    for (const like of found) if (like.first === first) compare(like, other)
  }
  return found
}

function compare(like: Likest, other: string): void {
  const shared = sharedLetters(like.text, other)
  if (shared >= SHARED_BEGINNING) like.isAlike = true
  const share = shared / Math.max(like.text.length, other.length)
  if (share > like.share) like.share = share
}

function sharedLetters(a: string, b: string): number {
  const end = Math.min(a.length, b.length)
  let at = 0
  while (at < end && a.charCodeAt(at) === b.charCodeAt(at)) at++
  return at
}
