import http, { type IncomingHttpHeaders } from "node:http";

export type Page = {
  status: number;
  headers: IncomingHttpHeaders;
  /** Where the answer leads; "" when nowhere. */
  location: string;
  body: string;
};

type Sent = { form?: Record<string, string>; raw?: string; headers?: Record<string, string> };

/**
 * What a browser does with cookies and forms, and what an attacker may do instead: every header can be written. It talks
 * to the loopback port and says that it came by the public origin, as behind a proxy that ends TLS.
 */
export class VisitorBrowser {
  readonly cookies = new Map<string, string>();

  constructor(
    readonly port: number,
    readonly origin: string,
  ) {}

  get(target: string, sent: Sent = {}): Promise<Page> {
    return this.ask("GET", target, sent);
  }

  /** As a form of our own page is sent, unless the headers say otherwise. */
  post(target: string, form: Record<string, string>, sent: Sent = {}): Promise<Page> {
    const own = { "sec-fetch-site": "same-origin", origin: this.origin };
    return this.ask("POST", target, { ...sent, form, headers: { ...own, ...sent.headers } });
  }

  ask(method: string, target: string, { form, raw, headers = {} }: Sent): Promise<Page> {
    const url = new URL(target, this.origin);
    const isOurs = url.origin === this.origin;
    const body = raw ?? (form ? new URLSearchParams(form).toString() : undefined);
    const jar = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    return new Promise((resolve, reject) => {
      const request = http.request(
        {
          method,
          host: "127.0.0.1",
          port: isOurs ? this.port : url.port,
          path: `${url.pathname}${url.search}`,
          agent: false,
          headers: {
            ...(isOurs ? { host: new URL(this.origin).host } : { host: url.host }),
            ...(jar ? { cookie: jar } : {}),
            ...(body === undefined
              ? {}
              : {
                  "content-type": "application/x-www-form-urlencoded",
                  "content-length": String(Buffer.byteLength(body)),
                }),
            ...headers,
          },
        },
        (response) => {
          const chunks: Buffer[] = [];
          response.on("data", (chunk: Buffer) => chunks.push(chunk));
          response.on("error", reject);
          response.on("end", () => {
            this.#keep(response.headers["set-cookie"] ?? []);
            resolve({
              status: response.statusCode ?? 0,
              headers: response.headers,
              location: response.headers.location ?? "",
              body: Buffer.concat(chunks).toString(),
            });
          });
        },
      );
      request.on("error", reject);
      request.end(body);
    });
  }

  #keep(cookies: readonly string[]): void {
    for (const cookie of cookies) {
      const [pair = ""] = cookie.split(";");
      const at = pair.indexOf("=");
      const [name, value] = [pair.slice(0, at), pair.slice(at + 1)];
      if (value === "" || /max-age=0(?:;|$)/i.test(cookie)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
  }
}
