import iconv from "iconv-lite";
import { FormatProblem } from "./format-problem.ts";

export type DecodedText = { encoding: string; text: AsyncGenerator<string> };

/** Enough to judge: a table's first 256 KiB hold its accents. */
const sampleBytes = 262_144;

/**
 * Decodes bytes as they come. UTF-8 wins when the sample is valid UTF-8; a byte order mark decides; otherwise the
 * legacy encoding whose decoding gives the fewest implausible characters.
 */
export async function decodeText(
  bytes: AsyncIterable<Uint8Array>,
  declared?: string,
): Promise<DecodedText> {
  const iterator = bytes[Symbol.asyncIterator]();
  const held: Uint8Array[] = [];
  let size = 0;
  let ended = false;
  while (size < sampleBytes && !ended) {
    const next = await iterator.next();
    if (next.done) ended = true;
    else {
      held.push(next.value);
      size += next.value.byteLength;
    }
  }
  if (size === 0) throw new FormatProblem("empty-file");
  const encoding = declared ?? detectEncoding(Buffer.concat(held), !ended);
  return { encoding, text: decodeAll(held, iterator, encoding) };
}

async function* decodeAll(
  held: readonly Uint8Array[],
  rest: AsyncIterator<Uint8Array>,
  encoding: string,
) {
  const decoder = encoding === "utf-8" ? new TextDecoder("utf-8") : undefined;
  const legacy = decoder ? undefined : iconv.getDecoder(encoding);
  const decode = (chunk: Uint8Array) =>
    decoder ? decoder.decode(chunk, { stream: true }) : (legacy?.write(Buffer.from(chunk)) ?? "");
  for (const chunk of held) yield decode(chunk);
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield decode(next.value);
  const last = decoder ? decoder.decode() : (legacy?.end() ?? "");
  if (last) yield last;
}

/** Names as iconv-lite knows them. */
export function detectEncoding(sample: Uint8Array, isCut: boolean): string {
  if (sample[0] === 0xef && sample[1] === 0xbb && sample[2] === 0xbf) return "utf-8";
  if (sample[0] === 0xff && sample[1] === 0xfe) return "utf-16le";
  if (sample[0] === 0xfe && sample[1] === 0xff) return "utf-16be";
  refuseBinary(sample);
  if (isUtf8(isCut ? wholeCharacters(sample) : sample)) return "utf-8";
  const candidates = ["windows-1252", "cp949", "shift_jis", "macroman"];
  const scored = candidates.map((encoding) => ({
    encoding,
    score: implausibility(iconv.decode(Buffer.from(sample), encoding), encoding),
  }));
  return scored.sort((a, b) => a.score - b.score)[0]?.encoding ?? "windows-1252";
}

const magics: readonly (readonly number[])[] = [
  [0x25, 0x50, 0x44, 0x46],
  [0x89, 0x50, 0x4e, 0x47],
  [0x7f, 0x45, 0x4c, 0x46],
  [0x1f, 0x8b],
  [0xff, 0xd8, 0xff],
  [0xd0, 0xcf, 0x11, 0xe0],
];

function refuseBinary(sample: Uint8Array): void {
  if (magics.some((magic) => magic.every((byte, i) => sample[i] === byte)))
    throw new FormatProblem("binary-file");
  let controls = 0;
  for (const byte of sample) {
    if (byte === 0) throw new FormatProblem("binary-file", "It contains null bytes.");
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12) controls += 1;
  }
  if (controls > sample.length / 100 + 2) throw new FormatProblem("binary-file");
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Drops a character that the end of the sample cuts in two. */
function wholeCharacters(sample: Uint8Array): Uint8Array {
  let end = sample.length;
  for (let back = 1; back <= 4 && back <= sample.length; back++) {
    const byte = sample[sample.length - back] as number;
    if (byte < 0x80) break;
    if (byte >= 0xc0) {
      end = sample.length - back;
      break;
    }
  }
  return sample.subarray(0, end);
}

/** Counts characters that a text in this encoding would not hold; Hangul and kana are plausible only in runs. */
function implausibility(text: string, encoding: string): number {
  const bad = (text.match(/[\ufffd\u0080-\u009f]/g) ?? []).length * 10;
  const asian = (text.match(/[\u3040-\u30ff\uac00-\ud7af\u4e00-\u9fff\uff61-\uff9f]/g) ?? [])
    .length;
  const asianRuns = (text.match(/[\u3040-\u30ff\uac00-\ud7af\u4e00-\u9fff]{2,}/g) ?? []).join(
    "",
  ).length;
  const symbols = (text.match(/[\u00a1-\u00bf\u2020-\u2044\u00d7\u00f7\u0192\u02c6\u02dc]/g) ?? [])
    .length;
  if (encoding === "cp949" || encoding === "shift_jis")
    return bad + (asian - asianRuns) * 6 + (asianRuns === 0 ? 50 : 0);
  const oddCase = (text.match(/\p{Ll}\p{Lu}\p{Ll}/gu) ?? []).length;
  return bad + symbols + oddCase * 2 + (encoding === "macroman" ? 3 : 0);
}
