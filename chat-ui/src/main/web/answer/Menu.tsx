import type { ComponentChildren, TargetedKeyboardEvent } from "preact";
import { useEffect, useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import { words } from "../i18n/language";
import { placed } from "./placing";
import { TypeAhead } from "./typeAhead";

export interface MenuItem {
  readonly label: string;
  /** What it is now; it cannot be chosen again. */
  readonly current?: boolean;
  /** Takes something away. */
  readonly removes?: boolean;
  /** What it opens in its place, instead of doing something. */
  readonly inside?: readonly MenuItem[];
  readonly act: () => void;
}

export interface MenuGroup {
  /** Empty: without a heading. */
  readonly title: string;
  readonly items: readonly MenuItem[];
}

interface MenuProps {
  /** What the button shows. */
  readonly children: ComponentChildren;
  readonly class: string;
  /** What the menu is for. */
  readonly title: string;
  readonly name?: string;
  /** What it offers; undefined: still on its way; called when it opens. */
  readonly groups: readonly MenuGroup[] | undefined;
  readonly open?: () => void;
  /** What went wrong on the way; its last group stays. */
  readonly problem?: string;
}

/**
 * A button with a menu below it; on a phone the menu is a sheet at the bottom. Arrows, Home, End and the beginning of a
 * name move in it, Escape closes it, and the focus comes back to the button.
 */
export function Menu(props: MenuProps) {
  const [shown, setShown] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  const close = (back: boolean) => {
    setShown(false);
    if (back) {
      button.current?.focus();
    }
  };
  const toggle = () => {
    if (!shown) {
      props.open?.();
    }
    setShown(!shown);
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        class={props.class}
        aria-haspopup="menu"
        aria-expanded={shown}
        aria-controls={shown ? id : undefined}
        aria-label={props.name}
        onClick={toggle}
        onKeyDown={(event) => {
          if (event.key === "ArrowDown" && !shown) {
            event.preventDefault();
            toggle();
          }
        }}
      >
        {props.children}
      </button>
      {shown && <MenuList {...props} id={id} anchor={button.current} close={close} />}
    </>
  );
}

interface MenuListProps extends MenuProps {
  readonly id: string;
  readonly anchor: HTMLElement | null;
  readonly close: (back: boolean) => void;
}

function MenuList({ id, title, groups: all, problem, anchor, close }: MenuListProps) {
  const [inner, setInner] = useState<MenuItem>();
  const back: MenuItem = { label: words.value.back, act: () => setInner(undefined) };
  const groups = inner === undefined ? all : [{ title: "", items: [back] }, { title: inner.label, items: inner.inside ?? [] }];
  const list = useRef<HTMLDivElement>(null);
  const [typeAhead] = useState(() => new TypeAhead());
  const closing = useRef(close);
  closing.current = close;
  const entries = () => [...(list.current?.querySelectorAll<HTMLElement>("[role=menuitem], [role=menuitemradio]") ?? [])];
  const ready = groups !== undefined;
  // A menu without anything to choose is none.
  const bare = problem !== undefined && !(groups ?? []).some((group) => group.items.length > 0);

  useLayoutEffect(() => {
    if (list.current !== null && anchor !== null) {
      placed(list.current, anchor);
    }
  }, [ready, problem, inner, anchor]);
  useEffect(() => {
    // Inside, the first that can be chosen comes after the way back.
    (entries()[inner === undefined ? 0 : 1] ?? list.current)?.focus({ preventScroll: true });
  }, [ready, problem, inner]);
  useEffect(() => {
    const outside = (event: Event) => {
      const target = event.target as Node;
      if (list.current?.contains(target) !== true && anchor?.contains(target) !== true) {
        closing.current(false);
      }
    };
    const away = (event: Event) => {
      if (event.target === document) {
        closing.current(false);
      }
    };
    const gone = () => closing.current(false);
    document.addEventListener("pointerdown", outside, true);
    document.addEventListener("scroll", away, true);
    window.addEventListener("resize", gone);
    return () => {
      document.removeEventListener("pointerdown", outside, true);
      document.removeEventListener("scroll", away, true);
      window.removeEventListener("resize", gone);
    };
  }, [anchor]);

  const onKeyDown = (event: TargetedKeyboardEvent<HTMLDivElement>) => {
    const places = entries();
    const at = places.indexOf(document.activeElement as HTMLElement);
    const to = nextPlace(event.key, at, places.length) ?? typeAhead.place(event.key, at, places.map((entry) => entry.textContent));
    const inward = event.key === "ArrowRight" && places[at]?.getAttribute("aria-haspopup") === "menu";
    if (inner !== undefined && (event.key === "ArrowLeft" || event.key === "Escape")) {
      event.preventDefault();
      event.stopPropagation();
      setInner(undefined);
    } else if (inward) {
      event.preventDefault();
      places[at]?.click();
    } else if (event.key === "Escape" || event.key === "Tab") {
      event.preventDefault();
      event.stopPropagation();
      close(true);
    } else if (to !== undefined) {
      event.preventDefault();
      places[to]?.focus();
    }
  };

  return (
    <>
      <div class="sheet-ground" aria-hidden="true" onClick={() => close(true)} />
      {/* A menu holds nothing but what it offers. */}
      <p class="sr-only" role="alert">
        {problem}
      </p>
      <div ref={list} class="menu" role={bare ? "dialog" : "menu"} id={id} aria-label={title} tabIndex={-1} aria-busy={!ready && problem === undefined} onKeyDown={onKeyDown}>
        <p class="menu-title" role="presentation">
          {title}
        </p>
        {problem !== undefined && (
          <p class="menu-problem" role="presentation">
            {problem}
          </p>
        )}
        {!ready && problem === undefined && <p class="menu-wait">{words.value.loading}</p>}
        {!bare && groups?.map((group, g) => (
          <div key={g} class="menu-group" role="group" aria-label={group.title === "" ? title : group.title}>
            {group.title !== "" && (
              <p class="menu-heading" role="presentation">
                {group.title}
              </p>
            )}
            {group.items.map((item, i) => (
              <Item
                key={i}
                item={item}
                first={g === 0 && i === 0}
                choose={() => {
                  if (item === back) {
                    item.act();
                  } else if (item.inside !== undefined) {
                    setInner(item);
                  } else {
                    close(true);
                    if (item.current !== true) {
                      item.act();
                    }
                  }
                }}
              />
            ))}
          </div>
        ))}
      </div>
    </>
  );
}

interface ItemProps {
  readonly item: MenuItem;
  /** Where the keyboard comes into the menu. */
  readonly first: boolean;
  readonly choose: () => void;
}

function Item({ item, first, choose }: ItemProps) {
  const { label, current, inside, removes } = item;
  const role = current === undefined ? { role: "menuitem" as const } : { role: "menuitemradio" as const, "aria-checked": current };
  return (
    <button
      type="button"
      class={removes === true ? "menu-item removes" : "menu-item"}
      {...role}
      {...(inside !== undefined && { "aria-haspopup": "menu" as const })}
      tabIndex={first ? 0 : -1}
      onClick={choose}
    >
      {label}
    </button>
  );
}

function nextPlace(key: string, at: number, count: number): number | undefined {
  switch (key) {
    case "ArrowDown":
      return (at + 1) % count;
    case "ArrowUp":
      return at <= 0 ? count - 1 : at - 1;
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return undefined;
  }
}
