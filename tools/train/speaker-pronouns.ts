import { resolveSpeakers } from '../../src/language/speakers/coreference.js'
import { genderOfGivenName } from '../../src/language/speakers/lexicon.js'
import { plainWord } from '../../src/language/speakers/name-merging.js'
import { PRONOUNS } from '../../src/language/speakers/pronouns.js'
import { type Features, rankerOf } from '../../src/language/speakers/speaker-ranking.js'
import type { SpeakerArticle } from './speaker-corpus.js'
import { fitSpeakers, type SpeakerExample, type Weights } from './speaker-fit.js'

/**
 * Choices that nobody annotated: of a "she" among people whose given names are known, whoever has a man's name is
 * wrong. What these have in common tells where those stand that a pronoun means, so gender itself is left out, and
 * whoever is only named further on: nothing shows that it is not somebody without a name.
 */
export function pronounExamples({ input }: SpeakerArticle, weights: Weights): SpeakerExample[] {
  const examples: SpeakerExample[] = []
  const rank = rankerOf(weights)
  resolveSpeakers(input, task => {
    const gender = genderAt(input.text, task.at)
    if (task.sort === 'person' && gender !== null) {
      const genders = task.candidates.map((features, index) =>
        features['kind clashes'] === 1 ? null : genderOfName(task.nameOf(index)),
      )
      const known = [...genders.keys()].filter(
        index => genders[index] !== null && task.candidates[index]!.ahead !== 1,
      )
      const right = known.flatMap((index, place) => (genders[index] === gender ? [place] : []))
      if (right.length > 0 && right.length < known.length)
        examples.push({
          sort: 'person',
          candidates: known.map(index => withoutGender(task.candidates[index]!)),
          right,
        })
    }
    return rank(task)
  })
  return examples
}

function genderAt(text: string, at: number) {
  const word = /^[a-z]+/i.exec(text.slice(at, at + 12))?.[0].toLowerCase() ?? ''
  return PRONOUNS.get(word)?.gender ?? null
}

const genderOfName = (name: string | null) =>
  name?.includes(' ') ? genderOfGivenName(plainWord(name.split(' ')[0]!)) : null

const withoutGender = (features: Features): Features =>
  Object.fromEntries(Object.entries(features).filter(([name]) => !name.startsWith('gender')))

const PENALTY = 2

/** The prior with weights for persons fitted to the choices; what they teach is not known to hold for other words. */
export function pronounPrior(examples: readonly SpeakerExample[], prior: Weights): Weights {
  const fitted = fitSpeakers(examples, prior, PENALTY)
  const taught: Weights = { ...prior }
  for (const name of Object.keys(fitted)) {
    if (name.includes('/')) continue
    taught[`person/${name}`] = fitted[name]! + (fitted[`person/${name}`] ?? 0) - (prior[name] ?? 0)
  }
  return taught
}
