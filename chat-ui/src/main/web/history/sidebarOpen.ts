import { computed, signal } from "@preact/signals";
import { recall, remember } from "../page/memory";
import { matching } from "../ui/media";

const KEY = "mingshu.sidebar";

/** Whether there is room for conversations beside the page. */
export const wide = matching("(min-width: 1080px)");

const wanted = signal(recall(KEY) !== "closed");
/** On a narrow window they lie over the page while they are looked at. */
export const drawer = signal(false);

/** Whether they stand beside the page. */
export const sidebarOpen = computed(() => wide.value && wanted.value);

export function toggleSidebar(): void {
  if (wide.value) {
    wanted.value = !wanted.value;
    remember(KEY, wanted.value ? "open" : "closed");
  } else {
    drawer.value = !drawer.value;
  }
}
