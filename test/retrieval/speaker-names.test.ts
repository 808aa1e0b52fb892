import { describe, expect, it } from 'vitest'
import type { AnalyzedArticle, SpeakerKind } from '../../src/language/analysis.js'
import { inquireInto } from '../../src/retrieval/inquiry.js'
import { Library } from '../../src/retrieval/library.js'
import { parseQuestion } from '../../src/retrieval/parse-question.js'
import { parseRelatedWords } from '../../src/retrieval/related-words.js'
import { areNamesakes, Roster } from '../../src/retrieval/speaker-names.js'
import { markedArticle } from '../support/articles.js'

const KINDS: Readonly<Record<string, SpeakerKind>> = {
  'Northern Fisheries Union': 'organisation',
  'Ministry of Harbours': 'organisation',
  'Ellery poll': 'document',
  NCT: 'organisation',
}

const marked = markedArticle('quota', {
  title: 'Quota divides the coast',
  text: `The Northern Fisheries Union said ‹Northern Fisheries Union›the quota was too small‹/›.
The Ministry of Harbours said ‹Ministry of Harbours›it would wait for the spring‹/›.
The NCT said ‹NCT›its lorries would keep running‹/›.
An Ellery poll showed that ‹Ellery poll›half of the coast wants a larger quota‹/›.
Rep. Ditte Vanderholm said ‹Ditte Vanderholm›the fleet would shrink‹/›.
Nora Fenn said ‹Nora Fenn›nobody had asked her‹/›.`,
})
const article: AnalyzedArticle = {
  ...marked,
  speakers: marked.speakers.map(speaker => ({ ...speaker, kind: KINDS[speaker.name] ?? speaker.kind })),
}
/** An article in which `name` says so many things, under the name as its id. */
function articleOf(name: string, quotations: number): AnalyzedArticle {
  const line = `${name} said ‹${name}›it was late‹/›.`
  const analyzed = markedArticle(name, {
    title: name,
    text: Array(quotations + 1)
      .fill(line)
      .join('\n'),
  })
  return { ...analyzed, attributions: analyzed.attributions.slice(1) }
}

const library = new Library(parseRelatedWords('survey poll6 plan5\ncongresswoman rep6'))
library.put({ analyzed: article, guildId: null })
const inquiryOf = (text: string) => inquireInto(parseQuestion(text), library, { guildId: null })

describe('Roster', () => {
  it.each([
    ['NFU', 'Northern Fisheries Union'],
    ['the MoH', 'Ministry of Harbours'],
    ['the National Coast Transport', 'NCT'],
    ['N.C.T.', 'NCT'],
  ])('finds a body by its initials or by what they stand for: %s', (words, name) => {
    expect(new Roster([article]).find(words)).toMatchObject({ type: 'one', value: { name } })
  })

  it.each(['NF', 'DV', 'NU', 'Northern Cod Trade Union'])('takes %s for nobody’s initials', words => {
    expect(new Roster([article]).find(words).type).toBe('none')
  })

  it.each([
    ['Joe Kessling', ['Joseph R. Kessling Jr.', 'Joe Kessling']],
    ['vice chair joseph kessling', ['Joseph R. Kessling Jr.', 'Joe Kessling']],
    ['joey kessling', ['Joseph R. Kessling Jr.', 'Joe Kessling']],
    ['Phillis Drummond', ['Phyllis Drummond']],
    ['karla drummond', ['Carla Drummond']],
    ['Hilary Vance', ['Hillary Vance', 'Hilary Vance', 'Vance']],
    ['Hillary Vance', ['Hillary Vance', 'Vance']],
    ['Sue Vance', []],
    ['Mary Kessling', []],
    ['Peter Drummond', []],
  ])('%s is called %j', (asked, names) => {
    const said = [
      ['Joseph R. Kessling Jr.', 3],
      ['Joe Kessling', 0],
      ['Phyllis Drummond', 2],
      ['Carla Drummond', 1],
      ['Hilary Vance', 0],
      ['Hillary Vance', 4],
      ['Rob Vance', 1],
      ['Vance', 1],
    ] as const
    const articles = said.map(([name, count]) => articleOf(name, count))
    const found = new Roster(articles).find(asked)
    const members = found.type === 'one' ? [...found.value.members.keys()] : []
    expect([found.type, members.sort()]).toEqual([names.length > 0 ? 'one' : 'none', [...names].sort()])
  })

  it.each([
    ['Joe Kessling', 'kessling'],
    ['Joseph Kessling', 'Joseph Kessling'],
    ['Nils Moe', 'moe'],
    ['Nils Kessling', 'Nils Kessling'],
    ['the Moe family', 'the Moe family'],
    ['', ''],
  ])('of %s all who are meant have %s', (name, common) => {
    const articles = [articleOf('Joseph R. Kessling Jr.', 2), articleOf('Moe', 1)]
    expect(new Roster(articles).commonName(name)).toBe(common)
  })

  it.each([
    ['joe', []],
    ['hillary', ['vance']],
    ['vance', []],
    ['phyllis', ['drummond']],
    ['nobody', []],
    ['', []],
  ])('for %s the family name %j', (word, names) => {
    const said = [
      ['Joe Kessling', 3],
      ['Joe Drummond', 2],
      ['Phyllis Drummond', 2],
      ['Hillary Vance', 4],
      ['Bo Vance', 4],
    ] as const
    expect(new Roster(said.map(([name, count]) => articleOf(name, count))).familyNamesOf(word)).toEqual(names)
  })

  it.each([
    ['vanderhlom', 'vanderholm'],
    ['Vanderholn', 'vanderholm'],
    ['Fern', null],
    ['Sanderholm', null],
    ['Vanderbilt', null],
  ])('the word nearest to %s is %s', (typed, right) => {
    expect(new Roster([article]).nearestWord(typed)).toBe(right)
  })
})

