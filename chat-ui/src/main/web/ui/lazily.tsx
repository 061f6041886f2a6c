import type { ComponentChildren, ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import { frame } from "../i18n/frame";

/**
 * A component that is loaded when it is first shown; where that fails it can be tried again.
 *
 * @param meanwhile what stands there until then; what need not be there says nothing of it
 */
export function lazily<P extends object>(
  load: () => Promise<ComponentType<P>>,
  meanwhile: () => ComponentChildren = Loading,
): ComponentType<P> {
  let loaded: ComponentType<P> | undefined;
  return function Lazy(props: P) {
    const [Shown, show] = useState<ComponentType<P> | undefined>(() => loaded);
    const [attempt, setAttempt] = useState(0);
    const [failed, setFailed] = useState(false);
    useEffect(() => {
      if (loaded === undefined) {
        setFailed(false);
        load().then(
          (component) => {
            loaded = component;
            show(() => component);
          },
          () => setFailed(true),
        );
      }
    }, [attempt]);
    if (Shown !== undefined) {
      return <Shown {...props} />;
    }
    return (
      <>
        {failed && meanwhile === Loading ? (
          <div class="notice-page" role="alert">
            <p>{frame.value.pageFailed}</p>
            <button type="button" class="choice" onClick={() => setAttempt(attempt + 1)}>
              {frame.value.retry}
            </button>
          </div>
        ) : (
          meanwhile()
        )}
      </>
    );
  };
}

function Loading() {
  return (
    <p class="notice-page" role="status">
      {frame.value.pageLoading}
    </p>
  );
}
