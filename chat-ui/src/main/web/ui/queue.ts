/** Runs jobs in order, so many at a time and no more. */
export interface Queue {
  run<T>(job: () => Promise<T>): Promise<T>;
}

export function createQueue(atOnce: number): Queue {
  const waiting: (() => void)[] = [];
  let free = atOnce;
  return {
    async run(job) {
      if (free > 0) {
        free -= 1;
      } else {
        await new Promise<void>((resolve) => waiting.push(resolve));
      }
      try {
        return await job();
      } finally {
        const next = waiting.shift();
        if (next === undefined) {
          free += 1;
        } else {
          next();
        }
      }
    },
  };
}
