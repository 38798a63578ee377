const none = Buffer.alloc(0);

/**
 * Takes PostgreSQL's CSV chunk by chunk and gives the records that are whole, each ended as RFC 4180 asks. A line that starts with
 * `mark` holds JSON in its first cell, and is replaced by what `odd` makes of it. Bytes are read as Latin-1, which keeps
 * each as it is.
 */
export function completeLines(
  mark: string,
  odd: (json: string) => string,
): (chunk: Buffer) => Buffer {
  let rest = "";
  return (chunk) => {
    const text = rest + chunk.toString("latin1");
    const end = isBroken(text) ? endOfRecords(text) : text.lastIndexOf("\n") + 1;
    rest = text.slice(end);
    const whole = text.slice(0, end);
    if (whole === "") return none;
    return Buffer.from(replaceOdd(endRecords(whole), mark, odd), "latin1");
  };
}

/** True where a cell goes on in the next line, or the text ends inside one. */
function isBroken(text: string): boolean {
  for (let open = text.indexOf('"'); open !== -1; ) {
    const close = text.indexOf('"', open + 1);
    const line = text.indexOf("\n", open + 1);
    if (close === -1 || (line !== -1 && line < close)) return true;
    open = text.indexOf('"', close + 1);
  }
  return false;
}

/** Where the last whole record ends: at the last line end that is in no cell. */
function endOfRecords(text: string): number {
  let end = 0;
  let inCell = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 34) inCell = !inCell;
    else if (code === 10 && !inCell) end = at + 1;
  }
  return end;
}

/** "\n" → "\r\n" between records; inside a cell it stays. */
function endRecords(text: string): string {
  if (!isBroken(text)) return text.split("\n").join("\r\n");
  return text.replace(/"[^"]*"|\n/g, (found) => (found === "\n" ? "\r\n" : found));
}

function replaceOdd(text: string, mark: string, odd: (json: string) => string): string {
  let at = text.indexOf(mark);
  if (at === -1) return text;
  let made = "";
  let from = 0;
  for (; at !== -1; at = text.indexOf(mark, from)) {
    const lineEnd = text.indexOf("\r\n", at);
    const cell = text.slice(at + mark.length, text.lastIndexOf('"', lineEnd));
    const json = Buffer.from(cell.replaceAll('""', '"'), "latin1").toString("utf8");
    made += text.slice(from, at) + Buffer.from(odd(json)).toString("latin1");
    from = lineEnd + 2;
  }
  return made + text.slice(from);
}
