import type { Attribution } from '../language/analysis.js'
import { firstEndingAfter, overlaps } from '../span.js'
import { coverage, type Inquiry } from './inquiry.js'
import type { Library, LibraryPassage } from './library.js'
import { reportedPlainly } from './reporting.js'
import type { SoughtWords } from './sought-words.js'
import { describedAs, nameStems } from './speaker-descriptions.js'
import { stemsOf } from './stems.js'
import type { Surroundings } from './topic-evidence.js'

export const SPEAKER_EVIDENCE = [
  /** Whether the asked speaker said it. */
  'speaker',
  /** Share of the speaker's words in the name and aliases of who said it. */
  'speaker named',
  /** The same in what stands beside the names of who said it: "Ann Bell, the mayor of Skarne". */
  'speaker described',
  /** Share of the speaker's words in the sentence, around it, and in the article. */
  'speaker here',
  'speaker around',
  'speaker in article',
  /** Whether the asked speaker said what stands before, or after. */
  'said before',
  'said after',
  /** Whether anybody said it, and whether somebody is asked for who is somebody else. */
  'attributed',
  'by another',
  /** Said aloud, rather than thought or written. */
  'speech',
  /** With quotation marks. */
  'marked',
  /** Share of the sentence that is quoted or reported. */
  'reported',
  /** Share of the topic's weight in the whole quotation that the sentence belongs to. */
  'quotation',
  /** How plainly it is said to be somebody's words. */
  'plainly',
] as const

/** An inquiry with its words as they are sought in sentences. */
interface Sought {
  inquiry: Inquiry
  topic: SoughtWords
  described: SoughtWords
}

/** In the order of `SPEAKER_EVIDENCE`. */
export function speakerEvidence(
  passage: LibraryPassage,
  attribution: Attribution | null,
  { inquiry, topic, described }: Sought,
  library: Library,
  { stems, around }: Surroundings,
): number[] {
  const { speakers, question } = inquiry
  const siblings = library.passages(passage.analyzed.article.id)
  const bySpeaker = (other: LibraryPassage | undefined) =>
    other?.attributions.some(index => isBy(speakers, other, other.analyzed.attributions[index]!)) ? 1 : 0
  const isAsked = attribution && isBy(speakers, passage, attribution) ? 1 : 0
  const named = attribution ? namedBy(passage, attribution, described) : 0
  return [
    isAsked,
    named,
    attribution?.speaker == null
      ? 0
      : Math.max(
          named,
          describedAs(passage.analyzed, attribution.speaker, inquiry.described, library.related),
        ),
    described.coverage(described.findIn(stems)),
    described.coverage(described.find(around)),
    coverage(inquiry.described, library.stems(passage.analyzed.article.id)),
    bySpeaker(siblings[passage.sentence - 1]),
    bySpeaker(siblings[passage.sentence + 1]),
    attribution ? 1 : 0,
    question.speaker !== null && attribution && !isAsked && named < 0.5 ? 1 : 0,
    attribution?.type === 'speech' ? 1 : 0,
    attribution && attribution.kind !== 'indirect' ? 1 : 0,
    attribution ? reportedShare(passage, attribution) : 0,
    attribution ? topic.coverage(topic.find(stemsOfContent(passage, attribution, library))) : 0,
    attribution ? reportedPlainly(passage.analyzed.article.text, attribution) : 0,
  ]
}

export const isBy = (
  speakers: Inquiry['speakers'],
  { analyzed }: LibraryPassage,
  { speaker }: Pick<Attribution, 'speaker'>,
): boolean => speaker !== null && speakers.some(({ members }) => members.get(analyzed.article.id) === speaker)

/** Of the attributions of a sentence: the asked speaker's, else the one with the most content in it. */
export function attributionFor(
  passage: LibraryPassage,
  { speakers }: Pick<Inquiry, 'speakers'>,
): Attribution | null {
  const touching = passage.attributions.map(index => passage.analyzed.attributions[index]!)
  const asked = touching.findLast(attribution => isBy(speakers, passage, attribution))
  if (asked) return asked
  return touching.reduce<Attribution | null>(
    (most, next) => (most && reportedLength(passage, most) >= reportedLength(passage, next) ? most : next),
    null,
  )
}

const reportedLength = ({ span }: LibraryPassage, { content }: Attribution): number =>
  content.reduce(
    (sum, [start, end]) => sum + Math.max(0, Math.min(end, span[1]) - Math.max(start, span[0])),
    0,
  )

const reportedShare = (passage: LibraryPassage, attribution: Attribution): number =>
  reportedLength(passage, attribution) / Math.max(1, passage.span[1] - passage.span[0])

/** Of the sentences that the content touches. */
function stemsOfContent(
  { analyzed }: LibraryPassage,
  { content }: Attribution,
  library: Library,
): ReadonlySet<string>[] {
  const siblings = library.passages(analyzed.article.id)
  const touched: ReadonlySet<string>[] = []
  for (const part of content) {
    for (let at = firstEndingAfter(analyzed.sentences, part[0]); at < siblings.length; at++) {
      if (!overlaps(siblings[at]!.span, part)) break
      touched.push(stemsOf(library.words(siblings[at]!)))
    }
  }
  return touched
}

const namedBy = ({ analyzed }: LibraryPassage, { speaker }: Attribution, described: SoughtWords): number =>
  speaker === null ? 0 : described.coverage(described.find(nameStems(analyzed, speaker)))
