import { parentPort } from 'node:worker_threads'
import { OnRecordError } from '../errors.js'
import { type AnalysisJob, runJob } from './analysis-job.js'
import type { WorkerMessage } from './analysis-pool.js'
import { loadAnalyzer } from './model-file.js'

const send = (message: WorkerMessage) => parentPort?.postMessage(message)

parentPort?.on('message', (job: AnalysisJob) => {
  const result = runJob(job, article => loadAnalyzer()(article))
  if ('analyzed' in result) send({ type: 'done', analyzed: result.analyzed })
  else if (result.error instanceof OnRecordError) {
    send({ type: 'refused', code: result.error.code, sentence: result.error.message })
  } else send({ type: 'fault', error: result.error })
})

send({ type: 'ready' })
