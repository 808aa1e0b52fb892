/** Where each of a list of distinct keys stands in it; open addressing over keys that are hashes already. */
export class HashIndex {
  private readonly mask: number
  private readonly shift: number
  /** A key and its place, one after the other: both are fetched at once. */
  private readonly slots: Uint32Array

  constructor(keys: Uint32Array) {
    const bits = Math.max(4, Math.ceil(Math.log2(keys.length * 2 + 1)))
    this.mask = 2 * 2 ** bits - 1
    this.shift = 32 - bits
    this.slots = new Uint32Array(2 * 2 ** bits)
    for (let place = 0; place < keys.length; place++) {
      const slot = this.slotOf(keys[place]!)
      this.slots[slot] = keys[place]!
      this.slots[slot + 1] = place
    }
  }

  /** -1 where the key is not in the list. 0 is never a key. */
  indexOf(key: number): number {
    const slot = this.slotOf(key)
    return this.slots[slot] === 0 ? -1 : this.slots[slot + 1]!
  }

  private slotOf(key: number): number {
    const { slots, mask } = this
    let slot = (Math.imul(key, 0x9e3779b1) >>> this.shift) << 1
    while (slots[slot] !== 0 && slots[slot] !== key) slot = (slot + 2) & mask
    return slot
  }
}
