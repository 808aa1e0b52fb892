import { describe, expect, test } from 'vitest'
import { splitParagraphs } from '../../src/article.js'
import { findMarked } from '../../src/language/quotation-marks.js'
import { textOf } from '../../src/span.js'

const markedOf = (text: string) => findMarked(text, splitParagraphs(text))
const outermost = (text: string) =>
  markedOf(text)
    .filter(stretch => stretch.depth === 0)
    .map(stretch => textOf(text, stretch.span))

describe('findMarked finds', () => {
  test.each([
    ['curly marks', 'She called it “a start” and “a risk”.', ['“a start”', '“a risk”']],
    ['straight marks', 'She said "we will see," and left.', ['"we will see,"']],
    ['single marks', "'We will see,' she said.", ["'We will see,'"]],
    ['single curly marks round an apostrophe', '‘We’ll see,’ she said.', ['‘We’ll see,’']],
    ['doubled apostrophes', "''We will see,'' she said.", ["''We will see,''"]],
    ['guillemets', '«We will see», she said.', ['«We will see»']],
    ['low marks', '„We will see,” she said.', ['„We will see,”']],
    [
      'a plural possessive within single marks',
      "'The workers' rights matter,' she said.",
      ["'The workers' rights matter,'"],
    ],
    ['curly within straight', '"It is no “joke” at all," he said.', ['"It is no “joke” at all,"']],
    ['marks of two families that make a pair', '“We will see," she said.', ['“We will see,"']],
    [
      'an opening mark where a closing one should be',
      '“It is odd,“ said Lee. “Very.”',
      ['“It is odd,“', '“Very.”'],
    ],
    [
      'the last of several opening marks',
      '““We will see,” she said. ««Well», said Lee.',
      ['“We will see,”', '«Well»'],
    ],
    [
      'marks of the same kind within, each with its end',
      'Lee wrote, “It is no “joke” at all.” It rained.',
      ['“It is no “joke” at all.”'],
    ],
    ['guillemets within guillemets', '«It is no «joke» at all», said Lee.', ['«It is no «joke» at all»']],
    [
      'no end before a report, whatever end stands behind',
      '“We will see, she said. “It rains.” Then (”) it rained.',
      ['“It rains.”'],
    ],
    [
      'no end before the next sentence, whatever end stands behind',
      '“It is over, Holt insisted. “We go home.” He cut the 6” pipe.',
      ['“It is over, Holt insisted.', '“We go home.”'],
    ],
    [
      'no inch mark for an end',
      '“It is over, Holt insisted and “left,” with a 6” pipe.',
      ['“It is over, Holt insisted and', '“left,”'],
    ],
    ['no end: up to the end of the paragraph', 'He said: “We will see.\n\nIt rained.', ['“We will see.']],
  ])('%s', (_, text, expected) => {
    expect(outermost(text)).toEqual(expected)
  })

  test('a stretch within a stretch, one deeper', () => {
    const text = '“He told me ‘never again’ and left,” she said.'
    expect(markedOf(text).map(stretch => [textOf(text, stretch.span), stretch.depth])).toEqual([
      ['“He told me ‘never again’ and left,”', 0],
      ['‘never again’', 1],
    ])
  })

  test('a stretch within another of the same marks, one deeper', () => {
    const text = '“What he calls “hell” is home,” she said.'
    expect(markedOf(text).map(stretch => [textOf(text, stretch.span), stretch.depth])).toEqual([
      ['“What he calls “hell” is home,”', 0],
      ['“hell”', 1],
    ])
  })

  test('a quotation that goes on over paragraphs by its open mark', () => {
    const text = '“We went.\n\n“We came back,” he said.\n\n“Good,” she said.'
    expect(
      markedOf(text).map(stretch => [textOf(text, stretch.span), stretch.closed, stretch.continues]),
    ).toEqual([
      ['“We went.', false, false],
      ['“We came back,”', true, true],
      ['“Good,”', true, false],
    ])
  })
})

describe('findMarked leaves alone', () => {
  test.each([
    ['apostrophes', "It's the workers' day, isn't it? Rock 'n' roll of the '90s, 'tis."],
    ['curly apostrophes', 'It’s the workers’ day, isn’t it? ’Tis the ’90s.'],
    ['feet and inches', 'He is 5\'10" tall, she 6\'1".'],
    ['a closing mark without an opening one', 'We will see,” she said.'],
    ['an open mark with the article’s own words behind it', '“We will see, she said. It rained.'],
    ['opening marks alone', '“““““'],
    ['nothing', ''],
  ])('%s', (_, text) => {
    expect(outermost(text)).toEqual([])
  })

  test('an unclosed mark’s neighbours: it ends with its paragraph', () => {
    expect(outermost('He said: “We will see.\n\nThe mayor called it “a start”.')).toEqual([
      '“We will see.',
      '“a start”',
    ])
  })
})
