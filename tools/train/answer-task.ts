import { readFileSync } from 'node:fs'
import { loadAnalyzer } from '../../src/ingest/model-file.js'
import { findCandidates } from '../../src/retrieval/answer-candidates.js'
import { weighCandidates } from '../../src/retrieval/evidence.js'
import { type Inquiry, inquireInto } from '../../src/retrieval/inquiry.js'
import type { Library } from '../../src/retrieval/library.js'
import { parseQuestion } from '../../src/retrieval/parse-question.js'
import { wordsOf } from '../../src/retrieval/words.js'
import {
  type AnswerQuestion,
  asked,
  chance,
  factQuestions,
  narratedQuestions,
  othersThan,
  personQuestion,
  pick,
  sentencesByPerson,
  sentencesWith,
  speechQuestions,
  type Talk,
  type TaughtArticle,
  topicOf,
} from './answer-questions.js'
import { articleOf, EVERYONE, libraryOf, type Squad, squadSchema } from './libraries.js'
import { readPolnear } from './polnear.js'
import { Random } from './random.js'
import type { RankingGroup } from './ranking-trees.js'
import { readWrittenQuestions, type WrittenQuestion } from './written-questions.js'

/** As many as a small server keeps. */
const ARTICLES_IN_LIBRARY = 84
const FACT_SHARE = 0.08
const PARAGRAPHS_IN_ARTICLE = 6
const MOST_ASKED = 160
const MOST_ASKED_OF_FEW = 8
const REAL_SHARE = 0.6

/** A question's candidates, weighed; `library` numbers the library it was asked of. */
export interface AnswerGroup extends RankingGroup {
  inquiry: Inquiry
  library: number
  kind: 'speech' | 'fact' | 'real' | 'written'
  /** Whether anything in that library is known to answer it. */
  isAnswerable: boolean
}

/**
 * Questions made from annotated news, some that were written about it, and real ones about encyclopaedia articles, asked of
 * libraries with and without answers.
 */
export function readAnswerTask(
  polnear: string,
  squadFile: string,
  writtenFile: string,
  seed = 1,
): AnswerGroup[] {
  const squad = squadSchema.parse(JSON.parse(readFileSync(squadFile, 'utf8')))
  const talk: Talk = {
    random: new Random(seed),
    words: [],
    questions: squad.questions.map(({ text }) => text),
    relatives: new Map(),
  }
  const analyze = loadAnalyzer()
  const taught = readPolnear(polnear).map(annotated => ({
    annotated,
    analyzed: analyze(articleOf(annotated.id, annotated.text)),
  }))
  const news = shelves(taught, talk.random)
  const known = { ...talk, words: talkOf(squad, taught), relatives: relativesIn(taught) }
  return [
    ...newsGroups(news, known),
    ...realGroups(squad, news.length, talk.random),
    ...writtenGroups(readWrittenQuestions(writtenFile), news),
  ]
}

/** Words of real questions that any news may have: no names of what those questions are about. */
function talkOf({ questions }: Squad, taught: readonly TaughtArticle[]): string[] {
  const articles = new Map<string, number>()
  for (const { annotated } of taught)
    for (const stem of new Set(wordsOf(annotated.text).map(word => word.stem)))
      articles.set(stem, (articles.get(stem) ?? 0) + 1)
  const isCommon = (stem: string) => (articles.get(stem) ?? 0) > taught.length / COMMON
  const words = questions.flatMap(({ text }) => wordsOf(text.toLowerCase()))
  return words.filter(({ stem }) => isCommon(stem)).map(({ text }) => text)
}

/** A word is common that one article of so many has. */
const COMMON = 60

/** Some articles and the library that has them. */
interface Shelf {
  articles: readonly TaughtArticle[]
  library: Library
}

const shelfOf = (articles: readonly TaughtArticle[]): Shelf => ({
  articles,
  library: libraryOf(articles.map(({ analyzed }) => analyzed)),
})

function shelves(taught: readonly TaughtArticle[], random: Random): Shelf[] {
  const order = [...random.permutation(taught.length)].map(at => taught[at]!)
  const count = Math.max(1, Math.floor(order.length / ARTICLES_IN_LIBRARY))
  return Array.from({ length: count }, (_, shelf) => shelfOf(order.filter((_, at) => at % count === shelf)))
}

