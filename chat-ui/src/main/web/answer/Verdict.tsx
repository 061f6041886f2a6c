import type { TargetedEvent } from "preact";
import { useContext, useEffect, useRef, useState } from "preact/hooks";
import type { Answer } from "../api/answer";
import { MOST_MEANT } from "../api/feedback";
import { words } from "../i18n/language";
import { Feedback } from "./feedback";

type Given = "right" | "wrong";
type Told = "taken" | "meant" | "lost";

/** Whether the answer is right, and what was meant where it is not. */
export function Verdict({ answer }: { readonly answer: Answer }) {
  const say = useContext(Feedback);
  const [given, setGiven] = useState<Given>();
  const [told, setTold] = useState<Told>();
  const w = words.value;
  const { traceId, status } = answer;
  if (traceId === "" || status === "error") {
    return null;
  }

  const give = async (verdict: Given) => {
    setGiven(verdict);
    setTold(undefined);
    setTold((await say({ traceId, verdict })) ? "taken" : "lost");
  };
  const mean = async (meant: string) => {
    setTold((await say({ traceId, verdict: "wrong", meant })) ? "meant" : "lost");
  };

  const asking = given === "wrong" && told !== "meant";
  const message = told && { taken: given === "right" ? w.thanks : w.meant, meant: w.meantThanks, lost: w.notTakenDown }[told];
  return (
    <section class="verdict" aria-label={w.verdictLabel}>
      <div class="verdict-line">
        {status === "answered" ? (
          <>
            <span class="verdict-question">{w.verdictQuestion}</span>
            <VerdictButton label={w.right} pressed={given === "right"} give={() => void give("right")} />
            <VerdictButton label={w.wrong} pressed={given === "wrong"} give={() => void give("wrong")} down />
          </>
        ) : (
          <button type="button" class="else" aria-expanded={asking} hidden={told === "meant"} onClick={() => setGiven("wrong")}>
            {w.meantElse}
          </button>
        )}
        <span class="verdict-told" role="status">
          {message}
        </span>
      </div>
      {asking && <Meant send={(meant) => void mean(meant)} />}
    </section>
  );
}

interface VerdictButtonProps {
  readonly label: string;
  readonly pressed: boolean;
  readonly down?: boolean;
  readonly give: () => void;
}

function VerdictButton({ label, pressed, down = false, give }: VerdictButtonProps) {
  return (
    <button
      type="button"
      class="thumb"
      data-verdict={down ? "wrong" : "right"}
      aria-label={label}
      title={label}
      aria-pressed={pressed}
      onClick={give}
    >
      <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
        <g transform={down ? "rotate(180 10 10)" : undefined}>
          <path d="M2.8 9h3v7.6h-3z" />
          <path d="M5.8 9.2 9.3 2.6c1.4.1 2.2 1 2.1 2.4L11 7.6h4.7c1.1 0 1.9 1 1.6 2.1l-1.4 5.4c-.2.9-1 1.5-1.9 1.5H5.8z" />
        </g>
      </svg>
    </button>
  );
}

/** One line for what was meant. */
function Meant({ send }: { readonly send: (meant: string) => void }) {
  const [typed, setTyped] = useState("");
  const field = useRef<HTMLInputElement>(null);
  const w = words.value;
  useEffect(() => field.current?.focus({ preventScroll: true }), []);
  const onSubmit = (event: TargetedEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (typed.trim() !== "") {
      send(typed.trim());
    }
  };
  return (
    <form class="meant" onSubmit={onSubmit}>
      <input
        ref={field}
        type="text"
        value={typed}
        maxLength={MOST_MEANT}
        placeholder={w.meantPlaceholder}
        aria-label={w.meant}
        autocomplete="off"
        enterkeyhint="send"
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
      <button type="submit" class="choice" disabled={typed.trim() === ""}>
        {w.send}
      </button>
    </form>
  );
}
