import type { Chip } from "../api/answer";
import type { Addition, OpenChip } from "../api/chips";
import { words } from "../i18n/language";
import type { MenuGroup } from "./Menu";

type Run = (query: unknown, words: string) => void;

/** What a part could be instead, what it is first, and that it could go. */
export function chipGroups(chip: Chip, open: OpenChip | undefined, run: Run): readonly MenuGroup[] {
  const w = words.value;
  const others = (open?.alternatives ?? []).filter(({ label }) => label !== chip.label);
  const current = { label: chip.label, current: true, act: () => undefined };
  const choices = others.map(({ label, query }) => ({
    label,
    current: false,
    act: () => run(query, w.changed(chip.label, label)),
  }));
  const without = open?.without;
  return [
    { title: "", items: [current, ...choices] },
    ...(without === undefined
      ? []
      : [{ title: "", items: [{ label: w.removePart(chip.label), removes: true, act: () => run(without, w.removed(chip.label)) }] }]),
  ];
}

/** What could be added: its kinds, each of which opens its names. */
export function additionGroups(additions: readonly Addition[], run: Run): readonly MenuGroup[] {
  const items = additions
    .filter(({ alternatives }) => alternatives.length > 0)
    .map(({ label: kind, alternatives }) => ({
      label: kind,
      inside: alternatives.map(({ label, query }) => ({ label, act: () => run(query, words.value.added(label)) })),
      act: () => undefined,
    }));
  return [{ title: "", items }];
}
