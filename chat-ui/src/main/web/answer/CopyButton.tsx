import { useState } from "preact/hooks";
import { words } from "../i18n/language";
import { copyText } from "./copying";

/** Copies a text, and says that it did. */
export function CopyButton({ text }: { readonly text: string }) {
  const [copied, setCopied] = useState<boolean>();
  const w = words.value;
  return (
    <>
      <button type="button" class="quiet" onClick={() => void copyText(text).then(setCopied)}>
        {w.copy}
      </button>
      <span role="status">{copied === undefined ? "" : copied ? w.copied : w.copyFailed}</span>
    </>
  );
}
