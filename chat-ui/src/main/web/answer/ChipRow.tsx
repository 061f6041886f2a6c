import { useContext, useState } from "preact/hooks";
import type { Answer, Chip } from "../api/answer";
import type { Chips } from "../api/chips";
import { words } from "../i18n/language";
import { Acts } from "./acting";
import { chipGroups, additionGroups } from "./chipMenus";
import { Menu, type MenuGroup } from "./Menu";
import type { Run } from "./Reading";
import { failureText } from "./failures";

interface ChipRowProps {
  readonly answer: Answer;
  readonly run: Run | undefined;
}

/** The parts of the query. Each opens what it could be instead, which runs without reading words again. */
export function ChipRow({ answer, run }: ChipRowProps) {
  const acts = useContext(Acts);
  const [chips, setChips] = useState<Chips>();
  const [problem, setProblem] = useState<string>();
  const w = words.value;
  if (run === undefined || acts === undefined || answer.query === undefined) {
    return (
      <ul class="chips">
        {answer.chips.map((chip) => (
          <li key={chip.id} class="chip" data-part={chip.part}>
            <ChipFace chip={chip} />
          </li>
        ))}
      </ul>
    );
  }
  const load = () => {
    if (chips === undefined) {
      setProblem(undefined);
      acts.chips(answer.query, answer.language).then(setChips, (error: unknown) => setProblem(failureText(error)));
    }
  };
  const groupsOf = (chip: Chip, place: number): readonly MenuGroup[] | undefined => {
    const open = chips?.chips.find(({ id }) => id === chip.id) ?? chips?.chips[place];
    return chips && chipGroups(chip, open, run);
  };
  return (
    <ul class="chips">
      {answer.chips.map((chip, place) => (
        <li key={chip.id} data-part={chip.part}>
          <Menu
            class="chip"
            title={w.changePart(w.parts[chip.part] ?? chip.part)}
            name={`${w.parts[chip.part] ?? chip.part} ${chip.label}`}
            groups={groupsOf(chip, place)}
            open={load}
            {...(problem !== undefined && { problem })}
          >
            <ChipFace chip={chip} />
            <Caret />
          </Menu>
        </li>
      ))}
      <li>
        <Menu
          class="chip add"
          title={w.addPart}
          groups={chips && additionGroups(chips.add, run)}
          open={load}
          {...(problem !== undefined && { problem })}
        >
          <span aria-hidden="true">＋</span> {w.addPart}
        </Menu>
      </li>
    </ul>
  );
}

function ChipFace({ chip }: { readonly chip: Chip }) {
  return (
    <>
      <span class="chip-role">{words.value.parts[chip.part] ?? chip.part}</span> {chip.label}
    </>
  );
}

function Caret() {
  return (
    <svg class="caret" viewBox="0 0 10 10" width="10" height="10" aria-hidden="true">
      <path d="M2 3.5 5 6.5 8 3.5" />
    </svg>
  );
}
