import type { RefObject } from "preact";
import { useEffect } from "preact/hooks";

const NEAR = "1200px 0px";

/**
 * Marks the parts of a list that are far from the window, so that the browser need not lay them out: a keystroke under
 * two hundred answers costs no more than under one. Parts in view are left alone, for containment would clip what
 * reaches beyond them.
 */
export function useFar(list: RefObject<HTMLElement>, parts: number): void {
  useEffect(() => {
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting, boundingClientRect } of entries) {
          if (target instanceof HTMLElement) {
            if (!isIntersecting && boundingClientRect.height > 0) {
              target.style.containIntrinsicBlockSize = `auto ${Math.round(boundingClientRect.height)}px`;
            }
            target.toggleAttribute("data-far", !isIntersecting);
          }
        }
      },
      { rootMargin: NEAR },
    );
    for (const part of list.current?.children ?? []) {
      observer.observe(part);
    }
    return () => observer.disconnect();
  }, [list, parts]);
}
