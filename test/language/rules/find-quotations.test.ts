import { describe, expect, test } from 'vitest'
import { splitParagraphs } from '../../../src/article.js'
import type { Quotation } from '../../../src/language/quotation.js'
import { findQuotations } from '../../../src/language/rules/find-quotations.js'
import { splitSentences } from '../../../src/language/sentences.js'
import { tagTokens } from '../../../src/language/tagger.js'
import { tokenize } from '../../../src/language/tokens.js'
import { type Span, textOf } from '../../../src/span.js'

function quotationsOf(text: string): Quotation[] {
  const paragraphs = splitParagraphs(text)
  const tokens = tokenize(text, paragraphs)
  const sentences = splitSentences(text, paragraphs)
  return findQuotations({ text, paragraphs, sentences, tokens, tags: tagTokens(text, paragraphs, tokens) })
}

/** "kind | source | cue | content … content" of each quotation. */
function read(text: string): string[] {
  const words = (spans: readonly Span[]) => spans.map(span => textOf(text, span)).join(' … ')
  return quotationsOf(text).map(({ kind, source, cue, content }) =>
    [kind, source === null ? '-' : textOf(text, source), words(cue) || '-', words(content)].join(' | '),
  )
}

describe('direct speech', () => {
  test.each([
    [
      'before the cue',
      '“The bridge is safe,” Mayor Ann Lee said.',
      'Mayor Ann Lee | said | “The bridge is safe,”',
    ],
    [
      'before an inverted cue',
      '“The bridge is safe,” said Ann Lee.',
      'Ann Lee | said | “The bridge is safe,”',
    ],
    [
      'with an apposition',
      '“The bridge is safe,” said Ann Lee, a city engineer who inspected it.',
      'Ann Lee, a city engineer who inspected it | said | “The bridge is safe,”',
    ],
    ['a pronoun', '"The bridge is safe," she said on Tuesday.', 'she | said | "The bridge is safe,"'],
    ['after the cue', 'Lee said, “The bridge is safe.”', 'Lee | said | “The bridge is safe.”'],
    [
      'after a colon',
      'He added: “The bridge is safe. We checked it twice.”',
      'He | added | “The bridge is safe. We checked it twice.”',
    ],
    [
      'behind circumstances',
      'Asked about the report, Lee said, “The bridge is safe.”',
      'Lee | said | “The bridge is safe.”',
    ],
    ['split', '“The bridge,” Lee said, “is safe.”', 'Lee | said | “The bridge,” … “is safe.”'],
    [
      'split between sentences',
      '“The bridge is safe,” Lee said. “We checked it twice.”',
      'Lee | said | “The bridge is safe,” … “We checked it twice.”',
    ],
    [
      'told to somebody',
      '“The bridge is safe,” Lee told reporters in Oslo.',
      'Lee | told | “The bridge is safe,”',
    ],
    ['a question', '“Is the bridge safe?” asked Omar.', 'Omar | asked | “Is the bridge safe?”'],
    [
      'a question with the name first',
      '“Is it safe?” Omar asked the engineers.',
      'Omar | asked | “Is it safe?”',
    ],
    [
      'a cue that no lexicon has',
      '“The bridge is safe,” Lee deadpanned.',
      'Lee | deadpanned | “The bridge is safe,”',
    ],
    [
      'a byline',
      'LEE: “The bridge is safe and will remain so.”',
      'LEE | : | “The bridge is safe and will remain so.”',
    ],
    ['single marks', "'The bridge is safe,' Lee said.", "Lee | said | 'The bridge is safe,'"],
  ])('%s', (_, text, expected) => {
    expect(read(text)).toEqual([`direct | ${expected}`])
  })

  test('in a transcript belongs to the byline', () => {
    const text =
      'WALLACE: You said the bridge was safe?\n\nLEE: It is. We checked.\n\nWALLACE: When was that?'
    expect(read(text)).toEqual([
      'direct | WALLACE | : | You said the bridge was safe?',
      'direct | LEE | : | It is. We checked.',
      'direct | WALLACE | : | When was that?',
    ])
  })

  test('goes on over paragraphs', () => {
    expect(
      read('“The bridge is safe,” Lee said. “We checked it.\n\n“We will check it again.”\n\nIt rained.'),
    ).toEqual(['direct | Lee | said | “The bridge is safe,” … “We checked it. … “We will check it again.”'])
  })

  test('is announced in the paragraph before', () => {
    expect(read('The ministry issued this statement:\n\n“The bridge is safe and stays open.”')).toEqual([
      'direct | The ministry | issued this statement | “The bridge is safe and stays open.”',
    ])
  })

  test('belongs to the subject of the sentence before it', () => {
    expect(read('Ann Lee shook her head. “Nobody told us that the bridge was old.”')).toEqual([
      'direct | Ann Lee | - | “Nobody told us that the bridge was old.”',
    ])
  })

  test('has no source where nobody is near', () => {
    expect(read('“Nobody told us that the bridge was old.”')).toEqual([
      'direct | - | - | “Nobody told us that the bridge was old.”',
    ])
  })
})

