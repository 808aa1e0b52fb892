import { describe, expect, it } from 'vitest'
import { createLibrary } from '../../src/ingest/create-library.js'
import { findCandidates } from '../../src/retrieval/answer-candidates.js'
import { ANSWER_ORDER } from '../../src/retrieval/answer-trees.js'
import { EVIDENCE, weighCandidates } from '../../src/retrieval/evidence.js'
import { inquireInto } from '../../src/retrieval/inquiry.js'
import { Library } from '../../src/retrieval/library.js'
import { parseQuestion } from '../../src/retrieval/parse-question.js'
import { parseRelatedWords } from '../../src/retrieval/related-words.js'
import { textOf } from '../../src/span.js'
import { libraryOf } from '../support/articles.js'
import { harbourArticles } from '../support/harbour-articles.js'

const library = libraryOf(...harbourArticles)
const everyone = { guildId: null }

function weighed(text: string, of = library) {
  const inquiry = inquireInto(parseQuestion(text), of, everyone)
  return weighCandidates(findCandidates(inquiry, of, everyone), inquiry, of)
}

/** The named evidence for the sentence that holds `words`. */
function evidenceFor(text: string, words: string, name: string, of = library): number | undefined {
  const found = weighed(text, of).find(({ passage: { analyzed, span } }) =>
    textOf(analyzed.article.text, span).includes(words),
  )
  return found?.evidence[EVIDENCE.indexOf(name)]
}

describe('weighCandidates', () => {
  it.each(['what did Holt say about schools', 'when will the harbour close', 'who?', '', '1998 5,200 $'])(
    'gives a number for every kind of evidence: %s',
    text => {
      for (const { evidence } of weighed(text)) {
        expect(evidence).toHaveLength(EVIDENCE.length)
        expect(evidence.every(Number.isFinite)).toBe(true)
      }
    },
  )

  it.each([
    ['what did Holt say about schools', 'money belongs in schools', 'speaker', 1],
    ['what did Holt say about schools', '340 jobs', 'speaker', 0],
    ['what did Reyes say about schools', 'money belongs in schools', 'by another', 1],
    ['how many tonnes of herring', '5,200 tonnes', 'topic', 1],
    ['how many tonnes of herring', '5,200 tonnes', 'answers', 2],
    ['how many tonnes of bread', 'no doctor', 'numbers lacking', 0],
    ['who said that herring pays', 'Herring pays', 'asks who said it', 1],
    // People, places, times, numbers and names that the question does not have.
    ['who voted to close the harbour', '14 to 9', 'fits', 0],
    ['where did the islanders meet', 'gathered at the landing', 'fits', 1],
    ['where in Skarne did the islanders meet', 'gathered at the landing', 'fits', 0],
    ['when was the vote', 'on Tuesday night', 'fits', 3],
    ['when was the vote', '340 jobs', 'fits', 0],
    ['how many tonnes of herring', '5,200 tonnes', 'fits', 1],
    ['which paper told of the landing', 'Two officials', 'fits', 2],
    ['why did they vote', '14 to 9', 'fits', 1],
    ['how many jobs would it cost', '340 jobs', 'amount', 2],
    ['how many jobs would it cost', '14 to 9', 'amount', 1],
    ['how many jobs would it cost', '$2.4 million', 'amount', 0],
    ['what did Holt say about jobs', '340 jobs', 'amount', 2],
    ['which city closes the harbour', '14 to 9', 'topic but kind', 1],
    ['which town closes the harbour', '14 to 9', 'topic but kind', 1],
    // What is said, without the words that say who said it.
    ['what did Reyes say about jobs', '340 jobs', 'topic said', 1],
    ['what did Solberg say about the shop', 'no doctor', 'topic', 1],
    ['what did Solberg say about the shop', 'no doctor', 'topic said', 0],
    ['what did Solberg say about bread', 'no doctor', 'matter said', 1],
    ['what did Solberg say about bread', '$2.4 million', 'topic said', 0],
    ['what did the mayor say about the landing', 'Two officials', 'speaker told of', 1],
    ['what did Reyes say about jobs', '340 jobs', 'speaker told of', 0],
    ['what did Reyes say about jobs', '340 jobs', 'credited', 1],
    ['what did Reyes say about jobs', '$2.4 million', 'credited', 0],
    ['what did Reyes call the vote', 'a betrayal', 'verb', 1],
    ['what did Reyes call the vote', '340 jobs', 'verb', 0],
    ['what about the vote', 'a betrayal', 'verb', -1],
  ])('%s: for "%s" %s is %d', (text, words, name, value) => {
    expect(evidenceFor(text, words, name)).toBeCloseTo(value, 5)
  })

  it.each([
    ['who runs the shop in Runa', 1],
    ['who is Peter Lund, who runs the shop in Runa', 0],
  ])('%s: %d names fit', (text, expected) => {
    const content = 'It rained in Runa.\n\nPeter Lund runs the shop in Skarne, and bread is dear in Runa.'
    const shop = createLibrary([{ file: 'shop.txt', mediaType: 'text', content, description: {} }])
    expect(evidenceFor(text, 'the shop', 'fits', shop)).toBe(expected)
  })

  const LEDE = 'Holt wants one quay, not two'
  const LONG = `${LEDE}, and she told the council on Monday that ${'the harbour is old and '.repeat(5)}full`
  it.each([
    ['a title in a paragraph of its own', `${LEDE}\n\nIt rained.`, 1],
    ['a first sentence with more behind it', `${LEDE}. It rained.\n\nIt stopped.`, 0],
    ['a first sentence as long as no title', `${LONG}.\n\nIt rained.`, 0],
  ])('takes %s for a headline or not', (_, content, expected) => {
    const quay = createLibrary([{ file: 'quay.txt', mediaType: 'text', content, description: {} }])
    expect(evidenceFor('how many quays does Holt want', LEDE, 'headline', quay)).toBe(expected)
  })

  it('counts words that mean about the same', () => {
    const related = new Library(parseRelatedWords('fee cost9'))
    for (const analyzed of harbourArticles) related.put({ analyzed, guildId: null })
    expect(evidenceFor('what is the dredging fee', 'costs the city', 'related', related)).toBeGreaterThan(0.3)
    expect(evidenceFor('what is the dredging fee', 'costs the city', 'related')).toBe(0)
  })
})

describe('the learned order', () => {
  it('asks for no evidence that is not there', () => {
    expect(Math.max(...Array.from(ANSWER_ORDER.features))).toBeLessThan(EVIDENCE.length)
  })
})
