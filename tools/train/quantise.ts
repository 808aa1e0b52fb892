/** Weights as whole numbers in [-127, 127] with what one unit is worth; the largest few are cut off. */
export function quantise(weights: Float32Array): { values: Int8Array; scale: number } {
  const scale = unitOf(weights)
  return { values: Int8Array.from(weights, weight => clamp(Math.round(weight / scale))), scale }
}

/** The same with a unit for each column of a table. */
export function quantiseRows(
  weights: Float32Array,
  columns: number,
): { values: Int8Array; scales: Float32Array } {
  const scales = Float32Array.from({ length: columns }, (_, k) =>
    unitOf(weights.filter((_, i) => i % columns === k)),
  )
  return {
    values: Int8Array.from(weights, (weight, i) => clamp(Math.round(weight / scales[i % columns]!))),
    scales,
  }
}

/** 1 in 20,000 weights may be larger than 127 units. */
function unitOf(weights: Float32Array): number {
  const sizes = weights.map(Math.abs).sort()
  const top = sizes[Math.floor(sizes.length * (1 - 1 / 20_000))] ?? 0
  return top > 0 ? Math.fround(top / 127) : 1
}

const clamp = (value: number): number => Math.max(-127, Math.min(127, value))