function relativesIn(taught: readonly TaughtArticle[]): Map<string, string[]> {
  const words = new Set(taught.flatMap(({ annotated }) => wordsOf(annotated.text).map(({ key }) => key)))
  const relatives = new Map<string, string[]>()
  for (const word of words) {
    if (word.length < 6 || /\d/.test(word)) continue
    const beginning = word.slice(0, 5)
    relatives.set(beginning, [...(relatives.get(beginning) ?? []), word])
  }
  return relatives
}

/** Of the large libraries, and of small ones made from a few of their articles. */
function newsGroups(shelves: readonly Shelf[], talk: Talk): AnswerGroup[] {
  return shelves.flatMap((shelf, number) => {
    const strangers = shelves[(number + 1) % shelves.length]!.articles
    const small = SMALL_LIBRARIES.map(size => shelfOf(sampled(shelf.articles, size, talk.random)))
    return [
      ...shelfGroups(shelf, strangers, number, MOST_ASKED, talk),
      ...small.flatMap(few => shelfGroups(few, strangers, number, MOST_ASKED_OF_FEW, talk)),
    ]
  })
}

const SMALL_LIBRARIES = [1, 1, 2, 3, 4, 6, 10, 20]

function shelfGroups(
  { articles, library }: Shelf,
  strangers: readonly TaughtArticle[],
  number: number,
  most: number,
  talk: Talk,
): AnswerGroup[] {
  const some = (list: readonly AnswerQuestion[], count = most) => sampled(list, count, talk.random)
  const facts = (taught: TaughtArticle) => factQuestions(taught, talk, FACT_SHARE)
  const foreign = sampled(strangers, most, talk.random)
    .flatMap(taught => [...speechQuestions(taught, talk), ...facts(taught)])
    .map(question => ({ ...question, gold: [] }))
  const strange = sampled(talk.questions, Math.ceil(most / 4), talk.random).map(text => ({
    text: chance(talk.random, 0.5) ? text.toLowerCase() : text,
    article: '',
    gold: [],
  }))
  const named = articles.flatMap(taught => personQuestions(taught, taught, talk))
  const misnamed = sampled(articles, most, talk.random).flatMap(taught =>
    personQuestions(taught, pick(talk.random, strangers), talk),
  )
  const ask = (kind: AnswerGroup['kind']) => (question: AnswerQuestion) =>
    groupOf(question, library, number, kind)
  return [
    ...some(articles.flatMap(taught => speechQuestions(taught, talk))).map(ask('speech')),
    ...some(articles.flatMap(facts)).map(ask('fact')),
    ...some([...some(named), ...some(misnamed)]).map(ask('fact')),
    ...[...some(foreign, Math.ceil(most / 2)), ...strange].map(ask('speech')),
    ...some(articles.flatMap(taught => swappedQuestions(taught, articles, strangers, talk))).map(
      ask('speech'),
    ),
    ...some(
      articles.flatMap(taught => narratedQuestions(taught, talk)),
      Math.ceil(most / 2),
    ).map(ask('speech')),
  ]
}

/** Asked of the large library that its article is in; whether one of the others there answers a question in vain is not known. */
const writtenGroups = (questions: readonly WrittenQuestion[], shelves: readonly Shelf[]): AnswerGroup[] =>
  questions.flatMap(({ text, article, answers }) => {
    const number = shelves.findIndex(({ library }) => library.get(article))
    const shelf = shelves[number]
    const analyzed = shelf?.library.get(article)?.analyzed
    if (!shelf || !analyzed) return []
    const gold = sentencesWith(analyzed, answers)
    return [groupOf({ text, article, gold }, shelf.library, number, 'written')]
  })

/** About people of `taught` in the words of `other`: in its own words something answers them, in another's nothing does. */
function personQuestions(taught: TaughtArticle, other: TaughtArticle, talk: Talk): AnswerQuestion[] {
  const { analyzed } = taught
  const isOwn = other === taught
  return sampled([...sentencesByPerson(analyzed)], 3, talk.random).flatMap(([name, sentences]) => {
    const possible = isOwn ? sentences : [...other.analyzed.sentences.keys()]
    if (possible.length === 0) return []
    const sentence = pick(talk.random, possible)
    const text = personQuestion(name, other, sentence, talk)
    return text === null ? [] : [{ text, article: analyzed.article.id, gold: isOwn ? [sentence] : [] }]
  })
}

const sampled = <T>(list: readonly T[], count: number, random: Random): T[] =>
  [...random.permutation(list.length).slice(0, count)].map(at => list[at]!)

