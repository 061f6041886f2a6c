import { signal } from "@preact/signals";

/** Something that happened, said in passing. */
export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly action?: { readonly label: string; readonly act: () => void };
}

const SHOWN_MILLIS = 7_000;
const MOST = 3;

/** What is said at the moment, the latest last. */
export const toasts = signal<readonly Toast[]>([]);

let last = 0;

export function say(text: string, action?: Toast["action"], millis = SHOWN_MILLIS): () => void {
  const id = ++last;
  const close = () => {
    toasts.value = toasts.value.filter((toast) => toast.id !== id);
  };
  toasts.value = [...toasts.value, { id, text, ...(action && { action }) }].slice(-MOST);
  setTimeout(close, millis);
  return close;
}
