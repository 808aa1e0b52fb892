import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { loadAnalyzer } from '../../src/ingest/model-file.js'
import type { AnalyzedArticle } from '../../src/language/analysis.js'
import { findCandidates } from '../../src/retrieval/answer-candidates.js'
import { weighCandidates } from '../../src/retrieval/evidence.js'
import { type Inquiry, inquireInto } from '../../src/retrieval/inquiry.js'
import type { Library } from '../../src/retrieval/library.js'
import { parseQuestion } from '../../src/retrieval/parse-question.js'
import { overlaps } from '../../src/span.js'
import { articleOf, EVERYONE, libraryOf } from './libraries.js'
import { Random } from './random.js'
import type { RankingGroup } from './ranking-trees.js'
import { readWrittenQuestions, type WrittenQuestion } from './written-questions.js'

/** As many as a small server keeps. */
const ARTICLES_IN_LIBRARY = 84
/** And as those who only try it: each article is in one of these. */
const ARTICLES_IN_SMALL = [1, 1, 2, 3, 4, 6, 10, 20]
const ASKED_OF_SMALL = 0.15

/** A question's candidates, weighed; `library` numbers the large library that its article is in. */
export interface AnswerGroup extends RankingGroup {
  inquiry: Inquiry
  library: number
  /** Whether anything in its article answers it. */
  isAnswerable: boolean
}

/**
 * Written questions, each asked of a library with the article that it was written about, and some of a small one too. Whether
 * another article there answers what was written to be asked in vain is not known. `folder` has the articles as text files;
 * throws `Error` where one is missing.
 */
export function readAnswerTask(folder: string, writtenFile: string, seed = 1): AnswerGroup[] {
  const random = new Random(seed)
  const large = librariesOf(readArticles(folder), random)
  const libraries = large.map(libraryOf)
  const small = large.map(articles => pieces(articles, ARTICLES_IN_SMALL).map(libraryOf))
  return readWrittenQuestions(writtenFile).flatMap(question => {
    const holds = (library: Library) => library.get(question.article) !== null
    const number = libraries.findIndex(holds)
    if (number < 0)
      throw new Error(`${folder} has no ${question.article}.txt, about which questions were written`)
    const few = random.chance(ASKED_OF_SMALL) ? small[number]!.filter(holds) : []
    const asked = [libraries[number]!, ...few]
    return asked.map(library => groupOf(question, library, number))
  })
}

function readArticles(folder: string): AnalyzedArticle[] {
  const analyze = loadAnalyzer()
  const files = readdirSync(folder).filter(file => file.endsWith('.txt'))
  return files
    .sort()
    .map(file => analyze(articleOf(basename(file, '.txt'), readFileSync(join(folder, file), 'utf8'))))
}

function librariesOf(articles: readonly AnalyzedArticle[], random: Random): AnalyzedArticle[][] {
  const order = [...random.permutation(articles.length)].map(at => articles[at]!)
  const count = Math.max(1, Math.floor(order.length / ARTICLES_IN_LIBRARY))
  return Array.from({ length: count }, (_, library) => order.filter((_, at) => at % count === library))
}

/** The list in pieces of these sizes, again and again. */
function pieces<T>(list: readonly T[], sizes: readonly number[]): T[][] {
  const found: T[][] = []
  for (let at = 0; at < list.length; at += found.at(-1)!.length)
    found.push(list.slice(at, at + sizes[found.length % sizes.length]!))
  return found
}

function groupOf({ text, article, answers }: WrittenQuestion, library: Library, number: number): AnswerGroup {
  const inquiry = inquireInto(parseQuestion(text), library, EVERYONE)
  const weighed = weighCandidates(findCandidates(inquiry, library, EVERYONE), inquiry, library)
  return {
    inquiry,
    library: number,
    isAnswerable: answers.length > 0,
    rows: weighed.map(({ evidence }) => evidence),
    gold: weighed.map(
      ({ passage: { analyzed, span } }) =>
        analyzed.article.id === article && answers.some(answer => overlaps(answer, span)),
    ),
  }
}
