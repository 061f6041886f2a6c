import { expect, it } from "vitest";
import { createQueue } from "../../../main/web/ui/queue";

it("a queue runs so many at once, in order, and goes on after a failure", async () => {
  const queue = createQueue(2);
  const started: number[] = [];
  const ends: (() => void)[] = [];
  const all = [0, 1, 2, 3].map((n) =>
    queue.run(
      () =>
        new Promise<number>((resolve, reject) => {
          started.push(n);
          ends[n] = () => (n === 0 ? reject(new Error("zero")) : resolve(n));
        }),
    ),
  );
  const settled = Promise.allSettled(all);
  await tick();
  expect(started).toEqual([0, 1]);
  ends[0]?.();
  await tick();
  expect(started).toEqual([0, 1, 2]);
  ends[1]?.();
  ends[2]?.();
  await tick();
  ends[3]?.();
  expect((await settled).map(({ status }) => status)).toEqual(["rejected", "fulfilled", "fulfilled", "fulfilled"]);
});

function tick(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
