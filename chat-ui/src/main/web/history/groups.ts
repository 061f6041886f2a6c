import type { ThreadSummary } from "../api/threads";

export type Age = "today" | "week" | "earlier";

export interface Group {
  readonly age: Age;
  readonly threads: readonly ThreadSummary[];
}

const DAYS_OF_A_WEEK = 7;

/** Conversations by how long ago they were last touched, the latest first; empty groups are left out. */
export function grouped(threads: readonly ThreadSummary[], now: Date): readonly Group[] {
  const latest = [...threads].sort((one, other) => other.updatedAt.localeCompare(one.updatedAt));
  return (["today", "week", "earlier"] as const)
    .map((age) => ({ age, threads: latest.filter((thread) => ageOf(new Date(thread.updatedAt), now) === age) }))
    .filter((group) => group.threads.length > 0);
}

/** By calendar days where the reader is. */
function ageOf(moment: Date, now: Date): Age {
  const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate());
  if (moment >= midnight) {
    return "today";
  }
  const weekAgo = new Date(midnight);
  weekAgo.setDate(weekAgo.getDate() - DAYS_OF_A_WEEK + 1);
  return moment >= weekAgo ? "week" : "earlier";
}
