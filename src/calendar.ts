export const WEEKDAYS: readonly string[] = 'monday tuesday wednesday thursday friday saturday sunday'.split(
  ' ',
)

export const MONTHS: readonly string[] =
  'january february march april may june july august september october november december'.split(' ')

/** As they are shortened, mostly with a stop behind them. */
export const SHORT_MONTHS: readonly string[] = 'jan feb mar apr jun jul aug sep sept oct nov dec'.split(' ')

/** Days and months that are hardly anything else: without "may". */
export const CALENDAR_WORDS: readonly string[] = [...WEEKDAYS, ...MONTHS].filter(word => word !== 'may')

/** With their capitals, as the alternatives of an expression. */
export const asWritten = (words: readonly string[]): string =>
  words.map(word => word.charAt(0).toUpperCase() + word.slice(1)).join('|')
