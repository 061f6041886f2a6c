import { frame } from "../i18n/frame";
import { Dialog } from "../ui/Dialog";
import { Icon } from "../ui/icons";
import { Sidebar } from "./Sidebar";
import { drawer, sidebarOpen, wide } from "./sidebarOpen";

/** Beside the page where there is room, else over it. */
export function SidebarPlace() {
  const w = frame.value;
  const close = () => (drawer.value = false);
  if (wide.value) {
    return sidebarOpen.value ? (
      <aside class="sidebar" id="sidebar" aria-label={w.history}>
        <Sidebar chosen={() => undefined} />
      </aside>
    ) : null;
  }
  return drawer.value ? (
    <Dialog label={w.history} class="drawer" close={close}>
      <div class="drawer-head">
        <button type="button" class="icon" aria-label={w.closeSidebar} title={w.closeSidebar} onClick={close}>
          <Icon name="close" />
        </button>
      </div>
      <Sidebar chosen={close} />
    </Dialog>
  ) : null;
}
