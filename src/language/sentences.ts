import type { Span } from '../span.js'

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })

/** An abbreviation that a name or number follows: never the last word of a sentence. */
const TITLE =
  /(?<![\p{L}\p{N}])(?:Mr|Mrs|Ms|Mx|Messrs|Dr|Prof|Sen|Sens|Rep|Reps|Gov|Govs|Gen|Lt|Col|Cmdr|Adm|Sgt|Cpl|Capt|Maj|Rev|Hon|Pres|Supt|Insp|Det|Fr|Sr|Msgr|St|Mt|Ft|No|Nos|vs|v|Art|Sec|Fig|pp|approx|cf|e\.g|i\.e)\.$/u
/** One capital letter and a full stop: an initial. */
const INITIAL = /(?<![\p{L}\p{N}.])\p{Lu}\.$/u
/** Ends a sentence only where the next word looks like a beginning. */
const ABBREVIATION =
  /(?<![\p{L}\p{N}])(?:(?:\p{L}\.){2,}|(?:Jr|Inc|Corp|Co|Ltd|Bros|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Md|Mass|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Pa|Tenn|Tex|Va|Vt|Wash|Wis|Wyo|etc|al|Ave|Blvd|Rd|Dept|Univ|Assn|est|a\.m|p\.m)\.)$/u
const BEGINNING =
  /^["“‘'«(]*(?:The|This|That|These|Those|There|A|An|He|She|It|They|We|I|You|His|Her|Their|Its|Our|My|But|And|Or|So|Yet|In|On|At|For|From|By|With|After|Before|When|While|As|If|Although|Though|Since|Because|However|Meanwhile|Also|What|Who|Why|How|Where|Asked|According|Not|No|Now|Then|Some|Many|Most|Several|All|Both|One|Two|Last|Earlier|Later)(?![\p{L}\p{N}])/u

/**
 * Sentences in order, each within one paragraph and without surrounding white space.
 * Unicode's rules, joined again where they break after a title, an initial or an abbreviation.
 */
export function splitSentences(text: string, paragraphs: readonly Span[]): Span[] {
  const spans: Span[] = []
  for (const [start, end] of paragraphs) splitParagraph(text.slice(start, end), start, spans)
  return spans
}

/** What may end a sentence before the end of its paragraph, by Unicode's rules. */
const INNER_END = /[\p{Sentence_Terminal}\u2024\ufe52\uff0e\r\n\u0085\u2028\u2029](?=.)/su

function splitParagraph(paragraph: string, offset: number, spans: Span[]): void {
  let start = 0
  let previous: string | null = null
  const segments = INNER_END.test(paragraph) ? segmentsOf(paragraph) : []
  for (const { segment, index } of segments) {
    if (previous !== null && !goesOn(previous, segment)) {
      pushTrimmed(spans, paragraph, start, index, offset)
      start = index
    }
    previous = segment
  }
  pushTrimmed(spans, paragraph, start, paragraph.length, offset)
}

/** In UTF-16 units: how much is segmented at a time, and how far what follows may decide where a sentence ends. */
const WINDOW = 4096
const MARGIN = 256

/**
 * Unicode's sentences. A long paragraph is taken in windows, each from where the last sentence was sure to end, because
 * the time of `Intl.Segmenter` for one sentence grows with the length of the text. Within an endless sentence a window
 * begins at a letter or digit, before which nothing matters to what comes after it.
 */
function* segmentsOf(paragraph: string): Generator<{ segment: string; index: number }> {
  let start = 0
  let from = 0
  let size = WINDOW
  while (from < paragraph.length) {
    const window = paragraph.slice(from, from + size)
    const isLast = from + size >= paragraph.length
    let sure = 0
    for (const { segment, index } of segmenter.segment(window)) {
      const end = index + segment.length
      if (!isLast && end > window.length - MARGIN) break
      yield { segment: paragraph.slice(start, from + end), index: start }
      start = from + end
      sure = end
    }
    if (isLast) return
    if (sure === 0) sure = lastLetter(window, window.length - MARGIN)
    from += sure
    size = sure > 0 ? WINDOW : size * 2
  }
}

/** The last place up to `end` with a letter or digit; 0 where there is none. */
function lastLetter(words: string, end: number): number {
  let at = end
  while (at > 0 && !/[\p{L}\p{N}]/u.test(words[at]!)) at--
  return at
}

/** Whether `next` is still the sentence of `segment`. */
function goesOn(segment: string, next: string): boolean {
  if (/^\p{Ll}/u.test(next)) return true
  const ending = segment.slice(-24).trimEnd()
  if (TITLE.test(ending) || INITIAL.test(ending)) return true
  return ABBREVIATION.test(ending) && !BEGINNING.test(next.slice(0, 24))
}

function pushTrimmed(spans: Span[], paragraph: string, start: number, end: number, offset: number): void {
  const sentence = paragraph.slice(start, end)
  const from = start + sentence.length - sentence.trimStart().length
  const to = start + sentence.trimEnd().length
  if (to > from) spans.push([from + offset, to + offset])
}
