import type { AnalyzedArticle, Attribution } from '../../src/language/analysis.js'
import { Trait, wordTraits } from '../../src/retrieval/passages/word-traits.js'
import { reportedPlainly } from '../../src/retrieval/reporting.js'
import { descriptionsOf } from '../../src/retrieval/speaker-descriptions.js'
import { isFunctionWord, type Word, wordsOf } from '../../src/retrieval/words.js'
import { overlaps, type Span, textOf } from '../../src/span.js'
import type { GoldArticle, GoldAttribution } from './polnear.js'
import type { Random } from './random.js'

/** A question with the sentences that answer it; none: nothing does. */
export interface AnswerQuestion {
  text: string
  /** The article it was made from. */
  article: string
  gold: readonly number[]
}

/** An analysed article with what was annotated by hand. */
export interface TaughtArticle {
  analyzed: AnalyzedArticle
  annotated: GoldArticle
}

/** Words that people put in and the record does not have. */
export interface Talk {
  random: Random
  /** Words of real questions, as often as they are asked. */
  words: readonly string[]
  /** Real questions about other things. */
  questions: readonly string[]
  /** Words by their first letters: likely relatives of each other. */
  relatives: ReadonlyMap<string, readonly string[]>
}

const PRONOUN = /^(?:he|she|it|they|we|i|you|who|which|that|this|these|those|one|his|her|their)$/i
const FORMS = [
  'what did S say about T',
  'what did S say about T?',
  'What did S say about T',
  'what does S think about T',
  'what does S say about T',
  'why did S say T',
  'what did S say on T',
  'how does S see T',
  'what does S want T',
  'what did S tell T',
  'according to S, T',
  'what is the view of S on T',
]
const WHO = [
  'who said T',
  'who said T?',
  'who says T',
  'who wants T',
  'who warned T',
  'who told us T',
  'who thinks T',
]
const SHARE = {
  who: 0.1,
  lowered: 0.6,
  related: 0.2,
  mistyped: 0.04,
  thought: 0.2,
}
const BEGINNING = 5

export const chance = (random: Random, share: number): boolean => random.next() / 2 ** 32 < share
export const pick = <T>(random: Random, list: readonly T[]): T => list[random.next() % list.length]!

/** "What did … say about …" for every annotated attribution with words enough. */
export function speechQuestions({ analyzed, annotated }: TaughtArticle, talk: Talk): AnswerQuestion[] {
  return annotated.attributions.flatMap(attribution => {
    const gold = sentencesWith(analyzed, attribution.content).filter(at => at > 0)
    if (!isSpeech(analyzed, attribution) && !chance(talk.random, SHARE.thought)) return []
    const names = gold.length > 0 ? namesFor(analyzed, annotated, attribution) : []
    const topic = names.length > 0 ? topicOf(analyzed, attribution.content, gold, talk) : []
    if (topic.length < 2) return []
    const text = chance(talk.random, SHARE.who)
      ? spoken(pick(talk.random, WHO), topic, talk)
      : asked(pick(talk.random, names), topic, talk)
    return [{ text, article: analyzed.article.id, gold }]
  })
}

/** Whether the analysis takes it for speech, as what is asked for mostly is; the annotation does not tell. */
const isSpeech = ({ attributions, article }: AnalyzedArticle, { content }: GoldAttribution): boolean =>
  attributions.some(
    ({ type, content: spans, cue, kind }) =>
      type === 'speech' &&
      reportedPlainly(article.text, { kind, cue }) === 1 &&
      spans.some(span => content.some(other => overlaps(span, other))),
  )

/** The same questions about somebody else, who did not say it. */
export const asked = (speaker: string, topic: readonly string[], talk: Talk): string =>
  spoken(pick(talk.random, FORMS).replace('S', speaker), topic, talk)

