import type { Asker, Choice } from '../src/command.js'
import { shorten } from '../src/wording/shorten.js'
import type { CommandServices } from './services.js'

/** Discord takes no more, and nobody reads more. */
const mostChoices = 25
const longestChoice = 100

/** What may be meant by the beginning of a title or name; a choice's value is understood by the option. */
export function complete(
  kind: 'article' | 'speaker',
  typed: string,
  { guildId }: Asker,
  { library }: CommandServices,
): Choice[] {
  if (kind === 'speaker') return namesFrom(library.speakerNames({ guildId }, typed))
  const titled = library.articleTitles({ guildId }, typed)
  return titled.slice(0, mostChoices).map(({ id, title }) => {
    const twins = titled.filter(other => other.title === title).length
    return {
      name: shorten(title, longestChoice - 1),
      value: twins === 1 && title.length < longestChoice ? title : id,
    }
  })
}

function namesFrom(names: readonly string[]): Choice[] {
  const short = [...new Set(names)].filter(name => name.length > 0 && name.length <= longestChoice)
  return short.slice(0, mostChoices).map(name => ({ name, value: name }))
}
