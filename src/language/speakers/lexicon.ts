import type * as CountryNames from 'gender-detection-from-name'
import { deferPackage } from '../../defer-package.js'
import { lexiconTags } from '../lexicon.js'
import type { Gender } from './gender.js'
import { fullNamesOf } from './nicknames.js'

const NAME_TAGS = new Set(['MaleName', 'FemaleName', 'FirstName', 'LastName', 'Person'])
const GIVEN_TAGS = new Set(['MaleName', 'FemaleName', 'FirstName'])

/** Whether the list has the word at all. */
export const isListed = (lower: string): boolean => lexiconTags(lower).length > 0

export const isGivenName = (lower: string): boolean => lexiconTags(lower).some(tag => GIVEN_TAGS.has(tag))

export const isPersonWord = (lower: string): boolean => lexiconTags(lower).some(tag => NAME_TAGS.has(tag))

/** The gender that a given name or what it is short for has in the list; null where it has none or both. */
export function genderOfGivenName(lower: string): Gender | null {
  const own = lexiconTags(lower)
  const tags = GENDERS.some(tag => own.includes(tag)) ? own : fullNamesOf(lower).flatMap(lexiconTags)
  const [male, female] = GENDERS.map(tag => tags.includes(tag))
  if (male === female) return null
  return male ? 'male' : 'female'
}

const GENDERS = ['MaleName', 'FemaleName']

const countryNames = deferPackage<typeof CountryNames>('gender-detection-from-name')
const LANGUAGES = ['en', 'fr', 'it', 'es', 'de', 'tr'] as const

/**
 * The gender that a word has as a given name in the lists of several countries, which have many family names as well; null
 * where they do not agree ("Andrea").
 */
export function genderInCountries(lower: string): Gender | null {
  const { getGender } = countryNames()
  const genders = new Set(LANGUAGES.map(language => getGender(lower, language)))
  const [gender] = genders
  return genders.size === 1 && gender !== undefined && gender !== 'unknown' ? gender : null
}

/** Whether the list knows the word as an ordinary one: neither a person's name nor a proper noun. */
export function isOrdinaryWord(lower: string): boolean {
  const tags = lexiconTags(lower)
  return tags.length > 0 && !tags.some(tag => NAME_TAGS.has(tag) || PROPER_TAGS.has(tag))
}

const PROPER_TAGS = new Set([
  'ProperNoun', 'Place', 'City', 'Country', 'Region', 'Organization', 'SportsTeam', 'Demonym', 'Acronym',
]) // biome-ignore format: a table
