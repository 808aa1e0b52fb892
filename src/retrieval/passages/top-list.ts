/** Keeps the best `limit` of the items offered to it: by score, and of equals the lower item. */
export class TopList {
  readonly #items: number[] = []
  readonly #scores: number[] = []

  constructor(readonly limit: number) {}

  /** What a score must be above to enter, as long as items are offered in rising order. */
  get threshold(): number {
    return this.#items.length < this.limit ? Number.NEGATIVE_INFINITY : this.#scores[0]!
  }

  offer(item: number, score: number): void {
    if (this.#items.length < this.limit) {
      this.#items.push(item)
      this.#scores.push(score)
      this.#rise(this.#items.length - 1)
    } else if (score > this.#scores[0]!) {
      this.#items[0] = item
      this.#scores[0] = score
      this.#sink()
    }
  }

  /** Best first. */
  sorted(): { item: number; score: number }[] {
    return this.#items
      .map((item, index) => ({ item, score: this.#scores[index]! }))
      .sort((a, b) => b.score - a.score || a.item - b.item)
  }

  #isWorse(a: number, b: number): boolean {
    const difference = this.#scores[a]! - this.#scores[b]!
    return difference < 0 || (difference === 0 && this.#items[a]! > this.#items[b]!)
  }

  #rise(from: number): void {
    let at = from
    while (at > 0) {
      const parent = (at - 1) >> 1
      if (!this.#isWorse(at, parent)) return
      this.#swap(at, parent)
      at = parent
    }
  }

  #sink(): void {
    let at = 0
    for (;;) {
      let worst = at
      for (const child of [2 * at + 1, 2 * at + 2])
        if (child < this.#items.length && this.#isWorse(child, worst)) worst = child
      if (worst === at) return
      this.#swap(at, worst)
      at = worst
    }
  }

  #swap(a: number, b: number): void {
    const item = this.#items[a]!
    const score = this.#scores[a]!
    this.#items[a] = this.#items[b]!
    this.#scores[a] = this.#scores[b]!
    this.#items[b] = item
    this.#scores[b] = score
  }
}
