/** Where each of a list of distinct keys stands in it; open addressing over keys that are hashes already. */
export class HashIndex {
  private readonly mask: number
  private readonly shift: number
  private readonly keys: Uint32Array
  private readonly places: Uint32Array

  constructor(keys: Uint32Array) {
    const bits = Math.max(4, Math.ceil(Math.log2(keys.length * 2 + 1)))
    this.mask = 2 ** bits - 1
    this.shift = 32 - bits
    this.keys = new Uint32Array(2 ** bits)
    this.places = new Uint32Array(2 ** bits)
    for (let place = 0; place < keys.length; place++) {
      const slot = this.slotOf(keys[place]!)
      this.keys[slot] = keys[place]!
      this.places[slot] = place
    }
  }

  /** -1 where the key is not in the list. 0 is never a key. */
  indexOf(key: number): number {
    const slot = this.slotOf(key)
    return this.keys[slot] === 0 ? -1 : this.places[slot]!
  }

  private slotOf(key: number): number {
    let slot = Math.imul(key, 0x9e3779b1) >>> this.shift
    while (this.keys[slot] !== 0 && this.keys[slot] !== key) slot = (slot + 1) & this.mask
    return slot
  }
}
