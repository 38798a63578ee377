import http from "node:http";
import type { AddressInfo } from "node:net";
import { simpleParser } from "mailparser";
import Provider, { type Configuration } from "oidc-provider";
import { SMTPServer } from "smtp-server";

/** A mail server and an identity provider, real ones, on loopback ports of their own. */

export type Letter = { to: string; from: string; subject: string; text: string };

export class MailHouse {
  readonly letters: Letter[] = [];
  readonly #server = new SMTPServer({
    disabledCommands: ["STARTTLS"],
    authOptional: true,
    onData: (stream, _session, taken) => {
      simpleParser(stream).then(
        ({ to, from, subject, text }) => {
          const [address] = to ? [to].flat() : [];
          this.letters.push({
            to: address?.text ?? "",
            from: from?.text ?? "",
            subject: subject ?? "",
            text: text ?? "",
          });
          taken();
        },
        (failure: Error) => taken(failure),
      );
    },
  });

  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    const { port } = this.#server.server.address() as AddressInfo;
    return `smtp://127.0.0.1:${port}`;
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }
}

/** What the provider says of whoever signs in there next. */
export type Identity = { sub: string; email?: string; email_verified?: boolean };

export class IdentityHouse {
  next: Identity = { sub: "nobody" };
  readonly #identities = new Map<string, Identity>();
  #server: http.Server | undefined;
  issuer = "";

  async open(client: { id: string; secret: string; redirectUri: string }): Promise<string> {
    const server = http.createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    this.issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const provider = new Provider(this.issuer, this.#configuration(client));
    const answer = provider.callback();
    server.on("request", (request, response) => {
      if (request.url?.startsWith("/interaction/")) void this.#enter(provider, request, response);
      else void answer(request, response);
    });
    this.#server = server;
    return this.issuer;
  }

  #configuration(client: { id: string; secret: string; redirectUri: string }): Configuration {
    return {
      clients: [
        {
          client_id: client.id,
          client_secret: client.secret,
          redirect_uris: [client.redirectUri],
          grant_types: ["authorization_code"],
          response_types: ["code"],
        },
      ],
      claims: { openid: ["sub"], email: ["email", "email_verified"] },
      cookies: { keys: ["test"] },
      pkce: { required: () => true },
      features: { devInteractions: { enabled: false } },
      findAccount: (_context, sub) => ({
        accountId: sub,
        claims: () => ({ ...(this.#identities.get(sub) ?? { sub }) }),
      }),
      interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
      loadExistingGrant: async (context) => {
        const { client: asking, session, provider } = context.oidc;
        const grant = new provider.Grant({
          clientId: asking?.clientId ?? "",
          accountId: session?.accountId ?? "",
        });
        grant.addOIDCScope("openid email");
        await grant.save();
        return grant;
      },
    };
  }

  /** Signs in at once, as the identity that is next. */
  async #enter(
    provider: Provider,
    request: http.IncomingMessage,
    response: http.ServerResponse,
  ): Promise<void> {
    this.#identities.set(this.next.sub, this.next);
    await provider.interactionFinished(request, response, {
      login: { accountId: this.next.sub, remember: false },
    });
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      this.#server?.closeAllConnections();
      this.#server?.close(() => resolve());
    });
  }
}