/** What somebody said, asked of somebody who did not: named in the article, quoted in it on other things, or of another. */
function swappedQuestions(
  { analyzed, annotated }: TaughtArticle,
  shelf: readonly TaughtArticle[],
  strangers: readonly TaughtArticle[],
  talk: Talk,
): AnswerQuestion[] {
  return sampled(annotated.attributions, 6, talk.random).flatMap(({ content }) => {
    const gold = sentencesWith(analyzed, content)
    if (gold.length === 0) return []
    const { here, quoted } = othersThan(analyzed, gold)
    const elsewhere = othersThan(pick(talk.random, chance(talk.random, 0.5) ? shelf : strangers).analyzed, [])
    const anywhere = [...elsewhere.here, ...elsewhere.quoted].filter(
      name => !analyzed.speakers.some(speaker => speaker.name === name),
    )
    const names = pick(talk.random, [here, quoted, anywhere, anywhere])
    const topic = topicOf(analyzed, content, gold, talk)
    if (names.length === 0 || topic.length === 0) return []
    const text = asked(pick(talk.random, names), topic, talk)
    return [{ text, article: analyzed.article.id, gold: [] }]
  })
}

/** Encyclopaedia articles cut to the length of news; each question is also asked of the half without its article. */
function realGroups({ passages, questions }: Squad, first: number, random: Random): AnswerGroup[] {
  const analyze = loadAnalyzer()
  const titles = [...new Set(passages.map(({ title }) => title))]
  const halves = [0, 1].map(half => passages.filter(({ title }) => titles.indexOf(title) % 2 === half))
  const places = new Map<number, { article: string; at: number }>()
  const libraries = halves.map(half =>
    libraryOf(
      cut(half).map(({ id, text, title, starts }) => {
        const analyzed = analyze(articleOf(id, text, title))
        for (const [passage, start] of starts)
          places.set(passage, {
            article: id,
            at: analyzed.sentences.findIndex(([from, to]) => from <= start && start < to),
          })
        return analyzed
      }),
    ),
  )
  return questions.flatMap(({ text, gold }) => {
    const known = gold.flatMap(id => places.get(id) ?? [])
    const [place] = known
    if (!place || !chance(random, REAL_SHARE)) return []
    const own = libraries.findIndex(library => library.get(place.article))
    const question = { text, article: place.article, gold: known.map(({ at }) => at) }
    const number = first + titles.indexOf(passages.find(({ id }) => id === gold[0])!.title)
    const group = groupOf(question, libraries[own]!, number, 'real')
    if (!chance(random, 0.25)) return [group]
    return [group, groupOf({ ...question, gold: [] }, libraries[1 - own]!, number, 'real')]
  })
}

function cut(passages: Squad['passages']) {
  const paragraphs: { title: string; context: string; passages: Squad['passages'] }[] = []
  for (const passage of passages) {
    const last = paragraphs.at(-1)
    if (last?.context === passage.context) last.passages.push(passage)
    else paragraphs.push({ title: passage.title, context: passage.context, passages: [passage] })
  }
  const articles: { id: string; title: string; text: string; starts: [number, number][] }[] = []
  for (const { title, context, passages: own } of paragraphs) {
    let article = articles.at(-1)
    if (article?.title !== title || article.text.split('\n\n').length >= PARAGRAPHS_IN_ARTICLE) {
      article = { id: `real ${articles.length} ${title}`, title, text: '', starts: [] }
      articles.push(article)
    }
    const from = article.text === '' ? 0 : article.text.length + 2
    for (const { id, text } of own) article.starts.push([id, from + Math.max(0, context.indexOf(text))])
    article.text += `${from > 0 ? '\n\n' : ''}${context.replaceAll('\n', ' ')}`
  }
  return articles
}

function groupOf(
  { text, article, gold }: AnswerQuestion,
  library: Library,
  number: number,
  kind: AnswerGroup['kind'],
): AnswerGroup {
  const inquiry = inquireInto(parseQuestion(text), library, EVERYONE)
  const weighed = weighCandidates(findCandidates(inquiry, library, EVERYONE), inquiry, library)
  const isGold = ({ analyzed, sentence }: (typeof weighed)[number]['passage']) =>
    analyzed.article.id === article && gold.includes(sentence)
  return {
    inquiry,
    library: number,
    kind,
    isAnswerable: gold.length > 0,
    rows: weighed.map(({ evidence }) => evidence),
    gold: weighed.map(({ passage }) => isGold(passage)),
  }
}
