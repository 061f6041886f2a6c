import { useEffect, useId, useRef, useState } from "preact/hooks";
import { Icon, type IconName } from "./icons";

export interface Action {
  readonly key: string;
  readonly label: string;
  readonly act: () => void;
  /** Whether it is the one of several that holds; undefined where it is no choice. */
  readonly checked?: boolean;
  readonly grave?: boolean;
}

interface ActionsProps {
  readonly label: string;
  readonly icon?: IconName;
  /** Words in the place of the icon alone. */
  readonly text?: string;
  readonly items: readonly Action[];
  readonly class?: string;
}

/** A button with what can be done; arrows go through it, Escape closes it. */
export function Actions({ label, icon = "more", text, items, class: name = "icon" }: ActionsProps) {
  const [open, setOpen] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();

  useEffect(() => {
    if (!open) {
      return;
    }
    const entries = place.current?.querySelectorAll<HTMLElement>("[role^=menuitem]");
    const checked = place.current?.querySelector<HTMLElement>("[aria-checked=true]");
    (checked ?? entries?.[0])?.focus();
    const elsewhere = (event: Event) => {
      if (place.current !== null && !event.composedPath().includes(place.current)) {
        setOpen(false);
      }
    };
    document.addEventListener("pointerdown", elsewhere);
    return () => document.removeEventListener("pointerdown", elsewhere);
  }, [open]);

  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!open) {
      return;
    }
    const entries = [...(place.current?.querySelectorAll<HTMLElement>("[role^=menuitem]") ?? [])];
    const at = entries.findIndex((entry) => entry === event.target);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: entries.length - 1 }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      entries[(to + entries.length) % entries.length]?.focus();
    } else if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      close();
    } else if (event.key === "Tab") {
      setOpen(false);
    }
  };

  return (
    <div class="actions" ref={place} onKeyDown={onKeyDown}>
      <button
        ref={button}
        type="button"
        class={name}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        aria-label={text === undefined ? label : `${label}: ${text}`}
        title={label}
        onClick={() => setOpen(!open)}
      >
        <Icon name={icon} />
        {text !== undefined && <span>{text}</span>}
      </button>
      {open && (
        <ul id={id} class="actions-list" role="menu" aria-label={label}>
          {items.map(({ key, label: words, act, checked, grave }) => (
            <li key={key} role="none">
              <button
                type="button"
                role={checked === undefined ? "menuitem" : "menuitemradio"}
                aria-checked={checked}
                data-item={key}
                data-grave={grave}
                tabIndex={-1}
                onClick={() => {
                  close();
                  act();
                }}
              >
                {words}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
