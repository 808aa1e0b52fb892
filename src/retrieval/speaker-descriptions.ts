import type { AnalyzedArticle } from '../language/analysis.js'
import type { Library, Scope } from './library.js'
import { isFunctionWord, type Word, wordsOf } from './words.js'

const MENTIONS_READ = 8
/** Characters before a name, and after the comma that follows it, that may describe its bearer. */
const BEFORE = 60
const AFTER = 90

/**
 * What an article says a speaker is: "Ohio governor" before a name, "the mayor of Skarne" after it and a comma. The words
 * of the names are in each.
 */
export function descriptionsOf({ article, speakers }: AnalyzedArticle, speaker: number): string[] {
  const { text } = article
  return (speakers[speaker]?.mentions.slice(0, MENTIONS_READ) ?? []).flatMap(([start, end]) => {
    const name = text.slice(start, end)
    if (!/^["“]?\p{Lu}/u.test(name)) return []
    const before = /(?:[^\s,.;:!?"“”()]+ ){0,5}(?:[^\s,.;:!?"“”()]+,? )?$/.exec(
      text.slice(Math.max(0, start - BEFORE), start),
    )
    const after = /^, ([^,.;:"“”()]+)/.exec(text.slice(end, end + AFTER))
    return [`${before?.[0] ?? ''}${name}`, ...(after ? [`${name} ${after[1]}`] : [])]
  })
}

/** Share of the weight of `described` that the best description of the speaker has. */
export function describedAs(
  analyzed: AnalyzedArticle,
  speaker: number,
  described: ReadonlyMap<string, number>,
): number {
  if (described.size === 0) return 0
  const total = [...described.values()].reduce((sum, weight) => sum + weight, 0)
  let best = 0
  for (const words of descriptionsOf(analyzed, speaker)) {
    const stems = stemsWithInitials(wordsOf(words))
    let found = 0
    for (const [stem, weight] of described) if (stems.has(stem)) found += weight
    best = Math.max(best, found / total)
  }
  return best
}

const WHOLLY = 0.99
const MOST_DESCRIBED = 12

/** Who is quoted and described with all these words: article id and index into its speakers. */
export function quotedAndDescribed(
  described: ReadonlyMap<string, number>,
  library: Library,
  scope: Scope,
): Map<string, number>[] {
  const found: Map<string, number>[] = []
  if (described.size === 0) return found
  for (const analyzed of library.list(scope)) {
    const stems = library.stems(analyzed.article.id)
    if (![...described.keys()].every(stem => stems.has(stem))) continue
    const quoted = new Set(analyzed.attributions.map(({ speaker }) => speaker))
    for (const speaker of quoted)
      if (speaker !== null && describedAs(analyzed, speaker, described) >= WHOLLY)
        found.push(new Map([[analyzed.article.id, speaker]]))
    if (found.length >= MOST_DESCRIBED) break
  }
  return found
}

const MOST_INITIALS = 5

/** The stems, and the initials of names: "un" for "United Nations". */
export function stemsWithInitials(words: readonly Word[]): Set<string> {
  const stems = new Set(words.map(({ stem }) => stem))
  let initials = ''
  for (const { text, key } of words) {
    const isCapital = /^\p{Lu}\p{Ll}/u.test(text)
    if (!isCapital && isFunctionWord(key)) continue
    initials = isCapital ? (initials + key[0]!).slice(-MOST_INITIALS) : ''
    for (let length = 2; length <= initials.length; length++) stems.add(initials.slice(-length))
  }
  return stems
}
