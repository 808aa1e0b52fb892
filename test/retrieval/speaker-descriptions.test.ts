import { describe, expect, it } from 'vitest'
import type { AnalyzedArticle } from '../../src/language/analysis.js'
import { descriptionsOf } from '../../src/retrieval/speaker-descriptions.js'
import { stemsWithInitials } from '../../src/retrieval/stems.js'
import { wordsOf } from '../../src/retrieval/words.js'

function articleWith(text: string, name: string): AnalyzedArticle {
  const start = text.indexOf(name)
  return {
    article: { id: 'a', file: 'a.txt', title: 'A', text, paragraphs: [[0, text.length]] },
    sentences: [[0, text.length]],
    attributions: [],
    speakers: [
      {
        name,
        kind: 'person',
        named: true,
        aliases: [],
        mentions: start < 0 ? [] : [[start, start + name.length]],
      },
    ],
  }
}

describe('descriptionsOf', () => {
  it.each([
    ['On Friday, Kessler spokeswoman Ana Prieto said so.', 'Ana Prieto', 'Kessler spokeswoman Ana Prieto'],
    [
      "The plan is dead, Kessler's lawyer, Ana Prieto, told us.",
      'Ana Prieto',
      "Kessler's lawyer, Ana Prieto",
    ],
    ['Ana Prieto of Port Skarne left early.', 'Ana Prieto', 'Ana Prieto of Port Skarne'],
    ['Ana Prieto, the mayor of Skarne, left.', 'Ana Prieto', 'Ana Prieto the mayor of Skarne'],
  ])('%s', (text, name, description) => {
    expect(descriptionsOf(articleWith(text, name), 0)).toContain(description)
  })

  it('reads nothing beyond a full stop', () => {
    const text = 'The mayor of Skarne left. Ana Prieto stayed. The baker came.'
    expect(descriptionsOf(articleWith(text, 'Ana Prieto'), 0)).toEqual(['Ana Prieto'])
  })

  it('takes no pronoun for a name', () => {
    expect(descriptionsOf(articleWith('Later she spoke.', 'she'), 0)).toEqual([])
  })
})

describe('stemsWithInitials', () => {
  it.each([
    ['the Harbour Workers Union met', 'hwu', true],
    ['the Ministry of Fishing met', 'mf', true],
    ['the harbour workers union met', 'hwu', false],
  ])('%s has %s: %s', (text, initials, has) => {
    expect(stemsWithInitials(wordsOf(text)).has(initials)).toBe(has)
  })
})
