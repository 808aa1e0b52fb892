// Learns how sure the best match of remembered words is, from questions that people wrote; prints the weights.
// usage: node dist/tools/train/match-confidence.js ARTICLES_DIR QUESTIONS.jsonl OTHER_ARTICLES_DIR SQUAD_TASK.json
//   QUESTIONS: {"article": file or [files], "kind": "who-said" or "misquote", "text", "answers": [verbatim sentence]}
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { loadAnalyzer } from '../../src/ingest/model-file.js'
import type { AnalyzedArticle } from '../../src/language/analysis.js'
import { ANSWER_THRESHOLD } from '../../src/retrieval/abstention.js'
import { findMatches, type Match } from '../../src/retrieval/find-matches.js'
import type { Library } from '../../src/retrieval/library.js'
import { MATCH_STANDING, matchStanding } from '../../src/retrieval/match-confidence.js'
import { MatchSearch } from '../../src/retrieval/match-evidence.js'
import { findRemembered } from '../../src/retrieval/remembered-words.js'
import { textOf } from '../../src/span.js'
import { articleOf, EVERYONE, libraryOf, squadSchema } from './libraries.js'
import { chanceOf, fitLogistic, type LabelledRow, type Logistic } from './logistic.js'

const PENALTY = 3
const FOLDS = 5
/** Every so many of the questions about encyclopaedia articles are asked, and each counts for so much. */
const SQUAD = { each: 12, weight: 0.7 }
/** People remember more that is on record than these samples do: by so much the log odds rise. */
const ON_RECORD = 0.6

interface Asked {
  text: string
  files: readonly string[]
  answers: readonly string[]
}

interface Sample extends LabelledRow {
  asked: string
  /** Where it comes from: the kind of question and of library. */
  set: string
  isOnRecord: boolean
}

const questionSchema = z.object({
  article: z.union([z.string(), z.array(z.string())]),
  kind: z.string(),
  text: z.string(),
  answers: z.array(z.string()),
})
const analyze = loadAnalyzer()
const analyzed = (file: string, text: string): AnalyzedArticle => analyze(articleOf(file, text))

const articlesIn = (directory: string): AnalyzedArticle[] =>
  readdirSync(directory).map(file => analyzed(file, readFileSync(join(directory, file), 'utf8')))

const flat = (text: string): string => text.replace(/\s+/g, ' ').trim()

function isAnswer({ files, answers }: Asked, { passages }: Match): boolean {
  const { article } = passages[0]!.analyzed
  if (!files.includes(article.file)) return false
  return passages.some(({ span }) => {
    const sentence = flat(textOf(article.text, span))
    return answers.some(answer => flat(answer).includes(sentence) || sentence.includes(flat(answer)))
  })
}

/** How the best match stands; `isBereft`: as if what is meant were not there. */
function sampleOf(
  set: string,
  asked: Asked,
  library: Library,
  weight: number,
  isBereft = false,
): Sample | null {
  const search = new MatchSearch(findRemembered(asked.text), library, EVERYONE)
  const found = findMatches(search, EVERYONE)
  const matches = isBereft ? found.filter(match => !isAnswer(asked, match)) : found
  const [best] = matches
  if (!best || best.alignment.exact) return null
  const isOnRecord =
    !isBereft && library.list(EVERYONE).some(({ article }) => asked.files.includes(article.file))
  const isTrue = isOnRecord && isAnswer(asked, best)
  return { asked: asked.text, set, isOnRecord, isTrue, weight, row: matchStanding(best, matches, search) }
}

/** Asked of all articles, of those without its own, of a few with and without it, and of all as if it were not there. */
function samplesOf(
  set: string,
  questions: readonly Asked[],
  own: readonly AnalyzedArticle[],
  others: readonly AnalyzedArticle[],
  weight: number,
): Sample[] {
  const all = libraryOf(own)
  const halves = [0, 1].map(half => libraryOf(own.filter((_, at) => at % 2 === half)))
  const strangers = libraryOf(others)
  return questions.flatMap((asked, number) => {
    const isOwn = ({ article }: AnalyzedArticle) => asked.files.includes(article.file)
    const few = others.slice(number % Math.max(1, others.length - 2)).slice(0, 2)
    const without = halves.filter(half => !half.list(EVERYONE).some(isOwn))
    return [
      sampleOf(`${set}, all`, asked, all, weight),
      sampleOf(`${set}, few`, asked, libraryOf([...own.filter(isOwn), ...few]), weight),
      ...without.map(half => sampleOf(`${set}, all`, asked, half, weight)),
      sampleOf(`${set}, all`, asked, strangers, weight),
      sampleOf(`${set}, few`, asked, libraryOf(few), weight),
      sampleOf(`${set}, bereft`, asked, all, weight, true),
    ].flatMap(sample => sample ?? [])
  })
}

