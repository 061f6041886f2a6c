const FORGOTTEN_AFTER = 700;

/** Finds an entry by the beginning of its name, letter by letter; the same letter again goes to the next one. */
export class TypeAhead {
  private typed = "";
  private last = -Infinity;

  constructor(private readonly now: () => number = () => performance.now()) {}

  /** The place to go to; undefined where nothing begins so, or the key is no letter. */
  place(key: string, at: number, names: readonly string[]): number | undefined {
    if (Array.from(key).length !== 1 || (key === " " && this.typed === "")) {
      return undefined;
    }
    const late = this.now() - this.last > FORGOTTEN_AFTER;
    const letter = key.toLowerCase();
    this.last = this.now();
    this.typed = late ? letter : this.typed + letter;
    const repeated = Array.from(this.typed).every((each) => each === letter);
    const sought = repeated ? letter : this.typed;
    const start = repeated ? at + 1 : Math.max(0, at);
    const order = names.map((_, i) => (start + i) % names.length);
    return order.find((i) => names[i]?.trim().toLowerCase().startsWith(sought));
  }
}