describe('areNamesakes', () => {
  it.each([
    ['Petra Holt', 'Maren Holt', true],
    ['petra holt', 'Maren Ida Holt', true],
    ['Maren Holt', 'Mayor Maren Holt', false],
    ['maren holt', 'Maren Ida Holt', false],
    ['joe drummond', 'Joseph R. Drummond Jr.', false],
    ['marin holt', 'Maren Holt', false],
    ['dj holt', 'Donald J. Holt', false],
    ['J.D. Holt', 'James David Holt', false],
    ['Mrs Holt', 'Maren Holt', false],
    ['Holt', 'Maren Holt', false],
    ['Petra Holt', 'Holt', false],
    ['Petra Holt', 'Petra Lind', false],
    ['', '', false],
  ])('%s and %s: %j', (one, other, expected) => {
    expect([areNamesakes(one, other), areNamesakes(other, one)]).toEqual([expected, expected])
  })
})

describe('inquireInto', () => {
  it.each([
    ['what did Ditte Vanderhlom say about the fleet', 'Ditte Vanderholm'],
    ['what did congresswoman Vanderholm say about the fleet', 'Ditte Vanderholm'],
    ['what did the NFU say about the quota', 'Northern Fisheries Union'],
    ['what did the Ellery survey say about the quota', 'Ellery poll'],
  ])('%s: %s', (text, name) => {
    expect(inquiryOf(text).speakers.map(speaker => speaker.name)).toEqual([name])
  })

  it.each(['what did the Skarne survey say about the quota', 'what did Sanderholm say about the quota'])(
    '%s: nobody',
    text => expect(inquiryOf(text).speakers).toEqual([]),
  )

  it.each([
    ['what did Ditte Vanderholm say about the flete', 'fleet'],
    ['what did Ditte Vanderholm say about the quotta', 'quota'],
    ['what did Ditte Vanderholm say about the fleetquota', 'quota'],
    ['what did Nora Fenn say about Vanderhollm', 'vanderhollm'],
  ])('looks in %s for %s', (text, stem) => {
    expect([...inquiryOf(text).topic.keys()]).toContain(stem)
  })

  it.each([
    ['how long did the quota take', false],
    ['how long did the quota sleep', true],
  ])('of what %s asks about, something is unknown: %j', (text, isUnknown) => {
    expect(inquiryOf(text).unknown > 0).toBe(isUnknown)
  })

  it('takes a given name in the topic for the family name too', () => {
    const { topic, related } = inquiryOf('what did Nora Fenn say about ditte')
    expect([...topic.keys()].map(stem => [...related.of(stem)])).toEqual([[['vanderholm', 2]]])
  })

  it('asks for no title with a name', () => {
    const { described, unknown } = inquiryOf('what did congresswoman Vanderholm say about the fleet')
    expect([[...described.keys()], unknown]).toEqual([['vanderholm'], 0])
  })
})
