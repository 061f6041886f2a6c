import { toasts } from "./toasts";

/** What has just happened, for the eye and for those who hear the page. */
export function Toasts() {
  return (
    <div class="toasts" role="status">
      {toasts.value.map(({ id, text, action }) => (
        <div key={id} class="toast">
          <span>{text}</span>
          {action && (
            <button type="button" onClick={action.act}>
              {action.label}
            </button>
          )}
        </div>
      ))}
    </div>
  );
}