describe('mixed and indirect speech', () => {
  test.each([
    [
      'that',
      'Ann Lee said that the bridge was safe.',
      'indirect | Ann Lee | said | that the bridge was safe',
    ],
    ['no that', 'Lee said on Monday the bridge was safe.', 'indirect | Lee | said | the bridge was safe'],
    [
      'auxiliaries',
      'Lee has repeatedly said the bridge is safe.',
      'indirect | Lee | has repeatedly said | the bridge is safe',
    ],
    [
      'a longer cue',
      'Lee went on to say that the bridge was safe.',
      'indirect | Lee | went on to say | that the bridge was safe',
    ],
    ['the cue last', 'The bridge is safe, Lee said.', 'indirect | Lee | said | The bridge is safe'],
    [
      'the cue between',
      'The bridge, Lee said, has been checked twice.',
      'indirect | Lee | said | The bridge … has been checked twice',
    ],
    [
      'a few words marked',
      'Lee said the bridge was “safe as houses” and cheap.',
      'mixed | Lee | said | the bridge was “safe as houses” and cheap',
    ],
    [
      'a parenthesis',
      'Lee, in response to the report, said that the bridge was safe.',
      'indirect | Lee | said | that the bridge was safe',
    ],
    [
      'an apposition',
      'Lee, the mayor of Bergen, said that the bridge was safe.',
      'indirect | Lee, the mayor of Bergen, | said | that the bridge was safe',
    ],
    [
      'circumstances before the cue',
      'Mayor Ann Lee on Tuesday at a meeting in Bergen pledged to rebuild the bridge.',
      'indirect | Mayor Ann Lee | pledged | to rebuild the bridge',
    ],
    [
      'according to, last',
      'The bridge is safe, according to the ministry.',
      'indirect | the ministry | according to | The bridge is safe',
    ],
    [
      'according to, first',
      'According to the ministry, the bridge is safe.',
      'indirect | the ministry | According to | the bridge is safe',
    ],
    [
      'a document',
      'The study shows that the bridge is safe.',
      'indirect | The study | shows | that the bridge is safe',
    ],
    [
      'a passive',
      'It was announced by the ministry that the bridge was safe.',
      'indirect | the ministry | was announced | that the bridge was safe',
    ],
    [
      'quoted as saying',
      'Lee was quoted as saying that the bridge was safe.',
      'indirect | Lee | was quoted as saying | that the bridge was safe',
    ],
    [
      'in the words of',
      'In the words of Ann Lee, the bridge is “a monument to stubbornness.”',
      'mixed | Ann Lee | In the words of | the bridge is “a monument to stubbornness.”',
    ],
    [
      'asked by somebody',
      'Lee was asked by Omar whether the bridge was safe.',
      'indirect | Omar | was asked | whether the bridge was safe',
    ],
    [
      'expected by nobody in particular',
      'The bridge is expected to reopen in May.',
      'indirect | - | is expected | The bridge … to reopen in May',
    ],
    [
      'an anonymous source',
      'The source added that nobody was hurt.',
      'indirect | The source | added | that nobody was hurt',
    ],
    [
      'a relative clause',
      'A spokesman, who asked not to be named, said the bridge was safe.',
      'indirect | A spokesman, who asked not to be named, | said | the bridge was safe',
    ],
    ['a plan', 'The city plans to close the bridge.', 'indirect | The city | plans | to close the bridge'],
  ])('%s', (_, text, expected) => {
    expect(read(text)).toEqual([expected])
  })

  test('the content of one cue ends where the next begins', () => {
    expect(read('Lee said that the bridge was safe, but Omar warned that the road was not.')).toEqual([
      'indirect | Lee | said | that the bridge was safe',
      'indirect | Omar | warned | that the road was not',
    ])
    expect(
      read('Lee said the bridge was safe and added that it was cheap, insisting that nobody was hurt.'),
    ).toEqual([
      'indirect | Lee | said | the bridge was safe',
      'indirect | Lee | added | that it was cheap',
      'indirect | Lee | insisting | that nobody was hurt',
    ])
  })

  test('of thought and documents is told from speech', () => {
    const types = [
      'Lee believes the bridge is safe.',
      'The survey shows the bridge is safe.',
      'Lee said the bridge is safe.',
    ]
    expect(types.map(text => quotationsOf(text)[0]?.type)).toEqual(['thought', 'document', 'speech'])
  })
})

describe('second-hand speech', () => {
  test('is nested, and remembers who was told', () => {
    const text =
      'Sources told the Bergen Post that Mayor Lee, in response to the plan, said that the bridge was safe.'
    const [told, said] = quotationsOf(text)
    expect(told?.addressee && textOf(text, told.addressee)).toBe('the Bergen Post')
    expect([told?.outer, said?.outer]).toEqual([null, 0])
    expect(read(text)[1]).toBe('indirect | Mayor Lee | said | that the bridge was safe')
  })

  test('stands in the content of who passed it on', () => {
    const text =
      'Omar remarked that last week President Lee noted that it would be hard to rebuild the bridge.'
    expect(read(text)[1]).toBe(
      'indirect | President Lee | noted | that it would be hard to rebuild the bridge',
    )
    expect(quotationsOf(text)[1]?.outer).toBe(0)
  })
})

describe('no quotation', () => {
  test.each([
    ['irony', 'The so-called “experts” arrived at noon.'],
    ['a title', 'The film “Night of the Long Bridge” opened on Friday.'],
    ['a dateline', 'NEW DELHI: The bridge was opened in 1931.'],
    ['a height', 'The 6\'2" keeper left the pitch.'],
    ['a noun spelt like a verb', 'The claims of both families were settled in court.'],
    ['plain report', 'The bridge was opened in 1931 and rebuilt in 1975.'],
    ['an empty article', ''],
  ])('%s', (_, text) => {
    expect(read(text)).toEqual([])
  })
})
