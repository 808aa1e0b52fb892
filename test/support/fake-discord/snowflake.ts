const DISCORD_EPOCH = 1_420_070_400_000n
let count = 0n

/** A new id as Discord makes them: the time in milliseconds, then a count. */
export function newId(): string {
  count = (count + 1n) & 0xfffn
  return (((BigInt(Date.now()) - DISCORD_EPOCH) << 22n) | count).toString()
}
