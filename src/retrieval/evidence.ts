import type { Attribution } from '../language/analysis.js'
import { amountAskedFor } from './amounts.js'
import type { Standing } from './answer-candidates.js'
import { ANSWER_EVIDENCE, answerEvidence } from './answer-evidence.js'
import { CREDIT_EVIDENCE, creditEvidence, verbAsked } from './credit-evidence.js'
import { FIT_EVIDENCE, fitEvidence, topicButKind } from './fit-evidence.js'
import { coverageOfArticle, type Inquiry } from './inquiry.js'
import type { Library, LibraryPassage } from './library.js'
import type { AnswerKind } from './parse-question.js'
import { NO_RELATED_WORDS } from './related-words.js'
import { SoughtWords } from './sought-words.js'
import { attributionFor, SPEAKER_EVIDENCE, speakerEvidence } from './speaker-evidence.js'
import {
  MATTER_EVIDENCE,
  matterEvidence,
  surroundingsOf,
  TOPIC_EVIDENCE,
  topicEvidence,
} from './topic-evidence.js'

const KINDS: readonly AnswerKind[] = ['person', 'time', 'place', 'number', 'reason', 'name']

/** What speaks for a passage as the answer, and what is asked for; free of the scale of the index and of the library's size. */
export const EVIDENCE: readonly string[] = [
  'relevance',
  'order',
  ...TOPIC_EVIDENCE,
  ...SPEAKER_EVIDENCE,
  ...ANSWER_EVIDENCE,
  'asks for a speaker',
  'asks for a name',
  'asks who said it',
  'topic words',
  ...KINDS.map(kind => `asks for ${kind}`),
  ...MATTER_EVIDENCE,
  ...FIT_EVIDENCE,
  ...CREDIT_EVIDENCE,
]

export interface Weighed {
  passage: LibraryPassage
  attribution: Attribution | null
  /** In the order of `EVIDENCE`. */
  evidence: readonly number[]
}

export function weighCandidates(
  candidates: ReadonlyMap<LibraryPassage, Standing>,
  inquiry: Inquiry,
  library: Library,
): Weighed[] {
  const articles = articleCoverage(candidates, inquiry, library)
  const best = Math.max(0, ...articles.values())
  const topic = new SoughtWords(inquiry.topic, inquiry.related)
  const matter = new SoughtWords(inquiry.matter, inquiry.related)
  const described = new SoughtWords(inquiry.described, NO_RELATED_WORDS)
  const asked = askedFor(inquiry)
  const verb = verbAsked(inquiry, library)
  const butKind = topicButKind(inquiry, topic)
  const amountIn = amountAskedFor(inquiry.question.text)
  return [...candidates].map(([passage, { relevance, order }]) => {
    const attribution = attributionFor(passage, inquiry)
    const surroundings = surroundingsOf(passage, library)
    const article = { coverage: articles.get(passage.analyzed.article.id) ?? 0, best }
    return {
      passage,
      attribution,
      evidence: [
        relevance,
        order,
        ...topicEvidence(inquiry, topic, surroundings, article),
        ...speakerEvidence(passage, attribution, { inquiry, topic, described }, library, surroundings),
        ...answerEvidence(inquiry, passage, surroundings.words),
        ...asked,
        ...matterEvidence(matter, surroundings),
        ...fitEvidence(inquiry, passage, surroundings, { amountIn, butKind }),
        ...creditEvidence(passage, attribution, { topic, matter, described, verb }, library),
      ],
    }
  })
}

function articleCoverage(
  candidates: ReadonlyMap<LibraryPassage, Standing>,
  inquiry: Inquiry,
  library: Library,
): Map<string, number> {
  const ids = new Set([...candidates.keys()].map(({ analyzed }) => analyzed.article.id))
  return new Map([...ids].map(id => [id, coverageOfArticle(inquiry.topic, inquiry, library.stems(id))]))
}

const askedFor = ({ question, topic }: Inquiry): number[] => [
  question.speaker === null ? 0 : 1,
  question.namesSpeaker ? 1 : 0,
  question.speaker === null && question.asksForSpeech ? 1 : 0,
  Math.min(10, topic.size),
  ...KINDS.map(kind => (question.answer === kind ? 1 : 0)),
]
