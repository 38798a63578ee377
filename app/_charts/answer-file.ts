type FileWords = {
  type: string;
  /** ASCII letters, digits, dots and hyphens: it is written in a header as it is. */
  filename: string;
  /** Saved rather than shown; a picture is shown. */
  isDownload?: boolean;
};

/** Bytes under a name. The front keeps them per release like a page, and says how long they live. */
export function answerFile(body: BodyInit, { type, filename, isDownload }: FileWords): Response {
  const disposition = `${isDownload ? "attachment" : "inline"}; filename="${filename}"`;
  return new Response(body, {
    headers: { "content-type": type, "content-disposition": disposition },
  });
}

export function nothingThere(): Response {
  return new Response("Not found\n", {
    status: 404,
    headers: { "content-type": "text/plain; charset=utf-8" },
  });
}
