/** A row of features with whether it is true, and how much it counts. */
export interface LabelledRow {
  row: readonly number[]
  isTrue: boolean
  weight: number
}

export interface Logistic {
  weights: number[]
  bias: number
}

const ROUNDS = 30

/**
 * Logistic regression by Newton's method (iteratively reweighted least squares), with an L2 penalty on the weights of
 * standardised features. Deterministic.
 */
export function fitLogistic(rows: readonly LabelledRow[], penalty: number): Logistic {
  const width = rows[0]?.row.length ?? 0
  const scales = Array.from({ length: width }, (_, at) => scaleOf(rows, at))
  const points = rows.map(({ row }) => [
    1,
    ...row.map((value, at) => (value - scales[at]!.mean) / scales[at]!.spread),
  ])
  let fitted = new Array<number>(width + 1).fill(0)
  for (let round = 0; round < ROUNDS; round++) {
    const slope = fitted.map((value, at) => (at === 0 ? 0 : -penalty * value))
    const curvature = fitted.map((_, at) =>
      fitted.map((_, to) => (at === to ? (at === 0 ? 1e-9 : penalty) : 0)),
    )
    for (const [i, point] of points.entries()) {
      const { isTrue, weight } = rows[i]!
      const chance = logistic(dot(fitted, point))
      const rest = weight * ((isTrue ? 1 : 0) - chance)
      const bend = weight * chance * (1 - chance)
      for (let at = 0; at <= width; at++) {
        slope[at]! += rest * point[at]!
        for (let to = 0; to <= width; to++) curvature[at]![to]! += bend * point[at]! * point[to]!
      }
    }
    const step = solve(curvature, slope)
    fitted = fitted.map((value, at) => value + step[at]!)
  }
  const weights = scales.map(({ spread }, at) => fitted[at + 1]! / spread)
  return {
    weights,
    bias:
      fitted[0]! -
      dot(
        weights,
        scales.map(({ mean }) => mean),
      ),
  }
}

export const chanceOf = ({ weights, bias }: Logistic, row: readonly number[]): number =>
  logistic(bias + dot(weights, row))

/** The probability of log odds. */
export const logistic = (score: number): number => 1 / (1 + Math.exp(-score))

const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, at) => sum + value * b[at]!, 0)

function scaleOf(rows: readonly LabelledRow[], at: number): { mean: number; spread: number } {
  const mean = rows.reduce((sum, { row }) => sum + row[at]!, 0) / rows.length
  const variance = rows.reduce((sum, { row }) => sum + (row[at]! - mean) ** 2, 0) / rows.length
  return { mean, spread: Math.sqrt(variance) || 1 }
}

/** Gauss–Jordan elimination with the largest pivot of each column. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, at) => [...row, right[at]!])
  for (let at = 0; at < rows.length; at++) {
    const pivot = rows.reduce(
      (best, row, i) => (i >= at && Math.abs(row[at]!) > Math.abs(rows[best]![at]!) ? i : best),
      at,
    )
    ;[rows[at], rows[pivot]] = [rows[pivot]!, rows[at]!]
    const head = rows[at]!
    for (const [i, row] of rows.entries()) {
      if (i === at) continue
      const factor = row[at]! / head[at]!
      for (let to = at; to < row.length; to++) row[to]! -= factor * head[to]!
    }
  }
  return rows.map((row, at) => row.at(-1)! / row[at]!)
}
