import { type Signal, signal } from "@preact/signals";
import type { Answer, Language } from "../api/answer";
import type { AskedPeriod, Tile } from "../api/boards";
import { type Failure, failureOf } from "../api/http";
import { present } from "../api/json";
import type { RunQuery } from "../api/client";
import type { Queue } from "../ui/queue";
import { over } from "./periods";

/** What has become of a tile's query: an earlier answer stays while a new one is fetched, or fails. */
export interface TileRun {
  readonly answer?: Answer;
  /** When it came. */
  readonly at?: Date;
  readonly failure?: Failure;
  /** Since when a new one is on its way. */
  readonly since?: number;
}

interface Entry {
  readonly run: Signal<TileRun>;
  key: string;
  controller: AbortController | undefined;
}

/** The answers of a board's tiles. */
export class TileRuns {
  private readonly entries = new Map<string, Entry>();

  constructor(
    private readonly runQuery: RunQuery,
    private readonly queue: Queue,
  ) {}

  of(id: string): Signal<TileRun> {
    return this.entry(id).run;
  }

  /** Asks where what is there answers something else. */
  ensure(tile: Tile, period: AskedPeriod | undefined, language: Language): void {
    const key = JSON.stringify([tile.query, period, language]);
    const entry = this.entry(tile.id);
    if (entry.key !== key) {
      // Figures of another question must not be taken for those of this one.
      entry.run.value = {};
      entry.key = key;
      void this.start(entry, tile, period, language);
    }
  }

  refresh(tile: Tile, period: AskedPeriod | undefined, language: Language): void {
    void this.start(this.entry(tile.id), tile, period, language);
  }

  stop(): void {
    this.entries.forEach((entry) => entry.controller?.abort());
  }

  private entry(id: string): Entry {
    const known = this.entries.get(id) ?? { run: signal<TileRun>({}), key: "", controller: undefined };
    this.entries.set(id, known);
    return known;
  }

  private async start(entry: Entry, { query }: Tile, period: AskedPeriod | undefined, language: Language) {
    entry.controller?.abort();
    const controller = new AbortController();
    entry.controller = controller;
    entry.run.value = present<TileRun>({ ...entry.run.value, failure: undefined, since: performance.now() });
    try {
      const answer = await this.queue.run(async () =>
        controller.signal.aborted ? undefined : this.runQuery({ query: over(query, period), language }, controller.signal),
      );
      if (answer !== undefined && !controller.signal.aborted) {
        entry.run.value = { answer, at: new Date() };
      }
    } catch (error) {
      if (!controller.signal.aborted) {
        entry.run.value = present<TileRun>({ ...entry.run.value, since: undefined, failure: failureOf(error) });
      }
    }
  }
}
