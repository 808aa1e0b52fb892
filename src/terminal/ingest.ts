import type { SourceReport, Sources } from '../ingest/sources.js'
import { countOf } from '../wording/count.js'
import { shorten } from '../wording/shorten.js'
import { type Output, write } from './output.js'
import { neutralise } from './style.js'

export interface Ingesting {
  sources: Pick<Sources, 'ingestPaths'>
  output: Output
  faults: Output
  /** Whether to draw a bar on `faults`, rather than a line a file on `output`. */
  bar: boolean
}

/** Reads articles into the store and says how it went; false where one of them failed. */
export async function ingest(paths: readonly string[], ingesting: Ingesting): Promise<boolean> {
  const { output, faults } = ingesting
  const reports = ingesting.bar
    ? await ingestWithBar(paths, ingesting)
    : await ingestByLines(paths, ingesting)
  for (const report of reports) {
    if (report.status === 'failed') await write(faults, `${neutralise(report.reason ?? report.file)}\n`)
  }
  await write(output, `${summaryOf(reports)}\n`)
  return reports.every(report => report.status !== 'failed')
}

/** A name with a line break cannot pass for two files. */
const inOneLine = (name: string): string => neutralise(name).replaceAll('\n', '\ufffd')

function ingestByLines(paths: readonly string[], { sources, output }: Ingesting) {
  return sources.ingestPaths(paths, ({ done, total, report: { file, status } }) => {
    output.write(`${done}/${total} ${status} ${inOneLine(file)}\n`)
  })
}

async function ingestWithBar(paths: readonly string[], { sources, faults }: Ingesting) {
  const { SingleBar } = await import('cli-progress')
  const bar = new SingleBar({
    stream: faults,
    format: '{bar} {value}/{total} {file}',
    barCompleteChar: '█',
    barIncompleteChar: '░',
    clearOnComplete: true,
    hideCursor: true,
  })
  bar.start(0, 0, { file: '' })
  try {
    return await sources.ingestPaths(paths, ({ done, total, report }) => {
      bar.setTotal(total)
      bar.update(done, { file: shorten(inOneLine(report.file), 50) })
    })
  } finally {
    bar.stop()
  }
}

function summaryOf(reports: readonly SourceReport[]): string {
  const counts = new Map<string, number>()
  for (const { status } of reports) counts.set(status, (counts.get(status) ?? 0) + 1)
  const parts = [...counts].map(([status, count]) => `${count} ${status}`)
  return `${countOf(reports.length, 'article')}: ${parts.join(', ') || 'nothing to read'}.`
}
