import type { Attribution } from '../language/analysis.js'
import { firstEndingAfter } from '../span.js'
import type { Inquiry } from './inquiry.js'
import type { Library, LibraryPassage } from './library.js'
import { SoughtWords } from './sought-words.js'
import { stemsOf } from './stems.js'
import { isFunctionWord, wordsOf } from './words.js'

/** What is said itself, without the words that say who said it, and how sure it is who. */
export const CREDIT_EVIDENCE = [
  /** Shares of the topic's weight, and of the weight of what is in no name, in what is said; 0 where nothing is. */
  'topic said',
  'matter said',
  /** What related words add to the first. */
  'related said',
  /** Whether the speaker's own words name whoever is asked for: they speak of them. */
  'speaker told of',
  /** Probability that the article credits this speaker; 0 where nobody is. */
  'credited',
  /** Whether the sentence has the verb asked by ("call", "promise"), or how likely another word of it means that; −1 where there is none. */
  'verb',
  /** How much that verb tells; 0 where there is none. */
  'verb tells',
] as const

/** The verb that the speaker is asked about by. */
interface SoughtVerb {
  words: SoughtWords
  /** Inverse document frequency. */
  weight: number
}

export function verbAsked({ question, related }: Inquiry, library: Library): SoughtVerb | null {
  const [word] = wordsOf(question.verb)
  if (!word || isFunctionWord(word.key)) return null
  return {
    words: new SoughtWords(new Map([[word.stem, 1]]), related),
    weight: library.weightOf(word.stem),
  }
}

interface Sought {
  topic: SoughtWords
  matter: SoughtWords
  described: SoughtWords
  verb: SoughtVerb | null
}

/** In the order of `CREDIT_EVIDENCE`. */
export function creditEvidence(
  passage: LibraryPassage,
  attribution: Attribution | null,
  { topic, matter, described, verb }: Sought,
  library: Library,
): number[] {
  const asked = verbEvidence(verb, stemsOf(library.words(passage)))
  if (!attribution) return [0, 0, 0, 0, 0, ...asked]
  const said = stemsSaid(passage, attribution, library)
  const found = topic.findIn(said)
  return [
    topic.coverage(found),
    matter.coverage(matter.findIn(said)),
    topic.relatedShare(found),
    described.coverage(described.findIn(said)),
    attribution.speaker === null ? 0 : attribution.confidence,
    ...asked,
  ]
}

function verbEvidence(verb: SoughtVerb | null, stems: ReadonlySet<string>): number[] {
  if (!verb) return [-1, 0]
  const found = verb.words.findIn(stems)
  return [verb.words.coverage(found) + verb.words.relatedShare(found), verb.weight]
}

// Sentences are weighed again and again.
const remembered = new WeakMap<Attribution, ReadonlySet<string>>()

function stemsSaid(
  { analyzed }: LibraryPassage,
  attribution: Attribution,
  library: Library,
): ReadonlySet<string> {
  const known = remembered.get(attribution)
  if (known) return known
  const siblings = library.passages(analyzed.article.id)
  const stems = new Set<string>()
  for (const [from, to] of attribution.content)
    for (let at = firstEndingAfter(analyzed.sentences, from); at < siblings.length; at++) {
      if (siblings[at]!.span[0] >= to) break
      for (const { start, end, stem } of library.words(siblings[at]!))
        if (start >= from && end <= to) stems.add(stem)
    }
  remembered.set(attribution, stems)
  return stems
}
