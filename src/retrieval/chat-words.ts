import { stateOf } from './seats.js'
import { NICKNAMES_OF_OFFICES } from './spelled-titles.js'
import { type Word, wordsOf } from './words.js'

/** What people write in a hurry, and how articles write it. */
const SPELLED: ReadonlyMap<string, string> = new Map([
  ...NICKNAMES_OF_OFFICES,
  ...`folks people|folk people|ppl people|peeps people|pic picture|pics pictures|vid video|vids videos|dem democrat|dems democrats
  repub republican|repubs republicans|gop republican|scotus supreme court|gov governor
  prof professor|aussie australian|aussies australians|brit british|brits british|cop police|cops police|mom mother|mum mother
  dad father|info information|govt government|admin administration|approx about|natl national|intl international
  dept department|biz business|convo conversation|rep representative|nukes nuclear weapons|meds medicine|yr year|yrs years
  hr hour|hrs hours|mins minutes|pct percent|nyc new york|philly philadelphia|wapo washington post|xmas christmas`
    .split(/[\n|]/)
    .map((pair): [string, string] => {
      const [typed = '', ...written] = pair.trim().split(' ')
      return [typed, written.join(' ')]
    }),
])
/** And what says nothing. */
const IDLE = new Set(
  `wanna gonna gotta bout abt cuz cos coz bc thru tho n w u ur r pls plz lol lmao haha btw imo idk ikr tbh smh omg ok okay yeah yep
  nah hey yo bro dude rly kinda sorta oughta dunno lemme gimme whatcha ya yall em thing`.split(/\s+/),
)

/** The states' abbreviations that are hardly ever anything else, as "AK-47", "Mt.", "wi-fi" and "the VA" are. */
const PLAIN_STATES = new Set('az fl ga ks ky nc nh nj nm nv ny sc sd tn tx vt wv'.split(' '))

/** A word of chat as articles write it: none, itself or another in its place. */
export function writtenOut(word: Word): readonly Word[] {
  if (IDLE.has(word.key)) return []
  const written = SPELLED.get(word.key) ?? (PLAIN_STATES.has(word.key) ? stateOf(word.key) : null)
  if (written === null) return [word]
  return wordsOf(written).map(other => ({ ...other, start: word.start, end: word.end }))
}
