import { SaxesParser } from "saxes";
import { FormatProblem } from "../format-problem.ts";

export type XmlHandlers = {
  open: (name: string, attributes: Readonly<Record<string, string>>) => void;
  close: (name: string) => void;
  text: (text: string) => void;
};

/**
 * Streams XML through handlers. A document type is refused: it is the door to entities that expand without end and to
 * files of the machine. Names come without their prefix.
 */
export async function readXml(
  bytes: AsyncIterable<Uint8Array>,
  handlers: XmlHandlers,
  afterChunk?: () => Promise<void> | void,
): Promise<void> {
  for await (const _ of xmlChunks(bytes, handlers)) await afterChunk?.();
}

/** As `readXml`, giving the turn back after each chunk, so that rows can be handed over as they come. */
export async function* xmlChunks(
  bytes: AsyncIterable<Uint8Array>,
  handlers: XmlHandlers,
): AsyncGenerator<void> {
  const parser = new SaxesParser();
  let failure: Error | undefined;
  parser.on("error", (error) => {
    failure ??= error;
  });
  parser.on("doctype", () => {
    failure ??= new Error("document type");
  });
  parser.on("opentag", ({ name, attributes }) =>
    handlers.open(localName(name), attributes as Record<string, string>),
  );
  parser.on("closetag", ({ name }) => handlers.close(localName(name)));
  parser.on("text", (text) => handlers.text(text));
  parser.on("cdata", (text) => handlers.text(text));
  const refuse = () => {
    if (failure) throw new FormatProblem("malformed-xml");
  };
  const decoder = new TextDecoder("utf-8");
  for await (const chunk of bytes) {
    parser.write(decoder.decode(chunk, { stream: true }));
    refuse();
    yield;
  }
  parser.close();
  refuse();
}

function localName(name: string): string {
  const colon = name.indexOf(":");
  return colon < 0 ? name : name.slice(colon + 1);
}
