import { signal } from "@preact/signals";
import { type Catalog, NO_CATALOG } from "../api/catalog";
import type { Client } from "../api/client";

/** What is known of the data set that is served; empty until it has loaded. */
export const catalog = signal<Catalog>(NO_CATALOG);

export const catalogFailed = signal(false);

export async function loadCatalog(client: Client): Promise<void> {
  try {
    catalog.value = await client.catalog();
    catalogFailed.value = false;
  } catch {
    // Questions can be asked without it; the page says that the examples are missing.
    catalogFailed.value = true;
  }
}
