import { describe, expect, it } from 'vitest'
import type { Article } from '../../src/article.js'
import { textFragmentLink } from '../../src/wording/text-fragment.js'

function articleOf(text: string, url: string | undefined = 'https://example.org/news'): Article {
  return { id: 'a', file: 'a.txt', title: 'A', text, url, paragraphs: [[0, text.length]] }
}

function linkTo(words: string, text: string, url?: string): string | null {
  const start = text.lastIndexOf(words)
  return textFragmentLink(articleOf(text, url), [start, start + words.length])
}

describe('textFragmentLink', () => {
  it.each([
    ['a short stretch whole', 'Nobody won.', 'Nobody won.', '#:~:text=Nobody%20won.'],
    [
      'dashes, commas and ampersands encoded',
      'A well-known, B & C',
      'A well-known, B & C',
      '#:~:text=A%20well%2Dknown%2C%20B%20%26%20C',
    ],
    [
      'brackets encoded',
      'He (the mayor) left.',
      'He (the mayor) left.',
      '#:~:text=He%20%28the%20mayor%29%20left.',
    ],
    [
      'quotation marks encoded',
      '“No,” he said.',
      '“No,” he said.',
      '#:~:text=%E2%80%9CNo%2C%E2%80%9D%20he%20said.',
    ],
    ['white space collapsed', 'One\u00a0 two', 'One\u00a0 two', '#:~:text=One%20two'],
    [
      'lines as start and end',
      'One two three.\nFour five six.',
      'One two three.\nFour five six.',
      '#:~:text=One%20two%20three.,Four%20five%20six.',
    ],
    ['words that stand before with what precedes them', 'Yes. No. Yes.', 'Yes.', '#:~:text=Yes.%20No.-,Yes.'],
    ['half a surrogate pair as a replacement', 'A \ud83d B', 'A \ud83d B', '#:~:text=A%20%EF%BF%BD%20B'],
  ])('links %s', (_, text, words, fragment) => {
    expect(linkTo(words, text)).toBe(`https://example.org/news${fragment}`)
  })

  it('links a long stretch by its ends', () => {
    const text =
      'It was the longest sitting that the council of the old harbour town had ever held in all of its history, they said.'
    const ends = 'It%20was%20the%20longest%20sitting,of%20its%20history%2C%20they%20said.'
    expect(linkTo(text, text)).toBe(`https://example.org/news#:~:text=${ends}`)
  })

  it.each([
    ['https://example.org/a#part', 'https://example.org/a#part:~:text=No.'],
    ['https://example.org/a#:~:text=old', 'https://example.org/a#:~:text=No.'],
    ['https://example.org/a?b=c', 'https://example.org/a?b=c#:~:text=No.'],
  ])('keeps what %s leads to', (url, link) => {
    expect(linkTo('No.', 'No.', url)).toBe(link)
  })

  it.each([[''], ['not a url']])('has no link for the URL %j', url => {
    expect(linkTo('No.', 'No.', url)).toBeNull()
  })
})
