import type { Answer, SpeakerCount } from './answer.js'
import type { Library, Scope } from './library.js'
import type { LibrarySpeaker } from './speaker-names.js'

/** Who is quoted, most often first. */
export function listSpeakers(library: Library, scope: Scope): Answer {
  if (library.list(scope).length === 0)
    return { type: 'abstention', reason: 'no-articles', asked: '', closest: [] }
  const quoted = library.roster(scope).speakers.filter(({ quotations }) => quotations > 0)
  if (quoted.length === 0) return { type: 'abstention', reason: 'nothing-quoted', asked: '', closest: [] }
  return { type: 'speakers', speakers: quoted.map(countOf) }
}

export const countOf = ({ name, quotations, members }: LibrarySpeaker): SpeakerCount => ({
  name,
  quotations,
  articles: members.size,
})
