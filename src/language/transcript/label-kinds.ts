import { CALENDAR_WORDS } from '../../calendar.js'
import { lexiconTags } from '../lexicon.js'
import { isGivenName, isOrdinaryWord, isPersonWord } from '../speakers/lexicon.js'
import { isBodyName, isTitleWord, singular } from '../speakers/role-words.js'

/**
 * What the words of a label show by themselves: a person's name; a part in a conversation; Q or A; an ordinary word or
 * a place, which may still be somebody's name; or what heads lines in articles and is never a speaker.
 */
export type LabelKind = 'person' | 'role' | 'question' | 'doubtful' | 'heading'

/** Parts in a conversation. */
const ROLES =
  words(`moderator host cohost co-host anchor reporter correspondent journalist interviewer interviewee questioner
  question answer caller speaker announcer narrator operator translator interpreter voice male female man woman boy
  girl unidentified unknown audience crowd participant panelist member protester heckler president chairman
  chairwoman chair chairperson clerk senator governor judge court witness attorney counsel secretary minister mayor
  officer student teacher guest voter viewer commentator analyst all both group representative congressman
  congresswoman ambassador vice-president prosecutor defendant juror presenter facilitator candidate citizen`)

const ROLE_LISTS =
  words(`participants moderators panelists speakers guests hosts candidates panellists present attendees members
  witnesses reporters anchors correspondents debaters cast`)

/** What heads lines in articles. */
const HEADINGS =
  words(`note notes update updates correction corrections clarification related read watch listen see source sources
  photo photos photograph video audio image caption credit graphic map time date where when location place venue topic
  subject title headline summary background context analysis verdict claim claims fact facts rating ruling conclusion
  bottom pros cons pro con winner winners loser losers score result results final half tip tips warning caution
  reminder disclaimer disclosure advertisement sponsored breaking exclusive developing live opinion editorial review
  interview transcript event duration length language ingredients method directions instructions preparation serves
  servings yield makes prep step steps part chapter section episode season table figure box phone email website
  address contact price cost rent tickets admission directed starring genre author publisher published posted updated
  edited reporting writing by from to cc re sent via following dear example examples option options reason reasons
  myth reality truth ${CALENDAR_WORDS.join(' ')} problem solution advantages disadvantages strengths weaknesses details
  more also plus editor's poll odds temperature weather today tomorrow yesterday`)

const PLACES = new Set(['Place', 'City', 'Country', 'Region', 'Organization', 'SportsTeam', 'Demonym'])

export function kindOfLabel(name: string): LabelKind {
  const lower = wordsOfLabel(name)
  const last = lower.at(-1)
  if (last === undefined) return 'heading'
  if (lower.length === 1 && /^(?:q|a)$/.test(last)) return 'question'
  if (lower[0] === 'dear' || lower.some(word => ROLE_LISTS.has(word))) return 'heading'
  if (ROLES.has(last) || (lower.length > 1 && ROLES.has(lower[0]!) && ROLES.has(lower[1]!))) return 'role'
  if (isTitled(name) && !HEADINGS.has(last)) return 'person'
  if (lower.length > 1 && lower.length < 5 && isGivenName(lower[0]!) && !isBodyName(last)) return 'person'
  if (HEADINGS.has(lower[0]!) || HEADINGS.has(last) || HEADINGS.has(singular(last))) return 'heading'
  if (/^the\s/i.test(name)) return 'heading'
  if (lower.length > 4 || isBodyName(last)) return 'doubtful'
  const tags = lexiconTags(last)
  if (isPersonWord(last) && !tags.some(tag => PLACES.has(tag))) return 'person'
  if (isOrdinaryWord(last) || isOrdinaryWord(singular(last)) || tags.some(tag => PLACES.has(tag)))
    return 'doubtful'
  return /(?:ing|ings|tions?|ness|ments?|ities|ity|ly)$/.test(last) ? 'doubtful' : 'person'
}

/** A title before a name: "Sen. Lee", "MS. ROY". */
const isTitled = (name: string): boolean => {
  const [first, ...others] = name.split(/[\s\u00A0]+/u)
  return others.length > 0 && isTitleWord(first!.toLowerCase())
}

/** Lower case, without titles before a name, dots and numbers; a title alone stays. */
export function wordsOfLabel(name: string): string[] {
  const all = name
    .toLowerCase()
    .replace(/’/g, "'")
    .split(/[\s\u00A0_]+/u)
    .map(word => word.replace(/[.,]+$/u, ''))
    .filter(word => word !== '' && !/^(?:the|pro|tempore|[#\d]+)$/.test(word))
  let first = 0
  while (first < all.length - 1 && isLead(all[first]!)) first += all[first] === 'of' ? 2 : 1
  const home = all.indexOf('of', first + 1)
  const named = all.slice(first, home < 0 ? all.length : home)
  return named.length === 0 || (named.length === 1 && isTitleWord(named[0]!)) ? all : named
}

/** "vice president …", "former gov. …", "secretary of state …" before a name. */
const isLead = (word: string): boolean =>
  isTitleWord(word) || /^(?:vice|former|fmr|deputy|acting|of|us|u\.s)$/.test(word)

/** Two labels with one key are of one speaker: "MR. LEE" and "Lee", but not "SPEAKER 1" and "SPEAKER 2". */
export function keyOfLabel(name: string): string {
  const number = /\d+/.exec(name)?.[0] ?? ''
  return `${wordsOfLabel(name).join(' ')}${number && ` ${number}`}`
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/))
}

/** "AL", "JFK": a label of initials alone. */
export const isInitials = (name: string): boolean => /^\p{Lu}{2,3}$/u.test(name)
