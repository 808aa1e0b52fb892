/** American states with what newspapers and the post call them. */
const STATES = `alabama ala al|alaska ak|arizona ariz az|arkansas ark ar|california calif cal ca|colorado colo co
connecticut conn ct|delaware del de|florida fla fl|georgia ga|hawaii hi|idaho id|illinois ill il|indiana ind in|iowa ia
kansas kan kans ks|kentucky ky|louisiana la|maine me|maryland md|massachusetts mass ma|michigan mich mi
minnesota minn mn|mississippi miss ms|missouri mo|montana mont mt|nebraska neb nebr ne|nevada nev nv|new-hampshire nh
new-jersey nj|new-mexico nm|new-york ny|north-carolina nc|north-dakota nd|ohio oh|oklahoma okla ok|oregon ore or
pennsylvania pa penn|rhode-island ri|south-carolina sc|south-dakota sd|tennessee tenn tn|texas tex tx|utah ut
vermont vt|virginia va|washington wash wa|west-virginia wva wv|wisconsin wis wi|wyoming wyo wy`

const STATE_OF = new Map(
  STATES.split(/[\n|]/).flatMap(line => {
    const [state = '', ...short] = line.trim().split(' ')
    return short.map((other): [string, string] => [other, state.replace('-', ' ')])
  }),
)
const PARTIES: Readonly<Record<string, string>> = { R: 'Republican', D: 'Democrat', I: 'independent' }
const SEAT = /^ \(([RDI])[.,]?[-–—, ]{1,2}(\p{L}[\p{L}. ]{1,20})\)/u

/** "Bo Fenn | of Port Runa". */
export const OF_PLACE = /^ ((?:of|from) (?:the )?\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){0,3})/u

/** "Republican Texas" for what follows the name in "Ann Lee (R-TX)", "of Texas" in "Ann Lee of Texas"; empty where neither stands. */
export function seatAfter(after: string): string {
  const [, party = '', place = ''] = SEAT.exec(after) ?? []
  if (party === '') return OF_PLACE.exec(after)?.[1] ?? ''
  const key = place.toLowerCase().replace(/[. ]/g, '')
  return `${PARTIES[party]} ${STATE_OF.get(key) ?? place}`
}

/** The state that a word of a question means by its abbreviation, in capitals or not: "ny"; null for others and for words that say more. */
export const stateOf = (key: string): string | null =>
  key.length === 2 && !/^(?:in|or|me|ok|hi|id|la|de|al|ma|pa|co|mo|oh|ri)$/.test(key)
    ? (STATE_OF.get(key) ?? null)
    : null
