import type { Option } from "../api/answer";

interface ChoicesProps {
  readonly title: string;
  readonly choices: readonly Option[];
  readonly ask: (question: string, index: number) => void;
}

/** Questions to ask with one tap. */
export function Choices({ title, choices, ask }: ChoicesProps) {
  if (choices.length === 0) {
    return null;
  }
  return (
    <section class="choices" aria-label={title}>
      <h3>{title}</h3>
      <ul>
        {choices.map((choice, i) => (
          <li key={choice.question + choice.label}>
            <button type="button" class="choice" title={choice.question} onClick={() => ask(choice.question, i)}>
              {choice.label}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
