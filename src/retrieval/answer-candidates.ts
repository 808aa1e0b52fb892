import { coverageOfArticle, type Inquiry } from './inquiry.js'
import type { Library, LibraryPassage, Scope } from './library.js'
import { THERE } from './sought-words.js'
import type { LibrarySpeaker } from './speaker-names.js'

/** What the index says of a passage; 0 for one that only stands beside what it found. */
export interface Standing {
  /** BM25F as a share of the best. */
  relevance: number
  /** 1 for the first, falling with its place. */
  order: number
}

/** The first of all sentences; with more, and more of `SAID`, one right answer in a hundred would be found besides. */
const SEARCHED = 24
/** The first of those that whoever is asked about said. */
const SAID = 30
/** The sentences around so many of the first are candidates too: an answer often only follows what a question is about. */
const LOOKED_AROUND = 2
const AROUND = 3
/** Where there are fewer, the beginning of the article that has most of the question's words comes too. */
const FEWEST = 24

const NOT_FOUND: Standing = { relevance: 0, order: 0 }

/** The sentences that may answer, with what the index says of them. */
export function findCandidates(
  inquiry: Inquiry,
  library: Library,
  scope: Scope,
): Map<LibraryPassage, Standing> {
  const { question, speakers } = inquiry
  const names = question.topic.flatMap(({ stem }) => namesFor(stem, inquiry))
  const topic = [...question.topic.map(word => word.text), ...names].join(' ')
  const found = new Map<LibraryPassage, Standing>()
  const search = (text: string, limit: number, accepts: (passage: LibraryPassage) => boolean): void => {
    const hits = library.search(text, scope, limit, { accepts, rerank: false })
    const best = hits[0]?.relevance || 1
    for (const [place, { passage, relevance }] of hits.entries())
      if (!found.has(passage)) found.set(passage, { relevance: relevance / best, order: 1 / (1 + place) })
  }
  search(
    question.speaker ? `${question.speaker} ${topic}` : [question.text, ...names].join(' '),
    SEARCHED,
    () => true,
  )
  const first = [...found.keys()].slice(0, LOOKED_AROUND)
  if (speakers.length > 0) search(topic, SAID, passage => isSaidBy(passage, speakers))
  for (const { analyzed, sentence } of first) {
    const siblings = library.passages(analyzed.article.id)
    for (const passage of siblings.slice(Math.max(0, sentence - AROUND), sentence + AROUND + 1))
      if (!found.has(passage)) found.set(passage, NOT_FOUND)
  }
  const others = found.size < FEWEST ? passagesOfBest([...found.keys()], inquiry, library) : []
  for (const passage of others.filter(passage => !found.has(passage)).slice(0, FEWEST - found.size))
    found.set(passage, NOT_FOUND)
  return found
}

/** The other names of whom a word of the topic means. */
const namesFor = (stem: string, { related }: Inquiry): string[] =>
  [...related.of(stem)].flatMap(([other, likely]) => (likely === THERE ? other : []))

function passagesOfBest(
  found: readonly LibraryPassage[],
  inquiry: Inquiry,
  library: Library,
): readonly LibraryPassage[] {
  const wanted = new Map([...inquiry.described, ...inquiry.topic])
  let best: { id: string; share: number } | null = null
  for (const id of new Set(found.map(({ analyzed }) => analyzed.article.id))) {
    const share = coverageOfArticle(wanted, inquiry, library.stems(id))
    if (share > (best?.share ?? 0)) best = { id, share }
  }
  return best ? library.passages(best.id) : []
}

const isSaidBy = ({ analyzed, attributions }: LibraryPassage, speakers: readonly LibrarySpeaker[]): boolean =>
  attributions.some(index => {
    const { speaker } = analyzed.attributions[index]!
    return speaker !== null && speakers.some(({ members }) => members.get(analyzed.article.id) === speaker)
  })