function squadSamples(file: string): Sample[] {
  const { passages, questions } = squadSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  const titles = [...new Set(passages.map(({ title }) => title))]
  const articles = titles.map(title => {
    const contexts = new Set(passages.flatMap(passage => (passage.title === title ? [passage.context] : [])))
    return analyzed(title, [title, ...contexts].map(flat).join('\n\n'))
  })
  const byId = new Map(passages.map(passage => [passage.id, passage]))
  const asked = questions.flatMap(({ text, gold }, number): Asked[] => {
    if (number % SQUAD.each !== 0) return []
    const right = gold.map(id => byId.get(id)!)
    return [{ text, files: right.map(({ title }) => title), answers: right.map(passage => passage.text) }]
  })
  return samplesOf('encyclopaedia', asked, articles, articles.slice(0, 3), SQUAD.weight)
}

const foldOf = (text: string): number =>
  [...text].reduce((hash, letter) => (hash * 31 + letter.codePointAt(0)!) % 1_000_003, 7) % FOLDS

/** What of each set is kept and refused at the threshold, by models that have not seen the question. */
function check(samples: readonly Sample[]): void {
  const models = Array.from({ length: FOLDS }, (_, fold) =>
    fitSamples(samples.filter(({ asked }) => foldOf(asked) !== fold)),
  )
  const chance = (sample: Sample) => chanceOf(models[foldOf(sample.asked)]!, sample.row)
  for (const set of new Set(samples.map(sample => sample.set))) {
    const own = samples.filter(sample => sample.set === set)
    const right = own.filter(({ isTrue }) => isTrue).map(chance)
    const vain = own.filter(({ isOnRecord }) => !isOnRecord).map(chance)
    const kept = right.filter(score => score >= ANSWER_THRESHOLD).length
    const refused = vain.filter(score => score < ANSWER_THRESHOLD).length
    console.log(
      `${set}: kept ${percent(kept, right.length)} of ${right.length} right, refused ${percent(refused, vain.length)} of ${vain.length} in vain`,
    )
  }
}

const percent = (part: number, whole: number): string => `${((100 * part) / (whole || 1)).toFixed(1)} %`

function fitSamples(samples: readonly Sample[]): Logistic {
  const told = samples.filter(({ isTrue, isOnRecord }) => isTrue || !isOnRecord)
  const { weights, bias } = fitLogistic(told, PENALTY)
  return { weights, bias: bias + ON_RECORD }
}

const [directory, questionsFile, othersDirectory, squadFile] = process.argv.slice(2)
if (!directory || !questionsFile || !othersDirectory || !squadFile)
  throw new Error(
    'usage: match-confidence.js ARTICLES_DIR QUESTIONS.jsonl OTHER_ARTICLES_DIR SQUAD_TASK.json',
  )
const questions = readFileSync(questionsFile, 'utf8')
  .split('\n')
  .filter(Boolean)
  .map(line => questionSchema.parse(JSON.parse(line)))
const byKind = (kind: string): Asked[] =>
  questions.flatMap(question =>
    question.kind === kind
      ? [{ text: question.text, files: [question.article].flat(), answers: question.answers }]
      : [],
  )
const own = articlesIn(directory)
const others = articlesIn(othersDirectory)
const samples = [
  ...['who-said', 'misquote'].flatMap(kind => samplesOf(kind, byKind(kind), own, others, 1)),
  ...squadSamples(squadFile),
]
check(samples)
const { weights, bias } = fitSamples(samples)
console.log(`bias ${bias.toFixed(2)}`)
for (const [at, name] of MATCH_STANDING.entries()) console.log(`${name} ${weights[at]!.toFixed(2)}`)
