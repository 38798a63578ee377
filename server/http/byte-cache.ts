/** Keeps what was used last, up to so many bytes. */
export class ByteCache<Value extends { readonly bytes: number }> {
  readonly #entries = new Map<string, Value>();
  readonly #limit: number;
  #bytes = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  get bytes(): number {
    return this.#bytes;
  }

  get size(): number {
    return this.#entries.size;
  }

  get(key: string): Value | undefined {
    const value = this.#entries.get(key);
    if (value !== undefined) {
      this.#entries.delete(key);
      this.#entries.set(key, value);
    }
    return value;
  }

  /** Without counting as a use. */
  peek(key: string): Value | undefined {
    return this.#entries.get(key);
  }

  /** What is larger than a quarter of the whole would push out everything else, and is not kept. */
  set(key: string, value: Value): void {
    this.delete(key);
    if (value.bytes > this.#limit / 4) return;
    this.#entries.set(key, value);
    this.#bytes += value.bytes;
    for (const oldest of this.#entries.keys()) {
      if (this.#bytes <= this.#limit) break;
      this.delete(oldest);
    }
  }

  delete(key: string): void {
    const value = this.#entries.get(key);
    if (value === undefined) return;
    this.#entries.delete(key);
    this.#bytes -= value.bytes;
  }
}
