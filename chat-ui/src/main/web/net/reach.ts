import { computed, signal } from "@preact/signals";

const PROBE_MILLIS = 5_000;

export const online = signal(navigator.onLine);
const answering = signal(true);

/** Whether the server can be had, as far as the last attempt told. */
export const reachable = computed(() => online.value && answering.value);

/** A request met nobody. The server is asked for signs of life until it gives one. */
export function unreached(base: string): void {
  if (answering.peek()) {
    answering.value = false;
    void probe(base);
  }
}

/** Watches the browser's own word on the network. */
export function watchNetwork(base: string): void {
  window.addEventListener("offline", () => (online.value = false));
  window.addEventListener("online", () => {
    online.value = true;
    unreached(base);
  });
}

async function probe(base: string): Promise<void> {
  while (!answering.peek()) {
    const alive = await fetch(`${base}health/live`, { cache: "no-store" }).then(
      () => true,
      () => false,
    );
    if (alive) {
      answering.value = true;
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, PROBE_MILLIS));
  }
}
