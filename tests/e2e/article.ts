import http from "node:http";
import type { AddressInfo } from "node:net";

/** A page of another site: another port is another origin. */
export interface Article {
  readonly address: string;
  close(): Promise<void>;
}

export async function publishArticle(
  body: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Article> {
  const page = `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Article</title><body>${body}</body></html>`;
  const server = http.createServer((_request, response) => {
    response.writeHead(200, { "content-type": "text/html; charset=utf-8", ...headers });
    response.end(page);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
