import { useContext } from "preact/hooks";
import type { Answer, Issue } from "../api/answer";
import { MOST_MEANT } from "../api/feedback";
import { words } from "../i18n/language";
import { Footer, langTag } from "./AnswerCard";
import { Choices } from "./Choices";
import { Feedback } from "./feedback";
import { SegmentForm } from "./SegmentForm";
import { Verdict } from "./Verdict";

interface NoAnswerCardProps {
  readonly answer: Answer;
  readonly ask: (question: string) => void;
}

/** A question asked back, or declined with every reason and what could be asked instead. */
export function NoAnswerCard({ answer, ask }: NoAnswerCardProps) {
  const w = words.value;
  const say = useContext(Feedback);
  const { clarification, status, issues, traceId } = answer;
  const choose = (question: string, chosen: number) => {
    void say({ traceId, chosen });
    ask(question);
  };
  // To take a suggestion is to say what was meant.
  const mean = (meant: string) => {
    if (meant.length <= MOST_MEANT) {
      void say({ traceId, verdict: "wrong", meant });
    }
    ask(meant);
  };
  const toSave = status === "clarify" ? answer.segment : undefined;
  const title = { clarify: toSave ? w.saveSegmentTitle : w.clarifyTitle, declined: w.declinedTitle, error: w.errorTitle, answered: "" }[status];
  return (
    <article class="card no-answer" data-status={status} lang={langTag(answer)}>
      <h2>{title}</h2>
      {toSave && <SegmentForm answer={answer} offer={toSave} ask={ask} />}
      {clarification && toSave ? null : clarification ? <p class="sentence">{clarification.question}</p> : answer.text !== "" && issues.length === 0 && <p>{answer.text}</p>}
      {clarification && !toSave && <Choices title={w.choose} choices={clarification.options} ask={choose} />}
      {issues
        .filter((issue) => issue.text !== clarification?.question)
        .map((issue, i) => (
          <IssueView
            key={i}
            issue={issue}
            ask={issue.code === "UNKNOWN_WORD" ? mean : ask}
            question={answer.question}
          />
        ))}
      <Choices title={w.followUps} choices={answer.suggestions.map((s) => ({ label: s, question: s }))} ask={ask} />
      {!toSave && <Verdict answer={answer} />}
      <Footer timings={answer.timings} traceId={answer.traceId} />
    </article>
  );
}

interface IssueViewProps {
  readonly issue: Issue;
  readonly question: string;
  readonly ask: (question: string) => void;
}

function IssueView({ issue, question, ask }: IssueViewProps) {
  const choices = issue.suggestions.map((word) => ({ label: word, question: withWord(question, issue.words, word) }));
  return (
    <section class="issue" data-code={issue.code}>
      <p>
        {issue.words !== "" && <strong class="issue-words">{words.value.issueWords(issue.words)}</strong>} {issue.text}
      </p>
      <Choices title={words.value.suggestions} choices={choices} ask={ask} />
    </section>
  );
}

/** The question again with the suggested word in the place of the one that was not understood. */
export function withWord(question: string, words: string, suggestion: string): string {
  const at = words === "" ? -1 : question.indexOf(words);
  return at < 0 ? suggestion : question.slice(0, at) + suggestion + question.slice(at + words.length);
}
