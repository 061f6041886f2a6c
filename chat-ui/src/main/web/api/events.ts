/** An event of a `text/event-stream`. */
export interface ServerEvent {
  readonly event: string;
  readonly data: string;
}

/** The events of a body, as they come. Comments, which only keep the connection open, are passed over. */
export async function* events(body: ReadableStream<Uint8Array>): AsyncGenerator<ServerEvent> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = "";
  try {
    for (;;) {
      const { done, value } = await reader.read();
      const text = rest + decoder.decode(value, { stream: !done });
      const blocks = text.split(/\r?\n\r?\n/);
      rest = blocks.pop() ?? "";
      for (const block of done ? [...blocks, rest] : blocks) {
        const event = eventOf(block);
        if (event !== undefined) {
          yield event;
        }
      }
      if (done) {
        return;
      }
    }
  } finally {
    // Whoever stops listening closes the connection.
    await reader.cancel().catch(() => undefined);
  }
}

function eventOf(block: string): ServerEvent | undefined {
  let event = "message";
  const data: string[] = [];
  for (const line of block.split(/\r?\n/)) {
    const [, field = "", value = ""] = /^([a-z]+): ?(.*)$/s.exec(line) ?? [];
    if (field === "event") {
      event = value;
    } else if (field === "data") {
      data.push(value);
    }
  }
  return data.length === 0 ? undefined : { event, data: data.join("\n") };
}
