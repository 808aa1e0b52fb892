import type { AnalyzedArticle } from '../language/analysis.js'
import type { Library, Scope } from './library.js'
import type { RelatedWords } from './related-words.js'
import { OF_PLACE } from './seats.js'
import { spelledTitles } from './spelled-titles.js'
import { type HasStem, stemsWithInitials } from './stems.js'
import { wordsOf } from './words.js'

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
    const following = text.slice(end, end + AFTER)
    const after = /^, ([^,.;:"“”()]+)/.exec(following) ?? OF_PLACE.exec(following)
    return [`${before?.[0] ?? ''}${name}`, ...(after ? [`${name} ${after[1]}`] : [])]
  })
}

/** Share of the weight of `described` that the best name or description of the speaker has. */
export function describedAs(
  analyzed: AnalyzedArticle,
  speaker: number,
  described: ReadonlyMap<string, number>,
  related: RelatedWords,
): number {
  let total = 0
  for (const weight of described.values()) total += weight
  let best = 0
  for (const stems of descriptionStems(analyzed, speaker)) {
    let found = 0
    for (const [stem, weight] of described) found += weight * likeliest(stem, stems, related)
    best = Math.max(best, found)
  }
  return total === 0 ? 0 : best / total
}

/** How likely one of `stems` means what `wanted` does. */
function likeliest(wanted: string, stems: HasStem, related: RelatedWords): number {
  if (stems.has(wanted)) return 1
  let best = 0
  for (const [stem, likely] of related.of(wanted)) if (likely > best && stems.has(stem)) best = likely
  return best
}

// The same few speakers are asked about again and again, and reading their surroundings costs most.
const remembered = new WeakMap<AnalyzedArticle, Map<number, readonly ReadonlySet<string>[]>>()

function descriptionStems(analyzed: AnalyzedArticle, speaker: number): readonly ReadonlySet<string>[] {
  const known = remembered.get(analyzed) ?? new Map<number, readonly ReadonlySet<string>[]>()
  remembered.set(analyzed, known)
  const { name, aliases } = analyzed.speakers[speaker] ?? { name: '', aliases: [] }
  const stems =
    known.get(speaker) ??
    [name, ...aliases, ...descriptionsOf(analyzed, speaker)].map(words =>
      stemsWithInitials(wordsOf(spelledTitles(words))),
    )
  known.set(speaker, stems)
  return stems
}

/** The stems of the words of a speaker's name and of each alias, with their initials. */
export const nameStems = (analyzed: AnalyzedArticle, speaker: number): readonly ReadonlySet<string>[] =>
  descriptionStems(analyzed, speaker).slice(0, 1 + (analyzed.speakers[speaker]?.aliases.length ?? 0))

/** A word that stands for another only perhaps ("survey" for "poll") describes as well, beside others that are there. */
const LIKELY = 0.5
const MOST_DESCRIBED = 12

/** Who is quoted and described with all these words, or with likely ones for them: article id and index into its speakers. */
export function quotedAndDescribed(
  described: ReadonlyMap<string, number>,
  library: Library,
  scope: Scope,
): Map<string, number>[] {
  const found: Map<string, number>[] = []
  if (described.size === 0) return found
  const { related } = library
  const isIn = (stems: HasStem): boolean =>
    [...described.keys()].every(stem => likeliest(stem, stems, related) > LIKELY) &&
    [...described.keys()].some(stem => stems.has(stem))
  for (const analyzed of library.list(scope)) {
    if (!isIn(library.stems(analyzed.article.id))) continue
    const quoted = new Set(analyzed.attributions.map(({ speaker }) => speaker))
    for (const speaker of quoted)
      if (speaker !== null && descriptionStems(analyzed, speaker).some(isIn))
        found.push(new Map([[analyzed.article.id, speaker]]))
    if (found.length >= MOST_DESCRIBED) break
  }
  return found
}
