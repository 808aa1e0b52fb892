import { describe, expect, it } from 'vitest'
import type { Answer } from '../../src/retrieval/answer.js'
import { answerQuestion } from '../../src/retrieval/question.js'
import { wholeQuotation } from '../../src/retrieval/whole-quotation.js'
import { textOf } from '../../src/span.js'
import { libraryOf, markedArticle } from '../support/articles.js'

const PROMISE = '“We will rebuild the chapel. It stood for us all. I promise you that,” Orla Finn said.'
const marked = PROMISE.replace('“', '“‹Orla Finn›').replace('that,”', 'that,‹/›”')
const long = `The chapel roof must come first. ${'Then come the walls, the windows and the bells. '.repeat(9)}`

const shownFor = (text: string, words: string): string => {
  const analyzed = markedArticle('chapel', { title: 'Chapel', text })
  const { article, sentences, attributions } = analyzed
  const sentence = sentences.findIndex(span => textOf(article.text, span).includes(words))
  return textOf(article.text, wholeQuotation(analyzed, sentence, attributions[0] ?? null))
}

describe('wholeQuotation', () => {
  it.each([
    ['from its first sentence', marked, 'rebuild', PROMISE],
    ['from its last sentence', marked, 'promise', PROMISE],
    ['not what stands around it', `It rained. ${marked} Nobody left.`, 'stood', PROMISE],
    [
      'not beyond its paragraph',
      '“‹Orla Finn›We will rebuild.\nIt is ours.‹/›”',
      'rebuild',
      '“We will rebuild.',
    ],
    [
      'not what has no marks',
      'She said ‹Orla Finn›they will rebuild. It is theirs.‹/›',
      'rebuild',
      'She said they will rebuild.',
    ],
    [
      'not what is too long',
      `“‹Orla Finn›${long}‹/›” she said.`,
      'roof',
      '“The chapel roof must come first.',
    ],
    ['the sentence that nobody said', 'The bells rang. It rained.', 'bells', 'The bells rang.'],
  ])('%s', (_, text, words, expected) => {
    expect(shownFor(text, words)).toBe(expected)
  })
})

describe('answerQuestion', () => {
  it('shows a quotation of several sentences whole, and once', () => {
    const library = libraryOf(
      markedArticle('chapel', { title: 'The chapel burns', text: `The chapel burned on Monday.\n${marked}` }),
    )
    const answer: Answer = answerQuestion(
      'what did Orla Finn say about the chapel',
      library,
      { guildId: null },
      0,
    )
    const texts =
      answer.type === 'quotes' ? answer.quotes.map(({ article, span }) => textOf(article.text, span)) : []
    expect(texts[0]).toBe(PROMISE)
    expect(texts.filter(text => PROMISE.includes(text))).toHaveLength(1)
  })
})
