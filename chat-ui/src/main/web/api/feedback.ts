/** What somebody says about an answer: a verdict, or the option that was taken when asked back. */
export type Said =
  | { readonly traceId: string; readonly verdict: "right" }
  | { readonly traceId: string; readonly verdict: "wrong"; readonly meant?: string }
  | { readonly traceId: string; readonly chosen: number };

/** Tells the server; whether it was taken down. Never fails: the answer is none the worse for it. */
export type Say = (said: Said) => Promise<boolean>;

export const MOST_MEANT = 200;

export function httpFeedback(base: string): Say {
  return async (said) => {
    try {
      const headers = { "Content-Type": "application/json" };
      const response = await fetch(`${base}api/v1/feedback`, { method: "POST", headers, body: JSON.stringify(said) });
      return response.ok;
    } catch {
      return false;
    }
  };
}
