import { frame } from "../i18n/frame";
import { online, reachable } from "../net/reach";
import { Icon } from "../ui/icons";

/** Says when the network or the server is away; the answers that are there stay. */
export function NetworkNotice() {
  const w = frame.value;
  return (
    <div class="network" role="status">
      {!reachable.value && (
        <p>
          <Icon name="away" /> <strong>{online.value ? w.unreachable : w.offline}</strong>{" "}
          <span>{online.value ? w.unreachableHint : w.offlineHint}</span>
        </p>
      )}
    </div>
  );
}
