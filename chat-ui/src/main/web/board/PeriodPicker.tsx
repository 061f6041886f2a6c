import { useEffect, useRef, useState } from "preact/hooks";
import type { AskedPeriod } from "../api/boards";
import { string } from "../api/json";
import { Actions } from "../ui/Actions";
import { between, PRESETS, presetOf, type Preset } from "./periods";
import { board } from "./words";

interface PeriodPickerProps {
  readonly period: AskedPeriod | undefined;
  readonly set: (period: AskedPeriod | undefined) => void;
}

/** The days that a whole board is about. */
export function PeriodPicker({ period, set }: PeriodPickerProps) {
  const w = board.value;
  const [custom, setCustom] = useState(false);
  const preset = presetOf(period);
  const items = [
    { key: "own", label: w.own, checked: period === undefined, act: () => set(undefined) },
    ...(Object.keys(PRESETS) as Preset[]).map((key) => ({
      key,
      label: w.presets[key],
      checked: key === preset,
      act: () => set(PRESETS[key]),
    })),
    { key: "custom", label: w.custom, checked: period !== undefined && preset === undefined, act: () => setCustom(true) },
  ];
  return (
    <div class="period-picker">
      <Actions label={w.period} icon="calendar" class="tool" text={nameOf(period)} items={items} />
      {custom && (
        <RangeForm
          period={period}
          close={() => setCustom(false)}
          set={(range) => {
            setCustom(false);
            set(range);
          }}
        />
      )}
    </div>
  );
}

interface RangeFormProps extends PeriodPickerProps {
  readonly close: () => void;
}

function RangeForm({ period, set, close }: RangeFormProps) {
  const w = board.value;
  const known = period?.type === "between";
  const [from, setFrom] = useState(known ? string(period.from) : "");
  const [to, setTo] = useState(known ? string(period.to) : "");
  const [bad, setBad] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  return (
    <form
      class="range-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const range = between(from, to);
        if (range === undefined) {
          setBad(true);
        } else {
          set(range);
        }
      }}
      onKeyDown={(event) => event.key === "Escape" && close()}
    >
      <label>
        {w.from}
        <input type="date" name="from" ref={first} value={from} onInput={(event) => setFrom(event.currentTarget.value)} />
      </label>
      <label>
        {w.to}
        <input type="date" name="to" value={to} min={from} onInput={(event) => setTo(event.currentTarget.value)} />
      </label>
      <p role="alert">{bad && w.badRange}</p>
      <div>
        <button type="button" class="quiet" onClick={close}>
          {w.cancel}
        </button>
        <button type="submit" class="primary">
          {w.apply}
        </button>
      </div>
    </form>
  );
}

function nameOf(period: AskedPeriod | undefined): string {
  const w = board.value;
  if (period === undefined) {
    return w.own;
  }
  const preset = presetOf(period);
  if (preset !== undefined) {
    return w.presets[preset];
  }
  return period.type === "between" ? w.range(string(period.from), string(period.to)) : w.otherPeriod;
}
