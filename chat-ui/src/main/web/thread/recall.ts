/**
 * Walks through the questions asked before, as a terminal does: up goes back, down forward again to what was
 * being typed.
 */
export class Recall {
  private back = 0;
  private draft = "";

  constructor(private readonly asked: () => readonly string[]) {}

  /** The question before, or undefined where there is none. */
  older(typed: string): string | undefined {
    const asked = this.asked();
    if (this.back >= asked.length) {
      return undefined;
    }
    if (this.back === 0) {
      this.draft = typed;
    }
    this.back += 1;
    return asked[asked.length - this.back];
  }

  newer(): string | undefined {
    if (this.back === 0) {
      return undefined;
    }
    this.back -= 1;
    const asked = this.asked();
    return this.back === 0 ? this.draft : asked[asked.length - this.back];
  }

  reset(): void {
    this.back = 0;
    this.draft = "";
  }
}
