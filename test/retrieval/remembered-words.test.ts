import { describe, expect, it } from 'vitest'
import { findRemembered } from '../../src/retrieval/remembered-words.js'

const coreOf = (text: string) =>
  findRemembered(text)
    .core.map(word => word.text)
    .join(' ')

describe('findRemembered', () => {
  it.each([
    ['the money belongs in schools', 'the money belongs in schools'],
    ['who said the money belongs in schools', 'the money belongs in schools'],
    [
      'who was it that said the money belongs in schools, it was in the story about the harbour',
      'the money belongs in schools',
    ],
    ['somebody said the money belongs in schools', 'the money belongs in schools'],
    ['the money belongs in schools lol who said that', 'the money belongs in schools'],
    ['the money belongs in schools - who said that about the harbour', 'the money belongs in schools'],
    ['the money belongs in schools, which mayor wrote that', 'the money belongs in schools'],
    ['the money belongs in schools (something about the harbour)', 'the money belongs in schools'],
    ['the money belongs in schools - about the harbour', 'the money belongs in schools'],
    ['who said that "the money belongs in schools" when they voted', 'the money belongs in schools'],
    ['“The money belongs in schools” – who is that', 'The money belongs in schools'],
    ["who asked ''where do we go from here'' of the mayor", 'where do we go from here'],
    ["'we can't stay here' who said it", "we can't stay here"],
    ['where do we go from here', 'where do we go from here'],
    ['who do you think you are', 'who do you think you are'],
    ['Says the money belongs in schools.', 'the money belongs in schools'],
    ['Maren Holt says that the money belongs in schools.', 'the money belongs in schools'],
    ['In a debate in Runa, Mayor Holt claimed the money belongs in schools', 'the money belongs in schools'],
    ['During last night’s speech, the money was spent twice', 'the money was spent twice'],
    ['people say it belongs in schools', 'people say it belongs in schools'],
    ['I said the money belongs in schools', 'I said the money belongs in schools'],
    ['the mayor said no', 'the mayor said no'],
    ['who said', 'who said'],
    ['', ''],
  ])('%s', (typed, remembered) => {
    expect(coreOf(typed)).toBe(remembered)
  })

  it('keeps what is said around as a hint', () => {
    const { context } = findRemembered('"the money belongs in schools" who said that about the harbour')
    expect(context.map(({ key }) => key)).toContain('harbour')
  })
})
