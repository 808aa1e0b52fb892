import { describe, expect, it } from 'vitest'
import { loadWordVectors } from '../../src/ingest/words-file.js'
import { Library } from '../../src/retrieval/library.js'
import type { Found } from '../../src/retrieval/speaker-names.js'
import { libraryOf, markedArticle } from '../support/articles.js'
import { harbourArticles } from '../support/harbour-articles.js'

const everyone = { guildId: null }
const namesOf = (found: Found<{ name: string }>) => {
  if (found.type === 'none') return []
  return (found.type === 'one' ? [found.value] : found.candidates).map(({ name }) => name)
}

describe('Library', () => {
  const library = libraryOf(...harbourArticles)

  it.each([
    ['Maren Holt', ['Maren Holt']],
    ['maren holt', ['Maren Holt']],
    ['Holt', ['Maren Holt']],
    ['Mayor Holt', ['Maren Holt']],
    ['the mayor', ['Maren Holt']],
    ['Maren', ['Maren Holt']],
    ['Solberg', ['Ingrid Solberg', 'Peter Solberg']],
    ['Ingrid Solberg', ['Ingrid Solberg']],
    ['the harbour master', ['Ingrid Solberg']],
    ['Anna Holt', []],
    ['Nobody', []],
    ['', []],
  ])('finds the speakers of “%s”', (words, names) => {
    expect(namesOf(library.findSpeaker(words, everyone)).sort()).toEqual(names)
  })

  it.each([
    ['harbour', ['harbour']],
    ['Islanders fear for their ferry', ['ferry']],
    ['islanders', ['ferry']],
    ['ferry.txt', ['ferry']],
    ['the', ['harbour', 'ferry', 'market']],
    ['a record autumn', ['market']],
    ['the moon', []],
    ['', []],
  ])('finds the articles of “%s”', (words, ids) => {
    const found = library.findArticle(words, everyone)
    const articles = found.type === 'none' ? [] : found.type === 'one' ? [found.value] : found.candidates
    expect(articles.map(({ article }) => article.id).every(id => ids.includes(id))).toBe(true)
    expect(articles.length > 0).toBe(ids.length > 0)
  })

  it('counts one full name as one speaker over all articles', () => {
    const found = library.findSpeaker('Holt', everyone)
    expect(found.type === 'one' && [...found.value.members.keys()].sort()).toEqual(['ferry', 'harbour'])
  })

  it('offers names and titles for what is typed', () => {
    expect(library.speakerNames(everyone, 'sol').sort()).toEqual(['Ingrid Solberg', 'Peter Solberg'])
    expect(library.speakerNames(everyone, 'm')).toContain('Maren Holt')
    expect(library.articleTitles(everyone, 'fish')).toEqual([
      { id: 'market', title: 'Fish market reports a record autumn' },
    ])
  })

  it.each([
    ['“The ferry must sail,” says Holt', 'the'],
    ['Ferry (old and new) sails', 'old'],
    ['The ferry-master’s house', 'master'],
  ])('finds the title %s by the beginning of a word after any mark: %s', (title, typed) => {
    const titled = libraryOf(markedArticle('a', { title, text: 'The ferry sailed.' }))
    expect(titled.articleTitles(everyone, typed)).toEqual([{ id: 'a', title }])
    expect(titled.articleTitles(everyone, `x${typed}`)).toEqual([])
  })

  it('shows the articles of one server to that server alone', () => {
    const shared = new Library()
    shared.put({ analyzed: harbourArticles[0]!, guildId: null })
    shared.put({ analyzed: harbourArticles[1]!, guildId: '1' })
    expect(shared.list({ guildId: '1' })).toHaveLength(2)
    expect(shared.list({ guildId: '2' })).toHaveLength(1)
    expect(shared.list(everyone)).toHaveLength(1)
    expect(
      shared.search('ferry doctor school bread', { guildId: '2' }, 10).map(hit => hit.passage.analyzed),
    ).not.toContain(harbourArticles[1])
    expect(shared.findSpeaker('Peter Solberg', { guildId: '2' }).type).toBe('none')
    expect(shared.findSpeaker('Peter Solberg', { guildId: '1' }).type).toBe('one')
  })

  it('keeps to one article where the scope names it', () => {
    const hits = library.search('the city', { guildId: null, articleId: 'ferry' }, 20)
    expect(hits.length).toBeGreaterThan(0)
    expect(hits.every(({ passage }) => passage.analyzed.article.id === 'ferry')).toBe(true)
  })

  it('replaces an article of the same id and forgets a removed one', () => {
    const changing = libraryOf(...harbourArticles)
    changing.put({
      analyzed: markedArticle('market', {
        title: 'No fish',
        text: '“‹Ole Dahl›The herring are gone‹/›,” said Ole Dahl.',
      }),
      guildId: null,
    })
    expect(changing.list(everyone)).toHaveLength(3)
    expect(changing.findSpeaker('Brandt', everyone).type).toBe('none')
    expect(changing.search('tonnes of herring', everyone, 5).map(hit => hit.passage.id)).toEqual(['market#0'])
    expect(changing.remove('market')).toBe(true)
    expect(changing.remove('market')).toBe(false)
    expect(changing.get('market')).toBeNull()
    expect(changing.search('herring', everyone, 5)).toEqual([])
    expect(changing.isKnown('herring')).toBe(false)
  })

  it('points a sentence by what its words tell now, not when it was first asked for', () => {
    const [first, ...others] = harbourArticles
    const directionsIn = (of: Library) =>
      of.passages(first!.article.id).map(passage => [...of.direction(passage)])
    const filled = (...articles: typeof harbourArticles) => {
      const of = new Library(undefined, loadWordVectors())
      for (const analyzed of articles) of.put({ analyzed, guildId: null })
      return of
    }
    const changing = filled(first!)
    const alone = directionsIn(changing)
    for (const analyzed of others) changing.put({ analyzed, guildId: null })
    expect(directionsIn(changing)).not.toEqual(alone)
    expect(directionsIn(changing)).toEqual(directionsIn(filled(...harbourArticles)))
    for (const { article } of others) changing.remove(article.id)
    expect(directionsIn(changing)).toEqual(alone)
  })

  it('knows which quotations touch a sentence', () => {
    const touched = library.passages('harbour').map(({ attributions }) => attributions.length)
    expect(touched.some(count => count > 0)).toBe(true)
    expect(touched[0]).toBe(0)
  })
})
