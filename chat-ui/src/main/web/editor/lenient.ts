/** The value of a JSON text that may be half written: what is complete of it, as far as it goes. */
export function lenient(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return whole(text);
  }
}

/** Without the property or item that is being written, each bracket closed. */
function whole(text: string): unknown {
  const mended = text
    // A name without a value, or half a name, before a closing bracket, a comma or the end.
    .replaceAll(/,?\s*"[^"\n]*"?\s*:?\s*(?=[}\]]|,\s*[}"]|$)/g, (piece) => (/^,?\s*"[^"\n]*"\s*$/.test(piece) ? piece : ""))
    .replaceAll(/,(\s*[}\]])/g, "$1");
  try {
    return JSON.parse(mended);
  } catch {
    const kind = /"kind"\s*:\s*"(\w+)"/.exec(text)?.[1];
    return kind === undefined ? {} : { kind };
  }
}
