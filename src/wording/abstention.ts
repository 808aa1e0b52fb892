import type { AbstentionReason, Answer } from '../retrieval/answer.js'
import { shorten } from './shorten.js'

const longestAsked = 200

const sentences: Record<AbstentionReason, (asked: string) => string> = {
  'no-articles': () =>
    'There is no article to look in yet. Moderators add one with /sources add; in a terminal, `on-record ingest PATH` does.',
  'no-match': asked => `Not on the record: nothing in these articles matches ${asked}.`,
  'no-words': asked =>
    `${asked ? `${asked} holds` : 'There are'} no words to look for. Give those that you remember, or ask about a person or a topic.`,
  'no-such-speaker': asked => `Nobody called ${asked} is quoted here. The command “speakers” lists who is.`,
  'no-such-article': asked =>
    `There is no article called ${asked} here. A part of its title or of its file’s name is enough.`,
  'no-such-topic': asked => `Not on the record: nothing here is about ${asked}.`,
  'not-about-this': asked =>
    asked
      ? `Not on the record: nothing here from or about ${asked} fits that.`
      : 'Not on the record: nothing here is about that.',
  'nothing-quoted': asked => (asked ? `Nothing is quoted from ${asked}.` : 'Nobody is quoted here.'),
}

/** Why there is no answer, in words that lead on where they can. */
export function renderAbstention({
  reason,
  asked,
  closest,
}: Extract<Answer, { type: 'abstention' }>): string {
  const words = shorten(asked, longestAsked)
  const sentence = sentences[reason](words && `“${words}”`)
  return closest.length > 0 ? `${sentence} The closest on record, though not an answer:` : sentence
}