function spoken(form: string, topic: readonly string[], { random }: Talk): string {
  const text = form.replace(/T(?=\??$)/, topic.join(' '))
  return chance(random, SHARE.lowered) ? text.toLowerCase().replaceAll(/['’]/g, '') : text
}

/** The sentences that hold any of the spans. */
export function sentencesWith({ sentences }: AnalyzedArticle, spans: readonly Span[]): number[] {
  return [...sentences.keys()].filter(at => spans.some(span => overlaps(span, sentences[at]!)))
}

/** What the source may be called: the words as written, the full name, the family name. */
function namesFor(
  analyzed: AnalyzedArticle,
  { text }: GoldArticle,
  { source, content }: GoldAttribution,
): string[] {
  const written = source.length === 1 ? textOf(text, source[0]!).replace(/,.*$/s, '').trim() : ''
  const isNominal = written !== '' && !PRONOUN.test(written) && written.split(/\s+/).length <= 6
  const found = analyzed.attributions.find(({ content: spans }) =>
    spans.some(span => content.some(other => overlaps(span, other))),
  )
  const speaker = found?.speaker == null ? null : analyzed.speakers[found.speaker]
  const isSame = speaker?.aliases.concat(speaker.name).includes(written) || PRONOUN.test(written)
  const full = speaker?.named && isSame ? [speaker.name, speaker.name.split(' ').at(-1) ?? ''] : []
  const described = found?.speaker == null || full.length === 0 ? [] : descriptionsOf(analyzed, found.speaker)
  return [
    ...(isNominal ? [written] : []),
    ...full,
    ...described.flatMap(words => bareDescription(words, full)),
  ]
}

/** "the mayor of Skarne" without the name; nothing where that leaves less than two words that tell. */
function bareDescription(words: string, names: readonly string[]): string[] {
  const name = new Set(names.flatMap(words => wordsOf(words).map(({ stem }) => stem)))
  const bare = wordsOf(words).filter(({ stem }) => !name.has(stem))
  while (bare[0] && /^\p{Ll}/u.test(bare[0].text)) bare.shift()
  const telling = bare.filter(({ key }) => !isFunctionWord(key))
  return telling.length < 2 || telling.length > 5 ? [] : [bare.map(({ text }) => text).join(' ')]
}

/** A few telling words of what was said, some of those around it, some that nobody wrote; some written otherwise. */
export function topicOf(
  analyzed: AnalyzedArticle,
  content: readonly Span[],
  gold: readonly number[],
  talk: Talk,
): string[] {
  const { random } = talk
  const { article, sentences } = analyzed
  const said = content.flatMap(span => wordsOf(article.text, span)).filter(isTopical)
  if (said.length < 4) return []
  const wordsAt = (at: number) =>
    sentences[at] && !gold.includes(at) ? wordsOf(article.text, sentences[at]).filter(isTopical) : []
  const title = wordsOf(article.title).filter(isTopical)
  const beside = REACH.flatMap(offset => wordsAt(gold[0]! + offset))
  const from = Math.max(0, (random.next() % said.length) - 6)
  const chosen = sample(said.slice(from, from + 12), pick(random, TAKEN), random)
  const around = [
    ...sample(beside, random.next() % 3, random),
    ...sample(title, random.next() % 3, random),
  ].map(({ text }) => text)
  const talked = Array.from({ length: random.next() % 5 }, () => pick(random, talk.words))
  return shuffledSometimes([...chosen.map(word => rewritten(word, talk)), ...around, ...talked], random)
}

/** Sentences before and after that a question may take words from. */
const REACH = [-2, -1, -1, -1, 1]
/** How many words are taken from what was said. */
const TAKEN = [0, 1, 1, 2, 2, 3, 4]

const isTopical = ({ key }: Word): boolean => !isFunctionWord(key) && key.length > 1

function sample(words: readonly Word[], count: number, random: Random): Word[] {
  const order = random.permutation(words.length)
  const chosen = [...order.slice(0, count)].sort((a, b) => a - b).map(at => words[at]!)
  return chosen.filter((word, at) => chosen.findIndex(({ stem }) => stem === word.stem) === at)
}

function rewritten({ text, key }: Word, { random, relatives }: Talk): string {
  const likely = relatives.get(key.slice(0, BEGINNING)) ?? []
  if (likely.length > 1 && chance(random, SHARE.related)) return pick(random, likely)
  if (key.length < 6 || !chance(random, SHARE.mistyped)) return text
  const at = 1 + (random.next() % (text.length - 2))
  return text.slice(0, at) + text[at + 1]! + text[at]! + text.slice(at + 2)
}

const shuffledSometimes = (words: readonly string[], random: Random): string[] =>
  chance(random, 0.5) ? [...words] : [...random.permutation(words.length)].map(at => words[at]!)

/** "How many …", "when …" for sentences that hold such words, without these words. */
export function factQuestions({ analyzed }: TaughtArticle, talk: Talk, share: number): AnswerQuestion[] {
  return analyzed.sentences.flatMap((span, sentence) => {
    if (!chance(talk.random, share)) return []
    const words = wordsOf(analyzed.article.text, span)
    const found = [...words.keys()].flatMap(at => openingsFor(words[at]!, at))
    if (found.length === 0) return []
    const { opening, hidden } = pick(talk.random, found)
    const kept = words.filter(({ stem }) => stem !== words[hidden]!.stem)
    const topic = topicOf(
      analyzed,
      kept.map(({ start, end }): Span => [start, end]),
      [sentence],
      talk,
    )
    if (topic.length < 3) return []
    const text = `${opening} ${topic.join(' ')}`
    return [
      {
        text: chance(talk.random, SHARE.lowered) ? text.toLowerCase() : text,
        article: analyzed.article.id,
        gold: [sentence],
      },
    ]
  })
}

/**
 * "When did Ann Lee … …": a person's name and a few words of a sentence, which may be of another article than names the person.
 * Null where the sentence has no words to ask with.
 */
export function personQuestion(
  name: string,
  { analyzed }: TaughtArticle,
  sentence: number,
  talk: Talk,
): string | null {
  const { random } = talk
  const words = wordsOf(analyzed.article.text, analyzed.sentences[sentence]!)
  const found = [...words.keys()].flatMap(at => openingsFor(words[at]!, at))
  const { opening, hidden } = pick(random, [
    ...found,
    ...OPEN_QUESTIONS.map(opening => ({ opening, hidden: -1 })),
  ])
  const telling = words.filter(
    (word, at) => at > 0 && isTopical(word) && at !== hidden && !/^\p{Lu}/u.test(word.text),
  )
  const chosen = sample(telling, 1 + (random.next() % 3), random).map(word => rewritten(word, talk))
  if (chosen.length === 0) return null
  const talked = Array.from({ length: random.next() % 2 }, () => pick(random, talk.words))
  const called = calledBy(name, random)
  const text = `${opening} ${[called, ...chosen, ...talked].join(' ')}`
  return chance(random, SHARE.lowered) ? text.toLowerCase() : text
}
const calledBy = (name: string, random: Random): string =>
  chance(random, 0.5) ? name : (name.split(' ').at(-1) ?? name)
const OPEN_QUESTIONS = ['where did', 'when did', 'why did', 'how did', 'what did']

/**
 * "What did Ann Lee say about …" in the words of sentences that name a person, where neither they nor those beside them
 * hold anything of that person's: the article tells what they did or what others said of them.
 */
export function narratedQuestions(taught: TaughtArticle, talk: Talk): AnswerQuestion[] {
  const { analyzed, annotated } = taught
  const saying = saidBeside(taught)
  return [...sentencesByPerson(analyzed)].flatMap(([name, sentences]) => {
    const quiet = sentences.filter(at => !saying(name, at))
    if (quiet.length === 0) return []
    const sentence = pick(talk.random, quiet)
    const called = calledBy(name, talk.random)
    const words = wordsOf(annotated.text, analyzed.sentences[sentence]!).filter(
      ({ text }) => !name.includes(text),
    )
    const topic = topicOf(
      analyzed,
      words.map(({ start, end }): Span => [start, end]),
      [sentence],
      talk,
    )
    return topic.length < 2
      ? []
      : [{ text: asked(called, topic, talk), article: analyzed.article.id, gold: [] }]
  })
}

/** Whether a sentence or one beside it holds words of a person: by the annotation's sources or by the analysis. */
function saidBeside({ analyzed, annotated }: TaughtArticle): (name: string, sentence: number) => boolean {
  const { attributions, speakers, sentences } = analyzed
  return (name, sentence) => {
    const [start] = sentences[Math.max(0, sentence - 1)]!
    const [, end] = sentences[Math.min(sentences.length - 1, sentence + 1)]!
    const isHere = (span: Span): boolean => overlaps(span, [start, end])
    const mentions = speakers.filter(speaker => speaker.name === name).flatMap(speaker => speaker.mentions)
    return (
      attributions.some(
        ({ speaker, content, type }) =>
          speaker !== null && type === 'speech' && speakers[speaker]!.name === name && content.some(isHere),
      ) ||
      annotated.attributions.some(
        ({ source, content }) =>
          content.some(isHere) &&
          source.some(
            span => isPronoun(annotated.text, span) || mentions.some(mention => overlaps(mention, span)),
          ),
      )
    )
  }
}

const isPronoun = (text: string, span: Span): boolean => PRONOUN.test(textOf(text, span))

/** The sentences that name each person who is named in full. */
export function sentencesByPerson({ sentences, speakers }: AnalyzedArticle): Map<string, number[]> {
  const people = speakers.filter(({ kind, named, name }) => kind === 'person' && named && name.includes(' '))
  return new Map(
    people.map(({ name, mentions }) => [
      name,
      [
        ...new Set(mentions.map(mention => sentences.findIndex(sentence => overlaps(mention, sentence)))),
      ].filter(at => at > 0),
    ]),
  )
}

const OPENINGS: readonly (readonly [traits: number, openings: readonly string[]])[] = [
  [Trait.year | Trait.date, ['when did', 'when was', 'what year was', 'when will']],
  [Trait.number | Trait.quantity | Trait.money, ['how many', 'how much', 'how many', 'what share of']],
]

function openingsFor(word: Word, at: number): { opening: string; hidden: number }[] {
  const traits = wordTraits(word.text)
  const fitting = OPENINGS.filter(([wanted]) => traits & wanted).flatMap(([, openings]) => openings)
  const isName = at > 0 && (traits & Trait.capital) !== 0
  const openings = fitting.length > 0 ? fitting : isName ? ['who', 'which', 'where', 'what', 'who was'] : []
  return openings.map(opening => ({ opening, hidden: at }))
}

/** Whom an article names but quotes with nothing that stands in `gold`. */
export function othersThan(
  analyzed: AnalyzedArticle,
  gold: readonly number[],
): { here: string[]; quoted: string[] } {
  const touches = ({ content }: Attribution) =>
    content.some(span => gold.some(at => overlaps(span, analyzed.sentences[at]!)))
  const saying = new Set(analyzed.attributions.filter(touches).map(({ speaker }) => speaker))
  const quoted = new Set(analyzed.attributions.map(({ speaker }) => speaker))
  const named = analyzed.speakers.flatMap((speaker, index) =>
    speaker.named && speaker.kind === 'person' && speaker.name.includes(' ') && !saying.has(index)
      ? [{ name: speaker.name, isQuoted: quoted.has(index) }]
      : [],
  )
  return {
    here: named.filter(({ isQuoted }) => !isQuoted).map(({ name }) => name),
    quoted: named.filter(({ isQuoted }) => isQuoted).map(({ name }) => name),
  }
}
