import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { splitParagraphs } from '../../src/article.js'
import { loadTagModel } from '../../src/ingest/model-file.js'
import { type TagName, tagBits, tagTokens } from '../../src/language/tagger.js'
import { tokenize } from '../../src/language/tokens.js'

const model = loadTagModel()

function tagged(text: string, by: typeof model | null) {
  const paragraphs = splitParagraphs(text)
  const tokens = tokenize(text, paragraphs)
  return { tokens, tags: tagTokens(text, paragraphs, tokens, by) }
}

describe.each([
  ['the learned tagger', model],
  ['compromise', null],
])('%s', (_, by) => {
  test.each<[text: string, word: string, has: TagName[], not: TagName[]]>([
    ['Ingrid Falk said the harbour would close.', 'Ingrid', ['FirstName', 'FemaleName', 'Person'], ['Verb']],
    ['Officials said on Monday that Robert Hale resigned.', 'Robert', ['MaleName'], ['FemaleName', 'Place']],
    ['The mayor said she would not run.', 'said', ['Verb', 'PastTense'], ['Noun']],
    ['The mayor said she would not run.', 'she', ['Pronoun'], ['ProperNoun']],
    ['The mayor said she would not run.', 'would', ['Modal'], ['PastTense']],
    ['His plans for the harbour were late.', 'plans', ['Noun', 'Plural'], ['Verb']],
    ['The council plans to close the harbour.', 'plans', ['Verb', 'PresentTense'], ['Plural']],
    ['They flew to Germany last week.', 'Germany', ['Place', 'ProperNoun'], ['Person']],
    ['A German court heard the case.', 'German', ['Demonym'], ['Person']],
    ['The mayor of the old town spoke.', 'of', ['Preposition'], ['Noun', 'Verb']],
    ['He was running late.', 'running', ['Gerund'], ['Noun']],
    ['“It is over,” Mr. Voss said.', 'Mr.', ['Honorific'], ['Verb']],
    ['It cost $40 million.', '40', ['Value'], ['Verb']],
  ])('tags “%s”: %s', (text, word, has, not) => {
    const { tokens, tags } = tagged(text, by)
    const bits = tags[tokens.findIndex(token => token.text === word)]!
    for (const name of has) expect([name, (bits & tagBits(name)) !== 0]).toEqual([name, true])
    for (const name of not) expect([name, (bits & tagBits(name)) !== 0]).toEqual([name, false])
  })

  test('gives punctuation no tags, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), text => {
        const { tokens, tags } = tagged(text, by)
        expect(tags.length).toBe(tokens.length)
        for (const [i, token] of tokens.entries()) if (token.kind === 'punctuation') expect(tags[i]).toBe(0)
      }),
      { numRuns: 60 },
    )
  })
})

test('the learned tagger reads every paragraph by itself', () => {
  const one = 'Ingrid Falk plans to run.'
  const other = '“The plans are late,” Mr. Voss of Germany said on Monday'
  const alone = tagged(other, model).tags
  const after = tagged(`${one}\n\n${other}`, model).tags
  expect([...after.slice(-alone.length)]).toEqual([...alone])
})

test('the learned tagger agrees with compromise on nine words of ten in an article it has not seen', () => {
  const text = readFileSync('seeds/blinken-nato-afghanistan.txt', 'utf8')
  const { tokens, tags } = tagged(text, model)
  const taught = tagged(text, null).tags
  const words = tokens.flatMap(({ kind }, i) => (kind === 'word' ? [i] : []))
  expect(words.filter(i => tags[i] === taught[i]).length / words.length).toBeGreaterThan(0.9)
})
