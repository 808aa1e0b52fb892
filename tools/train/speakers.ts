// Fits the weights of src/language/speakers/speaker-weights.ts.
// usage: node speakers.js POLNEAR_DIR SPEAKERS.jsonl [--unlabelled POLNEAR_DIR] [--written FILE] [--folds N] [--penalty P]
//   [--predictions FILE] [--write FILE]
// With --predictions, every article is predicted by weights fitted without its fold (for score-attribution.mjs).
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { resolveSpeakers } from '../../src/language/speakers/coreference.js'
import { plainWords } from '../../src/language/speakers/name-merging.js'
import { rankerOf } from '../../src/language/speakers/speaker-ranking.js'
import { readSpeakerCorpus, type SpeakerArticle } from './speaker-corpus.js'
import { fitSpeakers, type SpeakerExample, type Weights } from './speaker-fit.js'
import { PRIOR } from './speaker-prior.js'
import { pronounExamples, pronounPrior } from './speaker-pronouns.js'
import { readWrittenSpeakers } from './written-speakers.js'

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    folds: { type: 'string', default: '7' },
    penalty: { type: 'string', default: '5' },
    predictions: { type: 'string' },
    unlabelled: { type: 'string' },
    write: { type: 'string' },
    written: { type: 'string', default: 'tools/train/written-speakers.jsonl' },
  },
})
const [directory = '', speakersFile = ''] = positionals
const penalty = Number(values.penalty)
const WRITTEN_PENALTY = 50
/** A choice of a real article for so many of written ones. */
const REAL_COUNTS = 5

const UNNAMED = new Set(['anonymous', 'group', 'document'])

/** The candidates that are the gold speaker; where none is, the words as written, for those who have no name. */
function rightCandidates(
  names: readonly (string | null)[],
  { speaker, kind }: { speaker: string; kind: string },
): number[] {
  const wanted = coreOf(speaker)
  const matches = (test: (words: readonly string[]) => boolean) =>
    [...names.keys()].filter(index => names[index] !== null && test(coreOf(names[index]!)))
  const full = matches(words => wanted.every(word => words.includes(word)))
  if (full.length > 0) return full
  const short = matches(words => words.length > 0 && words.every(word => wanted.includes(word)))
  if (short.length > 0) return short
  const written = names.indexOf(null)
  return UNNAMED.has(kind) && written >= 0 ? [written] : []
}

const coreOf = (name: string): string[] =>
  plainWords(name.split(/[\s-]+/)).filter(
    word => !/^(?:the|a|an|mr|mrs|ms|dr|president|sen|gov|rep)\.?$/.test(word),
  )

/** Resolves the article with the gold speakers as far as known, and keeps every choice that has a right candidate. */
function examplesOf({ input, gold }: SpeakerArticle, weights: Weights): SpeakerExample[] {
  const examples: SpeakerExample[] = []
  const rank = rankerOf(weights)
  const goldAt = (at: number) =>
    gold.find((speaker, index) => {
      const span = input.quotations[index]!.source ?? input.quotations[index]!.content[0]
      return speaker !== null && span !== undefined && span[0] <= at && at < span[1]
    })
  resolveSpeakers(input, task => {
    const speaker = goldAt(task.at)
    if (!speaker) return rank(task)
    const right = rightCandidates([...task.candidates.keys()].map(task.nameOf), speaker)
    if (right.length === 0) return rank(task)
    examples.push({ sort: task.sort, candidates: task.candidates, right })
    return task.candidates.map((_, index) => (right[0] === index ? 1 : 0))
  })
  return examples
}

function predict({ id, input }: SpeakerArticle, weights: Weights): string {
  const { speakers, speakerOf, confidence } = resolveSpeakers(input, rankerOf(weights))
  const quotations = input.quotations.map(({ kind, content, cue, source }, index) => {
    const speaker = speakerOf[index] ?? null
    return {
      kind,
      content,
      cue,
      mention: source,
      speaker: speaker === null ? null : speakers[speaker]!.name,
      confidence: confidence[index],
    }
  })
  return JSON.stringify({ article: id, quotations })
}

/** The prior with what the pronouns of articles without annotated speakers teach of "he" and "she". */
function taughtByPronouns(): Weights {
  if (values.unlabelled === undefined) return PRIOR
  const examples = readSpeakerCorpus(values.unlabelled).flatMap(article => pronounExamples(article, PRIOR))
  console.log(`${examples.length} choices among men and women`)
  return pronounPrior(examples, PRIOR)
}

const articles = readSpeakerCorpus(directory, speakersFile)
const prior = taughtByPronouns()
const examples = articles.map(article => examplesOf(article, prior))
console.log(`${examples.flat().length} choices in ${articles.length} articles`)
const written = readWrittenSpeakers(values.written).flatMap(article => examplesOf(article, prior))
console.log(`${written.length} choices in written articles`)

/**
 * Articles that were written to be hard change speakers more often than others do, so they count less, and only move what
 * was learnt of real ones.
 */
const fitted = (real: readonly SpeakerExample[]): Weights => {
  const often = Array.from({ length: REAL_COUNTS }, () => real).flat()
  return fitSpeakers([...written, ...often], fitSpeakers(real, prior, penalty), WRITTEN_PENALTY)
}

if (values.predictions !== undefined) {
  const folds = Number(values.folds)
  const lines: string[] = []
  for (let fold = 0; fold < folds; fold++) {
    const weights = fitted(examples.filter((_, index) => index % folds !== fold).flat())
    for (const [index, article] of articles.entries())
      if (index % folds === fold) lines.push(predict(article, weights))
  }
  writeFileSync(values.predictions, `${lines.join('\n')}\n`)
}

if (values.write !== undefined) {
  const weights = fitted(examples.flat())
  const rounded = Object.entries(weights)
    .map(([name, weight]) => [name, Math.round(weight * 100) / 100] as const)
    .filter(([, weight]) => Math.abs(weight) >= 0.05)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  const rows = rounded.map(([name, weight]) => `  ${/^\w+$/.test(name) ? name : `'${name}'`}: ${weight},`)
  const note =
    '/** Fitted by tools/train/speakers.ts on resolved speakers of PolNeAR and of written articles; log-odds, see speaker-ranking.ts. */'
  writeFileSync(
    values.write,
    `${note}\nexport const WEIGHTS: Readonly<Record<string, number>> = {\n${rows.join('\n')}\n}\n`,
  )
}
