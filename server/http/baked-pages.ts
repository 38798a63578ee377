import type { DatabaseWatch } from "../postgres/database-watch.ts";
import { reportFailure } from "../process/log.ts";
import {
  bake,
  bakeWithNotice,
  NOT_KEPT,
  type PageContent,
  type PageDress,
  REVALIDATED,
} from "./baked-page.ts";
import { ByteCache } from "./byte-cache.ts";
import type { Rendered, Renderer } from "./next-renderer.ts";
import type { PageDisk, StoredPage } from "./page-disk.ts";
import type { Versions } from "./published-versions.ts";
import type { ReadyAnswer } from "./ready-answer.ts";
import { Coalescer, QueueFull, RenderQueue } from "./render-queue.ts";

/**
 * Public pages, kept ready. A page is rendered once per version of what it shows; until the next
 * version it is bytes. While the database is down the last version known is served, and says so.
 */
interface Page {
  readonly city: string | undefined;
  readonly version: string;
  readonly content: PageContent;
  readonly answer: ReadyAnswer;
  readonly bytes: number;
  /** The generation at which the version was last found current. */
  checkedAt: number;
}

interface Asked {
  readonly target: string;
  readonly city: string | undefined;
  readonly isFramed?: boolean | undefined;
  readonly isNegotiated?: boolean | undefined;
}

/** Nothing to serve: `busy` when too many are waiting already. */
export type Absence = "unavailable" | "busy" | "failed";

export interface BakedPagesSetting {
  readonly renderer: Renderer;
  readonly watch: DatabaseWatch;
  readonly versions: Versions;
  readonly disk: PageDisk;
  readonly memoryBytes: number;
  readonly dress: PageDress;
  readonly clock: () => number;
}

type Missing = { answer: ReadyAnswer; version: string; until: number; bytes: number };

const KEPT_STATUSES = new Set([200, 301, 302, 303, 307, 308]);
const RENDERS_AT_ONCE = 4;
const RENDERS_WAITING = 400;
const NOT_FOUND_LIFE_MS = 10_000;
const NOT_FOUND_BYTES = 4 * 1024 * 1024;

/** "Not implemented" (501) is an answer to what was asked, not a failure of ours. */
function isFailure(status: number): boolean {
  return status >= 500 && status !== 501;
}

function contentOf(rendered: Rendered, { isFramed, isNegotiated }: Asked): PageContent {
  const { location, link } = rendered.headers;
  const hints = Array.isArray(link) ? link.join(", ") : link;
  const type = rendered.headers["content-type"] ?? "text/html";
  const disposition = rendered.headers["content-disposition"];
  const file = type.startsWith("text/html") ? undefined : { type, disposition };
  return {
    status: rendered.status,
    location,
    link: hints,
    file,
    isFramed,
    isNegotiated,
    html: rendered.body,
  };
}

export class BakedPages {
  readonly #setting: BakedPagesSetting;
  readonly #pages: ByteCache<Page>;
  readonly #noticed: ByteCache<ReadyAnswer & { readonly bytes: number }>;
  readonly #notFound = new ByteCache<Missing>(NOT_FOUND_BYTES);
  readonly #queue = new RenderQueue(RENDERS_AT_ONCE, RENDERS_WAITING);
  readonly #making = new Coalescer<ReadyAnswer | Absence>();

  constructor(setting: BakedPagesSetting) {
    this.#setting = setting;
    this.#pages = new ByteCache(setting.memoryBytes);
    this.#noticed = new ByteCache(setting.memoryBytes / 4);
  }

  /** Whether the database answers; without it only what was read before can be read. */
  get isReadable(): boolean {
    return this.#setting.watch.state.reachable;
  }

  /** The answer if it is in memory and current: the way most requests go. */
  ready(target: string): ReadyAnswer | undefined {
    const page = this.#pages.get(target);
    if (!page || !this.#setting.watch.state.reachable || !this.#isCurrent(page)) return undefined;
    return page.answer;
  }

  #isCurrent(page: Page): boolean {
    const { versions } = this.#setting;
    if (page.checkedAt === versions.generation) return true;
    if (page.version !== versions.of(page.city)) return false;
    page.checkedAt = versions.generation;
    return true;
  }

  async answer(asked: Asked): Promise<ReadyAnswer | Absence> {
    const { watch, versions, clock } = this.#setting;
    if (!watch.state.reachable) return this.#withoutDatabase(asked);
    const ready = this.ready(asked.target);
    if (ready) return ready;
    const version = versions.of(asked.city);
    const missing = this.#notFound.get(asked.target);
    // What is published in between is found at once.
    if (missing?.version === version && missing.until > clock()) return missing.answer;
    return this.#making.run(`${version} ${asked.target}`, () => this.#make(asked, version));
  }

  async #make(asked: Asked, version: string): Promise<ReadyAnswer | Absence> {
    const stored = await this.#stored(asked);
    if (stored?.version === version) return (await this.#keep(asked, version, stored)).answer;
    try {
      return await this.#queue.run(() => this.#render(asked, version));
    } catch (failure) {
      if (failure instanceof QueueFull) return "busy";
      const outcome = await this.#afterFailure(asked);
      if (outcome === "failed") reportFailure(`The page ${asked.target} failed`, failure);
      return outcome;
    }
  }

  async #stored(asked: Asked): Promise<StoredPage | undefined> {
    const stored = await this.#setting.disk.read(asked.target);
    const { isFramed, isNegotiated } = asked;
    return stored && { ...stored, isFramed, isNegotiated };
  }

  async #render(asked: Asked, version: string): Promise<ReadyAnswer | Absence> {
    const { renderer, disk, dress, clock } = this.#setting;
    let rendered = await renderer.render(asked.target);
    // Pooled connections learn that the database was restarted by failing once.
    if (isFailure(rendered.status)) rendered = await renderer.render(asked.target);
    const content = contentOf(rendered, asked);
    if (KEPT_STATUSES.has(content.status)) {
      disk.write(asked.target, { version, ...content });
      return (await this.#keep(asked, version, content)).answer;
    }
    if (isFailure(content.status)) return this.#afterFailure(asked);
    const answer = await bake(content, dress, NOT_KEPT);
    const until = clock() + NOT_FOUND_LIFE_MS;
    this.#notFound.set(asked.target, { answer, version, until, bytes: answer.bytes });
    return answer;
  }

  async #keep(asked: Asked, version: string, content: PageContent): Promise<Page> {
    const answer = await bake(content, this.#setting.dress, REVALIDATED);
    // Unknown generation: the version may have changed while the page was being made.
    const page = { city: asked.city, version, content, answer, bytes: answer.bytes, checkedAt: -1 };
    this.#pages.set(asked.target, page);
    return page;
  }

  async #afterFailure(asked: Asked): Promise<ReadyAnswer | Absence> {
    const { reachable } = await this.#setting.watch.check();
    return reachable ? "failed" : this.#withoutDatabase(asked);
  }

  async #withoutDatabase(asked: Asked): Promise<ReadyAnswer | Absence> {
    const { dress } = this.#setting;
    const page = this.#pages.get(asked.target);
    const content = page?.content ?? (await this.#stored(asked));
    if (!content) return "unavailable";
    const key = `${page?.version ?? ""} ${asked.target}`;
    const known = this.#noticed.get(key);
    if (known) return known;
    return this.#making.run(`notice ${key}`, async () => {
      const answer = await bakeWithNotice(content, dress);
      this.#noticed.set(key, answer);
      return answer;
    });
  }
}
