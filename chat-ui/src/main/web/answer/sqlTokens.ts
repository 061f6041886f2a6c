export type TokenKind = "keyword" | "string" | "number" | "comment" | "plain";

export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
}

const KEYWORDS = new Set(
  (
    "all and as asc between by case cast coalesce count cross date desc distinct else end exists extract false fetch filter first following " +
    "from full group having in inner interval is join last left like limit next not null nulls offset on only or order outer " +
    "over partition preceding range right row rows select sum then timestamp true unbounded union using values when where with"
  ).split(" "),
);

const PIECES =
  /(?<comment>--[^\n]*)|(?<string>'(?:[^']|'')*'?)|(?<quoted>"(?:[^"]|"")*"?)|(?<number>\b\d+(?:\.\d+)?\b)|(?<word>[\p{L}_][\p{L}\p{N}_]*)|(?<space>\s+)|(?<other>.)/gu;

/** SQL in coloured pieces; joined again they are the very text. */
export function sqlTokens(sql: string): readonly Token[] {
  const tokens: Token[] = [];
  for (const match of sql.matchAll(PIECES)) {
    const kind = kindOf(match.groups ?? {});
    const last = tokens.at(-1);
    if (last?.kind === kind) {
      tokens[tokens.length - 1] = { kind, text: last.text + match[0] };
    } else {
      tokens.push({ kind, text: match[0] });
    }
  }
  return tokens;
}

function kindOf(groups: Partial<Record<string, string>>): TokenKind {
  if (groups.comment !== undefined) {
    return "comment";
  }
  if (groups.string !== undefined) {
    return "string";
  }
  if (groups.number !== undefined) {
    return "number";
  }
  return groups.word !== undefined && KEYWORDS.has(groups.word.toLowerCase()) ? "keyword" : "plain";
}
