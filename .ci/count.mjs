// Adds up vitest's own JSON reports and prints the closing line: "N passed, N failed[, N skipped]".
import { readFileSync } from 'node:fs'

let [passed, failed, skipped] = [0, 0, 0]
for (const file of process.argv.slice(2)) {
  try {
    const report = JSON.parse(readFileSync(file, 'utf8'))
    passed += report.numPassedTests
    failed += report.numFailedTests + (report.numFailedTests === 0 && !report.success ? 1 : 0)
    skipped += report.numPendingTests + report.numTodoTests
  } catch (error) {
    console.error(`${file}: no report of the tests (${error.message})`)
    failed++
  }
}
console.log(`${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`)
process.exitCode = failed || !passed ? 1 : 0
