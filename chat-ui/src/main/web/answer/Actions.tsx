import { useContext, useState } from "preact/hooks";
import type { Answer, ChartType } from "../api/answer";
import type { View } from "../api/keeping";
import { words, wordsIn } from "../i18n/language";
import { Acts } from "./acting";
import { copyText } from "./copying";
import { csv } from "./csv";
import { download, fileName } from "./download";
import { failureText } from "./failures";
import { integer } from "./figures";
import { Menu } from "./Menu";
import { PinMenu } from "./PinMenu";

interface ActionsProps {
  readonly answer: Answer;
  /** The chart that is looked at; undefined: the one that was suggested. */
  readonly chart: ChartType | undefined;
  readonly worded: boolean;
}

/** What was done, or why not. */
interface Told {
  readonly text: string;
  /** An address that could not be copied. */
  readonly address?: string;
  /** The board that something was pinned to. */
  readonly board?: string;
}

/** What can be kept and shared of an answer. */
export function Actions({ answer, chart, worded }: ActionsProps) {
  const acts = useContext(Acts);
  const [told, setTold] = useState<Told>();
  const w = words.value;
  const { table, query } = answer;
  const type = chart ?? answer.chart?.type ?? "table";
  // Which chart was suggested is not kept: it is chosen anew for the figures of the day.
  const view: View = { query, title: titleOf(answer, worded), ...(chart !== undefined && { chart }) };
  if (table === undefined) {
    return null;
  }

  const toCsv = () => {
    download(new Blob([csv(table, answer.language)], { type: "text/csv;charset=utf-8" }), fileName(view.title, "csv"));
    const rows = integer(table.rows.length, answer.language);
    setTold({ text: table.truncated ? w.csvPart(rows) : w.csvDone(rows) });
  };
  const picture = async () => {
    const { pictureOf } = await import("../picture/picture");
    return pictureOf(answer, table, type);
  };
  const toPng = () =>
    void picture().then(
      (png) => {
        download(png, fileName(view.title, "png"));
        setTold({ text: w.pngDone });
      },
      () => setTold({ text: w.imageFailed }),
    );
  const copyImage = () => {
    try {
      // Given as a promise: some browsers allow it only within the click itself.
      const item = new ClipboardItem({ "image/png": picture() });
      navigator.clipboard.write([item]).then(
        () => setTold({ text: w.imageCopied }),
        () => setTold({ text: w.imageNotCopied }),
      );
    } catch {
      setTold({ text: w.imageNotCopied });
    }
  };
  const share = async () => {
    if (acts === undefined) {
      return;
    }
    try {
      const address = new URL(`#/a/${await acts.link(view)}`, location.href).href;
      setTold((await copyText(address)) ? { text: w.linkCopied } : { text: w.linkShown, address });
    } catch (error) {
      setTold({ text: failureText(error) });
    }
  };
  const empty = table.rows.length === 0;
  return (
    <section class="keeping" aria-label={w.actions}>
      <div class="action-bar">
        {acts !== undefined && query !== undefined && (
          <>
            <PinMenu acts={acts} view={view} tell={(text, board) => setTold({ text, ...(board !== undefined && { board }) })} />
            <button type="button" class="action" onClick={() => void share()}>
              <Icon name="link" />
              {w.link}
            </button>
          </>
        )}
        {!empty && (
          <Menu
            class="action"
            title={w.exporting}
            groups={[
              {
                title: "",
                items: [
                  { label: w.csv, act: toCsv },
                  { label: w.png, act: toPng },
                  { label: w.copyImage, act: copyImage },
                ],
              },
            ]}
          >
            <Icon name="export" />
            {w.exporting}
          </Menu>
        )}
      </div>
      <p class="told" role="status">
        {told?.text}
        {told?.address !== undefined && <input class="address" readOnly value={told.address} aria-label={w.link} onFocus={(e) => e.currentTarget.select()} />}
        {told?.board !== undefined && (
          <>
            {" "}
            <a href={`#/b/${told.board}`}>{w.openBoard}</a>
          </>
        )}
      </p>
    </section>
  );
}

/** What a kept answer is called: as it was asked, else as it was understood. */
export function titleOf(answer: Answer, worded: boolean): string {
  const reading = answer.interpretation?.text ?? "";
  const asked = worded ? answer.question : "";
  return asked || reading || answer.text || wordsIn(answer.language).result;
}

const PATHS = {
  link: "M8.5 11.5a3 3 0 0 0 4.2 0l2.6-2.6a3 3 0 0 0-4.2-4.2l-1 1M11.5 8.5a3 3 0 0 0-4.2 0l-2.6 2.6a3 3 0 0 0 4.2 4.2l1-1",
  export: "M10 3v9M6.5 8.5 10 12l3.5-3.5M4 14v2.5h12V14",
  pin: "M7 3.5h6M8 3.5v5L5.5 11.5h9L12 8.5v-5M10 11.5v5.5",
} as const;

export function Icon({ name }: { readonly name: keyof typeof PATHS }) {
  return (
    <svg class="action-icon" viewBox="0 0 20 20" width="16" height="16" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
