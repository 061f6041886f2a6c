// A test with a visitor of its own; nothing may have gone wrong in the browser meanwhile.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { test } from "node:test";
import { url, visit } from "./browser.mjs";

/** What earlier visitors left: a gateway has one asker, whose history and boards it keeps. */
export async function forgetAll() {
  for (const [path, list] of [["threads", "threads"], ["boards", "boards"]]) {
    const kept = await fetch(new URL(`api/v1/${path}?limit=100`, url));
    const found = kept.ok ? (await kept.json())[list] : [];
    for (const { id } of found) {
      await fetch(new URL(`api/v1/${path}/${id}`, url), { method: "DELETE" });
    }
  }
}

/** @param browser gives the browser, once it is there */
export function visitor(browser) {
  return (name, who, body) =>
    test(name, async () => {
      await forgetAll();
      // What the stand-in for the server keeps is this visitor's alone; a gateway passes it over.
      const { page, complaints, close } = await visit(browser(), { state: randomUUID(), ...who });
      try {
        await body(page);
        assert.deepEqual(complaints, []);
      } finally {
        await close();
      }
    });
}

/** Goes to a place of the page without loading it anew. */
export async function goTo(page, hash) {
  await page.evaluate((to) => (location.hash = to), hash);
}

/** The window with this name, wherever it is looked at. */
export const SIZES = {
  desktop: {},
  "desktop-dark": { dark: true },
  phone: { width: 360, height: 740 },
  "phone-dark": { width: 360, height: 740, dark: true },
};
