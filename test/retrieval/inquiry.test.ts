import { describe, expect, it } from 'vitest'
import { createLibrary } from '../../src/ingest/create-library.js'
import { inquireInto } from '../../src/retrieval/inquiry.js'
import { parseQuestion } from '../../src/retrieval/parse-question.js'

const parade = `Parade in Skarne ends in silence

Juan Ferro of Port Runa carried a photo of his brother. "I cried the whole parade," Ferro said.

"We have counted 400 groups," said Lise Aker, who tracks parades for Tallbird.

Clara Winter, a nurse from Skarne, said the silence was the best of it.

Port Runa said in a statement that it would send a wreath.`

const library = createLibrary([{ file: 'parade.txt', content: parade, mediaType: 'text', description: {} }])

const speakersIn = (question: string): string[] =>
  inquireInto(parseQuestion(question), library, { guildId: null }).speakers.map(({ name }) => name)

describe('who is meant', () => {
  it.each([
    ['what did Ferro say', ['Juan Ferro']],
    ['what did the man from Port Runa say', ['Juan Ferro']],
    ['what did the Port Runa man carrying a photo say', ['Juan Ferro']],
    ['what did the woman from Tallbird say', ['Lise Aker']],
    ['what did the woman who tracks parades say', ['Lise Aker']],
    ['what did the Skarne nurse say', ['Clara Winter']],
    ['what did Port Runa say', ['Port Runa']],
    ['what did the man from Arlow say', []],
    ['what did running mate Ferro say', ['Juan Ferro']],
    ['what did boss Aker say', ['Lise Aker']],
    ['what did Herman Ferro say', []],
    ['what did Hunter Ferro say', []],
  ])('%s: %j', (question, names) => {
    expect(speakersIn(question)).toEqual(names)
  })
})

describe('what no article knows', () => {
  it.each([
    ['what did Ferro say about the parade', 0],
    ['what did running mate Ferro say about the parade', 0],
    ['what did Bodil Ferro say about the parade', 'some'],
    ['what did running mate Bodil say about the parade', 'some'],
    ['what did Ferro say about the zeppelin', 'some'],
    ['what did the astronaut from Runa say about the parade', 'some'],
    ['what did the wife of Ferro say about the parade', 'some'],
    ['what did the lawyer for Ferro say about the parade', 'some'],
    ['what did the pope and Ferro say about the parade', 'some'],
    ['what did astronaut Juan say about the parade', 'some'],
    ['what did Mary Ferro say about the parade', 'some'],
    ['what did Herman Ferro say about the parade', 'some'],
  ])('%s: %s', (question, share) => {
    const { unknown } = inquireInto(parseQuestion(question), library, { guildId: null })
    expect(unknown === 0 ? 0 : 'some').toBe(share)
  })
})
