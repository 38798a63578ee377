/** A line that renews itself on a terminal; elsewhere one line for every million rows or ten seconds. */
export function showProgress(what: string): { rows: (count: number) => void; end: () => void } {
  const out = process.stderr;
  const started = performance.now();
  let last = started;
  let shown = false;
  const every = out.isTTY ? 100 : 10_000;
  return {
    rows: (count) => {
      const now = performance.now();
      if (now - last < every) return;
      last = now;
      shown = true;
      const seconds = ((now - started) / 1000).toFixed(0);
      const sentence = `${what}: ${count.toLocaleString("en")} rows read in ${seconds} s`;
      out.write(out.isTTY ? `\r\x1b[K${sentence}` : `${sentence}\n`);
    },
    end: () => {
      if (shown && out.isTTY) out.write("\r\x1b[K");
    },
  };
}
