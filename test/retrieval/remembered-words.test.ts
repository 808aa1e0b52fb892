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
    ['which mayor was it again who claimed the money belongs in schools', 'the money belongs in schools'],
    ['yo who said something about the money in schools', 'the money in schools'],
    ['that line about money that belongs in schools, whose is it', 'money that belongs in schools'],
    ['quote about money that belongs in schools', 'money that belongs in schools'],
    [
      'there was this mayor or harbour master who wrote the money belongs in schools',
      'the money belongs in schools',
    ],
    ['there was a mayor who sold the schools', 'there was a mayor who sold the schools'],
    [
      'the islanders who said that the ferry is late met the mayor on Friday',
      'the islanders who said that the ferry is late met the mayor on Friday',
    ],
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

  const belongs = 'the money belongs in schools'
  it.each([
    `I don't know who said that, but ${belongs}`,
    `not sure who said it but ${belongs}`,
    `I can’t remember who said ${belongs}`,
    `does anyone know who said ${belongs}?`,
    `hi, help me find out who said ${belongs}`,
    `wait who said ${belongs}`,
    `who the hell said ${belongs}`,
    `who in the article said ${belongs}`,
    `who has said that ${belongs}`,
    `who made the remark that ${belongs}`,
    `who came up with the line ${belongs}`,
    `who is quoted as saying ${belongs}`,
    `who's the one that said ${belongs}`,
    `what's the name of the guy who said ${belongs}`,
    `looking for whoever said ${belongs}`,
    `I read somewhere that somebody said ${belongs}`,
    `I heard someone say ${belongs}`,
    `by whom was it said that ${belongs}`,
    `there was a quote like ${belongs}`,
    `the quote was something like ${belongs}`,
    `something along the lines of ${belongs}`,
    `whose quote is this: ${belongs}`,
    `source of the quote ${belongs}?`,
    `there was something about how ${belongs}, who was that?`,
    `${belongs}, i dont remember who`,
    `${belongs} or something like that`,
    `${belongs}, is that a real quote?`,
    `${belongs} (paraphrasing), source?`,
  ])('takes the talk of somebody who looks for words from %j', typed => {
    expect(coreOf(typed)).toBe(belongs)
  })

  it.each([
    'people who said they wanted change',
    'the man who said he was ill went home',
    'something like that happens every year',
    'it was something about the way he looked at me',
    'is that a real threat to us all',
    'I want to know what happened to the money',
    'we said they can win or something like that which was sad',
  ])('leaves %j whole, which only sounds like such talk', typed => {
    expect(coreOf(typed)).toBe(typed)
  })

  it.each([
    "'",
    ' ',
    ' - ',
    '. ',
    'who said ',
    'it was a who ',
    'says ',
    'find the ',
    'I know ',
    'or something ',
    ', source',
  ])('reads %j over and over, 100,000 characters', piece => {
    const { core, context } = findRemembered(piece.repeat(Math.ceil(100_000 / piece.length)))
    expect(core.length + context.length).toBe(wordsOf(piece).length * Math.ceil(100_000 / piece.length))
  })

  it('keeps what is said around as a hint', () => {
    const { context } = findRemembered('"the money belongs in schools" who said that about the harbour')
    expect(context.map(({ key }) => key)).toContain('harbour')
  })
})
