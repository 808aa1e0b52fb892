import { describe, expect, it } from 'vitest'
import { findRemembered } from '../../src/retrieval/remembered-words.js'
import { wordsOf } from '../../src/retrieval/words.js'

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
    ['The United States has lost its friends', 'The United States has lost its friends'],
    ['Runa is one of the easiest states to vote in', 'Runa is one of the easiest states to vote in'],
    ['the charges against him were dropped', 'the charges against him were dropped'],
    ['a man charged with fraud belongs in jail', 'a man charged with fraud belongs in jail'],
    ['these claims make nobody richer', 'these claims make nobody richer'],
    ['land claimed by both sides is no gift', 'land claimed by both sides is no gift'],
    ['the mayor declared war on the harbour', 'the mayor declared war on the harbour'],
    ['What I said was that schools need money', 'What I said was that schools need money'],
    ['It was Maren Holt who said schools need money', 'schools need money'],
    ["wasn't it the mayor who said that schools need money", 'schools need money'],
    ['it was the mayor', 'it was the mayor'],
    ['nobody says that schools need money', 'nobody says that schools need money'],
    ['what mayor said schools need money', 'schools need money'],
    ['the report states that the money belongs in schools', 'the money belongs in schools'],
    ['Holt charges: the money belongs in schools', 'the money belongs in schools'],
    ['Holt claims the money belongs in schools', 'the money belongs in schools'],
    ['who said', 'who said'],
    ['', ''],
  ])('%s', (typed, remembered) => {
    expect(coreOf(typed)).toBe(remembered)
  })

  it.each(["'", ' ', ' - ', '. ', 'who said ', 'it was a who ', 'says '])(
    'reads %j over and over, 100,000 characters',
    piece => {
      const { core, context } = findRemembered(piece.repeat(Math.ceil(100_000 / piece.length)))
      expect(core.length + context.length).toBe(wordsOf(piece).length * Math.ceil(100_000 / piece.length))
    },
  )

  it('keeps what is said around as a hint', () => {
    const { context } = findRemembered('"the money belongs in schools" who said that about the harbour')
    expect(context.map(({ key }) => key)).toContain('harbour')
  })
})
