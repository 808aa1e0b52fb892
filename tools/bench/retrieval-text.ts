import type { Passage } from '../../src/retrieval/passages/passage.js'

/** Words drawn as in a language (Zipf): a few everywhere, most hardly anywhere. Names and numbers among them. */
const VOCABULARY = 200_000
const SENTENCES_OF_PARAGRAPH = 5
const PARAGRAPHS_OF_ARTICLE = 12
const FUNCTION_WORDS =
  'the of to a in and that for on is with said by it was at from as has are but not he who'.split(' ')
const SYLLABLES = 'ba co der en fi gra hol in ja ker lo mer ni or pel qua ri so ter un vo win yar zel'.split(
  ' ',
)

export interface GeneratedText {
  passages: Passage<number>[]
  questions: string[]
}

/** News-like passages, the same for the same numbers, and questions made of the rarer words of some of them. */
export function generateText(passageCount: number, questionCount: number): GeneratedText {
  const random = randomNumbers(7)
  const words = Array.from({ length: VOCABULARY }, (_, rank) => spell(rank, random))
  const passages: Passage<number>[] = []
  while (passages.length < passageCount) passages.push(...generateArticle(passages.length, words, random))
  passages.length = passageCount
  const questions = Array.from({ length: questionCount }, () =>
    questionAbout(passages[Math.floor(random() * passages.length)]!.text, random),
  )
  return { passages, questions }
}

function generateArticle(first: number, words: readonly string[], random: () => number): Passage<number>[] {
  // an article keeps to its subject: some words come again and again in it
  const subject = Array.from({ length: 30 }, () => drawWord(words, random))
  const title = subject.slice(0, 6).join(' ')
  const passages: Passage<number>[] = []
  for (let paragraph = 0; paragraph < PARAGRAPHS_OF_ARTICLE; paragraph++) {
    const texts = Array.from({ length: SENTENCES_OF_PARAGRAPH }, () =>
      generateSentence(words, subject, random),
    )
    const context = texts.join(' ')
    for (const text of texts) passages.push({ id: first + passages.length, text, context, title })
  }
  return passages
}

function generateSentence(
  words: readonly string[],
  subject: readonly string[],
  random: () => number,
): string {
  const length = 12 + Math.floor(random() * 22)
  const drawn = Array.from({ length }, () => {
    const kind = random()
    if (kind < 0.42) return FUNCTION_WORDS[Math.floor(random() ** 2 * FUNCTION_WORDS.length)]!
    if (kind < 0.57) return subject[Math.floor(random() * subject.length)]!
    if (kind < 0.6) return String(Math.floor(random() * 2100))
    return drawWord(words, random)
  })
  const text = drawn.join(' ')
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}

/** Zipf's law: the chance of a word is as one over its rank. */
const drawWord = (words: readonly string[], random: () => number): string =>
  words[Math.floor(VOCABULARY ** random()) - 1]!

function spell(rank: number, random: () => number): string {
  let word = ''
  for (let rest = rank + SYLLABLES.length; rest > 0; rest = Math.floor(rest / SYLLABLES.length))
    word += SYLLABLES[rest % SYLLABLES.length]!
  return random() < 0.2 ? word.charAt(0).toUpperCase() + word.slice(1) : word
}

function questionAbout(text: string, random: () => number): string {
  const words = text.slice(0, -1).split(' ')
  const picked = words.filter(word => random() < 0.4 && !FUNCTION_WORDS.includes(word)).slice(0, 8)
  return `Who said what about the ${picked.join(' ')}?`
}

/** Park & Miller's generator: the same numbers for the same seed everywhere. */
function randomNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48271) % 2147483647
    return state / 2147483647
  }
}
