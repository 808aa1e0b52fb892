import { describe, expect, test } from 'vitest'
import { splitParagraphs } from '../../../src/article.js'
import { loadAnalyzer } from '../../../src/ingest/model-file.js'

const analyze = loadAnalyzer()

/** What was found in a text, in its own words. */
function read(text: string) {
  const { attributions, speakers } = analyze({
    id: 'a',
    file: 'a.txt',
    title: '',
    text,
    paragraphs: splitParagraphs(text),
  })
  return attributions.map(({ source, cue, content, kind, type, speaker }) => ({
    source: source && text.slice(...source),
    cue: cue.map(span => text.slice(...span)).join(' … '),
    content: content.map(span => text.slice(...span)),
    kind,
    type,
    speaker: speaker === null ? null : speakers[speaker]!.name,
  }))
}

describe('the shipped model', () => {
  test.each([
    [
      'Harbour master Ilse Brandt said the north quay would stay closed until Friday.',
      {
        source: 'Harbour master Ilse Brandt',
        cue: 'said',
        content: ['the north quay would stay closed until Friday'],
        kind: 'indirect',
      },
    ],
    [
      '“We lost two seasons of work in one night,” said Tomas Okoro, who runs the vineyard.',
      { cue: 'said', content: ['“We lost two seasons of work in one night,”'], kind: 'direct' },
    ],
    [
      'The tunnel will cost twice as much as planned, according to a report by the audit office.',
      { cue: 'according to', content: ['The tunnel will cost twice as much as planned'], kind: 'indirect' },
    ],
    [
      'However debates in and of themselves are not likely to alter the campaign, noted NBC’s Dante Moss.',
      {
        source: 'NBC’s Dante Moss',
        cue: 'noted',
        content: ['However debates in and of themselves are not likely to alter the campaign'],
        speaker: 'Dante Moss',
      },
    ],
    [
      'A man of 34 was arrested on suspicion of arson after a fire destroyed a bakery, police said on Thursday.',
      {
        source: 'police',
        content: ['A man of 34 was arrested on suspicion of arson after a fire destroyed a bakery'],
      },
    ],
    [
      'Mayor Lena Fisk told reporters that the ferry strike was “a gift to nobody.”',
      {
        source: 'Mayor Lena Fisk',
        content: ['that the ferry strike was “a gift to nobody.”'],
        kind: 'mixed',
      },
    ],
    [
      '“The dam is safe,” engineer Paul Reyes insisted. “We check it every morning.”',
      { cue: 'insisted', content: ['“The dam is safe,”', '“We check it every morning.”'], kind: 'direct' },
    ],
    [
      'The union wants the night shift to be paid double.',
      { source: 'The union', cue: 'wants', type: 'thought' },
    ],
    [
      'Farmers, the minister argued, had been warned of the drought in March.',
      {
        source: 'the minister',
        cue: 'argued',
        content: ['Farmers', 'had been warned of the drought in March'],
      },
    ],
    [
      'The survey found that most commuters would rather cycle than wait for a bus.',
      { source: 'The survey', cue: 'found', type: 'document' },
    ],
    [
      '“He has empowered nobody but himself. This is not the country I know.” ― Marisol Vance',
      { source: 'Marisol Vance', cue: '―', kind: 'direct' },
    ],
    [
      'She denied that the council had sold the park.',
      { source: 'She', cue: 'denied', content: ['that the council had sold the park'] },
    ],
    [
      'In an interview with the singer Pia Lunde, Mayor Maren Holt said: “The bridge will open in May.”',
      { source: 'Mayor Maren Holt', speaker: 'Maren Holt', kind: 'direct' },
    ],
    [
      'In an interview with the minister Pia Lunde, Mayor Maren Holt said: “The bridge will open in May.”',
      { source: 'Mayor Maren Holt', speaker: 'Maren Holt', kind: 'direct' },
    ],
    [
      'A lawyer for the singer Pia Lunde, Maren Holt, said: “The bridge will open in May.”',
      { source: 'A lawyer for the singer Pia Lunde, Maren Holt,', speaker: 'Maren Holt' },
    ],
    [
      'In Vell, the singer Pia Lunde, the mayor’s wife, said: “The bridge will open in May.”',
      { source: 'the singer Pia Lunde, the mayor’s wife,', speaker: 'Pia Lunde' },
    ],
  ])('%s', (text, expected) => {
    expect(read(text)).toContainEqual(expect.objectContaining(expected))
  })

  test.each([
    'The bridge reopened on Monday after three months of repairs.',
    'Rain fell for six hours and the river rose by a metre.',
    'The recipe needs two eggs, a cup of flour and a pinch of salt.',
    'Her first album, “Slow Harbour,” sold two thousand copies.',
  ])('finds nothing said in: %s', text => {
    expect(read(text)).toEqual([])
  })

  test('finds nothing in a text without words', () => {
    expect(read('… — ?!')).toEqual([])
  })

  test('joins what one sentence goes on to say in the next', () => {
    const text =
      'Nadia Holm, the club’s chair, said the stadium was too small. “We turn people away every week,” she said.'
    const found = read(text)
    expect(found.map(({ source }) => source)).toEqual([expect.stringMatching(/^Nadia Holm/), 'she'])
    expect(found.map(({ speaker }) => speaker)).toEqual(['Nadia Holm', 'Nadia Holm'])
  })

  test.each([
    [
      'Aides told the Courier that President Marta Velez said the treaty was dead.',
      'Marta Velez',
      ['Aides', 'the Courier'],
    ],
    [
      '“I never saw the memo,” Dana Whitfield said, according to a transcript of the hearing.',
      'Dana Whitfield',
      ['a transcript of the hearing', null],
    ],
    ['“We will sue,” Lena Fisk said, according to the Courier.', 'Lena Fisk', ['Courier', null]],
  ])('keeps the chain of second-hand speech: %s', (text, name, via) => {
    const { attributions, speakers } = analyze({
      id: 'a',
      file: 'a.txt',
      title: '',
      text,
      paragraphs: splitParagraphs(text),
    })
    const inner = attributions.find(({ via }) => via.length > 0)
    expect(inner && speakers[inner.speaker ?? -1]?.name).toBe(name)
    expect(inner?.via.map(({ speaker, addressee }) => [speakers[speaker]!.name, addressee])).toEqual([via])
  })
})
