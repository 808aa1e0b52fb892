import { describe, expect, test } from 'vitest'
import { splitParagraphs } from '../../../src/article.js'
import type { AnalyzedArticle } from '../../../src/language/analysis.js'
import { analyzeArticle } from '../../../src/language/analyze.js'
import { textOf } from '../../../src/span.js'
import { FORMATS, lines, NO_TRANSCRIPTS } from './formats.js'

const analyze = (text: string, title = ''): AnalyzedArticle =>
  analyzeArticle({ id: 'a', file: 'a.txt', title, text, paragraphs: splitParagraphs(text) })

/** "speaker: words" of each quotation; second-hand ones with whom they came through. */
function read(text: string, title?: string): string[] {
  const { attributions, speakers } = analyze(text, title)
  const nameOf = (index: number | null) => (index === null ? '?' : speakers[index]!.name)
  return attributions.map(({ speaker, via, content }) => {
    const chain = [speaker, ...via.map(link => link.speaker)].map(nameOf).join(' via ')
    return `${chain}: ${content.map(span => textOf(text, span)).join(' … ')}`
  })
}

describe('a transcript', () => {
  test.each(FORMATS)('%s', (_, text, expected) => {
    expect(read(text)).toEqual(expected)
  })

  test('holds direct speech without marks', () => {
    const { attributions } = analyze('HALE: Is it safe?\nROURKE: I think so.\nHALE: You think?')
    expect(attributions.map(({ kind, type }) => `${kind} ${type}`)).toEqual(Array(3).fill('direct speech'))
  })

  test('has sentences without labels', () => {
    const text = 'HALE: Is it safe? I ask you.\nROURKE: I think so.\nHALE: You think?'
    const { sentences } = analyze(text)
    expect(sentences.map(span => textOf(text, span))).toEqual([
      'Is it safe?', 'I ask you.', 'I think so.', 'You think?',
    ]) // biome-ignore format: a list
  })
})

describe('an interview', () => {
  const talk = lines(
    'Q&A with Governor Ada Quill about ferries',
    'Q: When did you see it?',
    'A: I saw it at nine.',
    'Q: And then?',
    'A: I ran to my car.',
  )

  test('has the answers of whom its title names', () => {
    expect(
      read(talk, 'Q&A with Governor Ada Quill about ferries').filter(line => !line.startsWith('Q:')),
    ).toEqual(['Ada Quill: I saw it at nine.', 'Ada Quill: I ran to my car.'])
  })

  test('credits initials to those whose names stand before them in full', () => {
    const text = lines(
      'Yuki Tanabe spoke to Tom Ferris by phone.',
      'Tom Ferris: You said the name was an accident?',
      'Yuki Tanabe: Completely. We could not afford the other.',
      'TF: Will you sell?',
      'YT: No. I never will.',
      'TF: Never?',
      'YT: Ask my mother.',
    )
    expect(read(text)).toEqual([
      'Tom Ferris: You said the name was an accident?',
      'Yuki Tanabe: Completely. We could not afford the other.',
      'Tom Ferris: Will you sell?',
      'Yuki Tanabe: No. I never will.',
      'Tom Ferris: Never?',
      'Yuki Tanabe: Ask my mother.',
    ])
  })

  test('has no headline that begins with a name for a turn', () => {
    const text = lines(
      'Gov. Quill: The ferry is safe',
      'TOM HALE: Is it safe?',
      'QUILL: I think so.',
      'HALE: You think?',
      'QUILL: We checked it.',
    )
    expect(read(text).filter(line => line.includes('The ferry is safe'))).toEqual([])
  })
})

describe('no transcript', () => {
  test.each(NO_TRANSCRIPTS)('%s', (_, text) => {
    const spoken = analyze(text).attributions.filter(({ kind }) => kind === 'direct')
    expect(spoken).toEqual([])
  })

  test('is an article that quotes one in the middle: what follows is the article’s', () => {
    const text = lines(
      'Miriam Hale met Tom Rourke on Monday.',
      'HALE: Is it safe?',
      'ROURKE: I think so.',
      'HALE: You think?',
      'The council said on Tuesday that it would vote.',
      'Rourke said the ferry was old.',
    )
    expect(read(text).filter(line => line.includes('council') && line.startsWith('Miriam Hale'))).toEqual([])
    expect(read(text)).toContain('Tom Rourke: the ferry was old')
  })

  test('is a check of facts: what the check says is nobody’s turn', () => {
    const text = lines(
      'ROURKE: “We built nine ferries.”',
      'THE FACTS: The county built two of them, according to its records.',
      'ROURKE: “I never voted for the bridge.”',
      'THE FACTS: He did in 2009.',
    )
    expect(read(text).filter(line => line.startsWith('THE FACTS'))).toEqual([])
  })
})
