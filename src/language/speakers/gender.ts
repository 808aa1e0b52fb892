export type Gender = 'male' | 'female'

const MALE =
  words(`mr sir lord king prince duke baron father dad daddy grandfather brother son husband uncle nephew
  widower boyfriend grandson stepfather stepson boy man gentleman guy businessman spokesman chairman congressman
  councilman assemblyman salesman fireman policeman frontman cameraman anchorman statesman clergyman
  sportsman serviceman headmaster actor waiter host monk priest imam pope stepbrother godfather groom he him his
  himself`)

const FEMALE =
  words(`mrs ms miss madam dame lady queen princess duchess baroness mother mom mommy mum grandmother
  sister daughter wife aunt niece widow girlfriend granddaughter stepmother stepdaughter girl woman businesswoman
  spokeswoman chairwoman congresswoman councilwoman assemblywoman alderwoman saleswoman policewoman anchorwoman
  stateswoman sportswoman servicewoman headmistress actress waitress hostess nun stepsister godmother bride
  heroine she her hers herself`)

/** Words that are said of both, whatever their form suggests. */
const NEUTRAL = words('host priest imam actor freshman alderman ombudsman airman seaman midshipman')

/** The gender that a title, role or kinship word tells ("Mrs.", "spokeswoman", "father"), or null. */
export function genderOfWord(lower: string): Gender | null {
  const word = lower.replace(/\.$/, '')
  if (NEUTRAL.has(word)) return null
  if (MALE.has(word)) return 'male'
  if (FEMALE.has(word)) return 'female'
  if (/[a-z]{2}woman$/.test(word)) return 'female'
  return /[a-z]{2}[^ou]man$/.test(word) && !/(?:german|roman|human|ottoman|norman)$/.test(word)
    ? 'male'
    : null
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/))
}
