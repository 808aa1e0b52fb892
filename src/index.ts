/**
 * The library: what other programs may build upon. docs/library.md shows how to use it.
 *
 * Articles: `createLibrary` reads and analyses documents and makes them ready to be asked; `analyzeArticle` says who
 * said what in one.
 */
export type { Article, ArticleDescription, MediaType, SourceDocument } from './article.js'
export { type ErrorCode, OnRecordError } from './errors.js'
export { buildPassageIndex } from './ingest/build-passage-index.js'
export { createLibrary } from './ingest/create-library.js'
export { loadAnalyzer } from './ingest/model-file.js'
export { parseArticle } from './ingest/parse-article.js'
export type {
  AnalyzedArticle,
  Attribution,
  AttributionType,
  QuotationKind,
  Speaker,
  SpeakerKind,
  Via,
} from './language/analysis.js'
export { analyzeArticle } from './language/analyze.js'
/** Answers: values that tell what is on record, or that nothing is; `renderAnswer` puts them into words. */
export type {
  AbstentionReason,
  Answer,
  AnsweredQuote,
  Difference,
  SpeakerCount,
} from './retrieval/answer.js'
export { Library, type LibraryEntry, type Scope } from './retrieval/library.js'
export { listSpeakers } from './retrieval/list-speakers.js'
/** The passage index, which works on any texts. */
export type { Found, Hit, Passage, PassageId, SearchOptions } from './retrieval/passages/passage.js'
export type { PassageIndex } from './retrieval/passages/passage-index.js'
export { type Token, terms, tokenize } from './retrieval/passages/terms.js'
export { answerQuestion } from './retrieval/question.js'
export { matchQuote } from './retrieval/quote-match.js'
export { quotesBy } from './retrieval/quotes-by.js'
export { type SummaryLength, type SummaryRequest, summarize } from './retrieval/summary.js'
export { type Span, textOf } from './span.js'
export { renderAnswer } from './wording/answer.js'
