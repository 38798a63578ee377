import { randomUUID } from "node:crypto";
import http from "node:http";
import { NextRequest } from "next/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { annotationDoors, moderationDoors, writeDoor } from "#app/_annotation/annotation-doors.ts";
import { deskDoors } from "#app/_committee/desk-doors.ts";
import { reportDoors, startReportDoor } from "#app/_committee/report-doors.ts";
import { type Actor, type Member, visitor } from "#domain/actor/actor.ts";
import { type Role, roles } from "#domain/actor/role.ts";
import { renderMarkdown } from "#formats/markdown/render-markdown.ts";
import { ready } from "#tests/unit/domain/evaluation/evaluations.ts";
import { reviseAnnotation, settleAnnotation } from "#use-cases/annotation/change-annotation.ts";
import { publishAnnotation } from "#use-cases/annotation/publish-annotation.ts";
import { publishReport, reviseReport } from "#use-cases/annual-report/publish-report.ts";
import {
  abandonReport,
  refreshReport,
  saveReport,
  startReport,
} from "#use-cases/annual-report/write-report.ts";
import {
  followUpRecommendation,
  replyToEvaluation,
} from "#use-cases/evaluation/answer-evaluation.ts";
import {
  publishEvaluation,
  reviseEvaluation,
  withdrawEvaluation,
} from "#use-cases/evaluation/publish-evaluation.ts";
import { saveDraft } from "#use-cases/evaluation/save-draft.ts";
import { startEvaluation } from "#use-cases/evaluation/start-evaluation.ts";
import {
  abandonDraft,
  returnToDraft,
  submitEvaluation,
} from "#use-cases/evaluation/submit-evaluation.ts";
import { ballotSchema, castBallot, closeVote } from "#use-cases/evaluation/vote-on-evaluation.ts";
import { moderateAnnotation } from "#use-cases/moderation/moderate-annotation.ts";
import { addTestCity, join, now, signInFully } from "../accounts/people.ts";
import { testDatabase } from "../database.ts";
import { importText } from "../importing/import.ts";
import { FrontStage } from "../server/front-stage.ts";

const { sql } = testDatabase();
const ORIGIN = "https://contrechamp.example";
const city = "attacked";
const people = {} as Record<Role, Member>;
const strangers = {} as Record<Role, Member>;
/** One evaluation in each state, so that a deed is refused for who does it, and not because it is too early or late. */
const slugs = { draft: "", submitted: "", voted: "", published: "" };
type State = keyof typeof slugs;
let number = 0;
/** One that moderation hides, and one whose hiding its author has contested. */
const concealed = { number: 0, contested: 0 };
const year = 2020;

beforeAll(async () => {
  for (const [where, those] of [
    [city, people],
    ["attacking", strangers],
  ] as const) {
    await addTestCity(where);
    await importText(where, "cameras", "reference;status\nC1;in-service\n");
    for (const role of roles) {
      const { publicId } = await join(where, `${role}@${where}.example`, role);
      those[role] = (await signInFully(publicId)).actor;
    }
  }
  const author = people["committee-member"];
  for (const state of ["draft", "submitted", "voted", "published"] as const) {
    slugs[state] = await evaluation(state);
  }
  const written = await publishAnnotation(asked(author), onCamera);
  number = written.kind === "published" ? written.number : 0;
  await startReport({ ...asked(author), year });
  const hide = async () => {
    const done = await publishAnnotation(asked(author), onCamera);
    const of = { ...asked(people.moderator), number: done.kind === "published" ? done.number : 0 };
    expect(await moderateAnnotation(of, "hide", ruled)).toMatchObject({ kind: "hidden" });
    return of.number;
  };
  concealed.number = await hide();
  concealed.contested = await hide();
  const contest = { ...asked(author), number: concealed.contested };
  expect(await moderateAnnotation(contest, "contest", ruled)).toEqual({ kind: "contested" });
});

async function evaluation(state: State): Promise<string> {
  const [author, presiding] = [people["committee-member"], people["committee-chair"]];
  const begun = await startEvaluation(author, city, begin(`The square, ${state}`), randomUUID());
  if (begun.kind !== "started") throw new Error(begun.kind);
  const { slug } = begun;
  const on = (actor: Member) => ({ ...asked(actor), slug });
  const r1 = { key: "r1", text: "Say so", owner: "City manager", dueOn: "2027-03-01" };
  await saveDraft(on(author), 1, { ...ready, recommendations: [r1] });
  if (state === "draft") return slug;
  expect(await submitEvaluation(on(author))).toEqual({ kind: "submitted" });
  if (state === "submitted") return slug;
  for (const voter of [author, presiding]) {
    await castBallot(on(voter), { choice: "for", reasons: null });
  }
  expect(await closeVote(on(presiding))).toMatchObject({ kind: "closed" });
  if (state === "voted") return slug;
  expect(await publishEvaluation(on(presiding))).toMatchObject({ kind: "published" });
  return slug;
}

const begin = (title: string) => ({ title, object: { kind: "system" } });
const asked = (actor: Actor, citySlug = city) => ({
  actor: actor as Member,
  citySlug,
  requestKey: randomUUID(),
  now,
});
const onCamera = { kind: "question", on: "camera", reference: "C1", body: "Why here?" };
const ruled = { rule: "off-topic", reason: "Something else." };
const everything = async () => {
  const [row] = await sql()`SELECT (SELECT count(*)::int FROM audit_entry) AS entries,
    (SELECT md5(string_agg(v::text, '' ORDER BY v.id)) FROM evaluation_version v) AS evaluations,
    (SELECT md5(string_agg(v::text, '' ORDER BY v.id)) FROM annual_report_version v) AS reports,
    (SELECT count(*)::int FROM annotation_text) AS texts, (SELECT count(*)::int FROM annotation_act) AS acts,
    (SELECT count(*)::int FROM annotation_moderation) AS moderations`;
  return row;
};

type Where = { actor: Actor; in?: string };
const desk = ({ actor, in: where }: Where, state: State = "draft") => ({
  ...asked(actor, where),
  slug: slugs[state],
});
const note = ({ actor, in: where }: Where) => ({ ...asked(actor, where), number });
const moderated = ({ actor, in: where }: Where, of = number) => ({
  ...asked(actor, where),
  number: of,
});
const report = ({ actor, in: where }: Where) => ({ ...asked(actor, where), year });
const committee: readonly Role[] = ["committee-member", "committee-chair"];
const chair: readonly Role[] = ["committee-chair"];
const moderators: readonly Role[] = ["moderator"];
const respondent: readonly Role[] = ["city-respondent"];

/** Every deed behind the committee's doors, who may do it, and how it is tried. */
const deeds: readonly [string, readonly Role[], (where: Where) => Promise<unknown>][] = [
  ["save", committee, (w) => saveDraft(desk(w), 2, ready)],
  ["submit", committee, (w) => submitEvaluation(desk(w))],
  ["abandon", committee, (w) => abandonDraft(desk(w))],
  ["return", chair, (w) => returnToDraft(desk(w, "submitted"))],
  ["ballot", committee, (w) => castBallot(desk(w, "submitted"), { choice: "for", reasons: null })],
  ["close", chair, (w) => closeVote(desk(w, "submitted"))],
  ["publish", chair, (w) => publishEvaluation(desk(w, "voted"))],
  ["revise", committee, (w) => reviseEvaluation(desk(w, "published"), "Because.")],
  ["withdraw", chair, (w) => withdrawEvaluation(desk(w, "published"), "Because.")],
  ["reply", respondent, (w) => replyToEvaluation(desk(w, "published"), "No.")],
  [
    "follow-up",
    ["committee-member", "committee-chair", "city-respondent"],
    (w) =>
      followUpRecommendation(desk(w, "published"), { key: "r1", kind: "accepted", note: null }),
  ],
  ["report save", committee, (w) => saveReport(report(w), 1, { uses: "x" })],
  ["report refresh", committee, (w) => refreshReport(report(w))],
  ["report publish", chair, (w) => publishReport(report(w))],
  ["report revise", committee, (w) => reviseReport(report(w), "Because.")],
  ["report abandon", committee, (w) => abandonReport(report(w))],
  [
    "annotation revise",
    ["committee-member"],
    (w) => reviseAnnotation(note(w), { body: "x", reason: "y" }),
  ],
  ["annotation resolve", committee, (w) => settleAnnotation(note(w), "resolve", "Done.")],
  ["annotation withdraw", committee, (w) => settleAnnotation(note(w), "withdraw", "Off.")],
  ["moderation hide", moderators, (w) => moderateAnnotation(moderated(w), "hide", ruled)],
  ["moderation keep", moderators, (w) => moderateAnnotation(moderated(w), "keep", ruled)],
  [
    "moderation restore",
    moderators,
    (w) => moderateAnnotation(moderated(w, concealed.number), "restore", ruled),
  ],
  [
    "moderation contest",
    ["committee-member"],
    (w) => moderateAnnotation(moderated(w, concealed.number), "contest", ruled),
  ],
  // Whoever hid it does not answer the appeal.
  [
    "appeal uphold",
    chair,
    (w) => moderateAnnotation(moderated(w, concealed.contested), "uphold", ruled),
  ],
  [
    "appeal restore",
    chair,
    (w) => moderateAnnotation(moderated(w, concealed.contested), "restore", ruled),
  ],
];

describe("more rights than given", () => {
  it.each(deeds)("%s is refused to every other role, and to all of another city", async (...of) => {
    const [, allowed, tried] = of;
    const before = await everything();
    const others: Actor[] = [visitor, ...Object.values(strangers)];
    for (const role of roles) if (!allowed.includes(role)) others.push(people[role]);
    for (const role of allowed) others.push({ ...people[role], hasSecondFactor: false });
    for (const actor of others) {
      await expect(tried({ actor })).rejects.toMatchObject({ name: "NotAllowed" });
    }
    expect(await everything()).toEqual(before);
  });

  it.each(deeds)("%s, on what another city has under this name, does nothing", async (...of) => {
    const [, allowed, tried] = of;
    const before = await everything();
    for (const role of allowed) {
      const done = await tried({ actor: strangers[role], in: "attacking" }).catch(
        (failure: Error) => ({ kind: failure.name }),
      );
      expect(done).toMatchObject({ kind: expect.stringMatching(/^(no-such-|NotAllowed)/) });
    }
    expect(await everything()).toEqual(before);
  });

  it("an annotation answers none of another city's by its number", async () => {
    const reply = { kind: "reply", answers: number, body: "Here." };
    const done = await publishAnnotation(asked(strangers["city-respondent"], "attacking"), reply);
    expect(done.kind).toMatch(/^no-such-/);
  });
});

describe("fields that a form does not have", () => {
  const greedy = {
    id: 1,
    number: 900,
    cityId: 2,
    city_id: 2,
    authorId: 1,
    accountId: "x",
    state: "published",
    writtenAt: "2001-01-01",
  };

  it("give an annotation no other author, city, number or day", async () => {
    const author = people["committee-member"];
    const done = await publishAnnotation(asked(author), { ...onCamera, ...greedy });
    expect(done).toMatchObject({ kind: "published", number: concealed.contested + 1 });
    const [row] =
      await sql()`SELECT c.slug, p.public_id AS author, t.written_at AS at FROM annotation a
      JOIN city c ON c.id = a.city_id JOIN account p ON p.id = a.written_by
      JOIN annotation_text t ON t.annotation_id = a.id WHERE a.number = ${concealed.contested + 1} AND c.slug = ${city}`;
    expect(row).toEqual({ slug: city, author: author.accountId, at: now });
  });

  it("give a ballot no other voter, and a report no other part", async () => {
    const ballot = ballotSchema.parse({ choice: "for", reasons: "", ...greedy });
    expect(ballot).toEqual({ choice: "for", reasons: null });
    const author = people["committee-member"];
    const saved = await saveReport(report({ actor: author }), 1, { uses: "x", ...greedy });
    expect(saved).toMatchObject({ kind: "malformed" });
  });
});

describe("hostile texts", () => {
  const controls = ["a\0b", "a\u0007b", "a\u001b[31mb", "a\u009bb"];
  const turned = ["pay\u202elog", "a\u202ab", "a\u2066b\u2069", "a\ud83db"];
  const tooLong = "x".repeat(1_000_000);

  it.each([...controls, ...turned, tooLong])(
    "no draft, report or annotation takes text %#",
    async (text) => {
      const before = await everything();
      const author = people["committee-member"];
      const given = [
        await startEvaluation(author, city, begin(text), randomUUID()),
        await saveDraft(desk({ actor: author }), 2, { ...ready, body: text }),
        await saveReport(report({ actor: author }), 1, { uses: text }),
        await publishAnnotation(asked(author), { ...onCamera, body: text }),
        await reviseAnnotation(note({ actor: author }), { body: text, reason: "y" }),
        await settleAnnotation(note({ actor: author }), "resolve", text),
        await moderateAnnotation(note({ actor: people.moderator }), "hide", {
          rule: "unlawful",
          reason: text,
        }),
      ];
      expect(given.map(({ kind }) => kind)).toEqual(given.map(() => "malformed"));
      expect(await everything()).toEqual(before);
    },
  );

  /** Doors whose words go straight into what is published, each with the field that holds them. */
  const wordDoors: readonly [string, (typeof deskDoors)[keyof typeof deskDoors], string][] = [
    ["revise", deskDoors.revise, "reason"],
    ["withdraw", deskDoors.withdraw, "reason"],
    ["reply", deskDoors.reply, "body"],
    ["follow-up", deskDoors["follow-up"], "note"],
    ["ballot", deskDoors.ballot, "reasons"],
    ["report revise", reportDoors.revise as never, "reason"],
  ];
  it.each(wordDoors)("the door %s says what is wrong with words that deceive", async (...of) => {
    const [, door, field] = of;
    const before = await everything();
    // A form cannot carry half a character.
    for (const text of [...controls.slice(1), ...turned.slice(0, 3), "x".repeat(60_000)]) {
      const fields = { requestKey: randomUUID(), choice: "for", key: "r1", kind: "accepted" };
      const body = new URLSearchParams({ ...fields, [field]: text });
      const request = new NextRequest(`${ORIGIN}/api`, { method: "POST", body });
      const params = { city, slug: slugs.published, year: String(year) };
      const answer = await door(request, { params: Promise.resolve(params) });
      expect(answer.status).toBe(303);
      expect(answer.headers.get("location")).toContain("problem=malformed");
    }
    expect(await everything()).toEqual(before);
  });

  it("what is not seen is taken out of a draft, an annotation, a report and a ballot", async () => {
    const author = people["committee-member"];
    const hidden = "in\u200bvi\u2060si\u00adble «\u202f12\u00a0%\u202f» 👩\u200d🚒";
    const seen = "invisible «\u202f12\u00a0%\u202f» 👩\u200d🚒";
    const written = await publishAnnotation(asked(author), { ...onCamera, body: hidden });
    const saved = await saveReport(report({ actor: author }), 1, { uses: hidden });
    const drafted = await startEvaluation(author, city, begin(hidden), randomUUID());
    expect([written.kind, saved.kind, drafted.kind]).toEqual(["published", "saved", "started"]);
    const [row] = await sql()`SELECT
      (SELECT body FROM annotation_text ORDER BY annotation_id DESC LIMIT 1) AS annotation,
      (SELECT content->>'title' FROM evaluation_version ORDER BY id DESC LIMIT 1) AS title`;
    expect(row).toEqual({ annotation: seen, title: seen });
    expect(ballotSchema.parse({ choice: "for", reasons: hidden }).reasons).toBe(seen);
  });

  it.each([
    ...Object.entries({ ...deskDoors, write: writeDoor, start: startReportDoor }),
    ...Object.entries(reportDoors),
    ...Object.entries(annotationDoors),
    ...Object.entries(moderationDoors),
  ])("the door %s takes no null character in any field", async (_name, door) => {
    const fields = { requestKey: randomUUID(), seen: "1", year: "2020", choice: "for" };
    const texts = { reason: "a\0", body: "a\0", reasons: "a\0", key: "r1\0", kind: "accepted" };
    const body = new URLSearchParams({ ...fields, ...texts });
    const request = new NextRequest(`${ORIGIN}/api/committee/${city}`, { method: "POST", body });
    const params = Promise.resolve({
      city,
      slug: slugs.draft,
      year: String(year),
      number: String(number),
    });
    expect((await door(request, { params })).status).toBe(400);
  });

  it.each([
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[a](javascript:alert(1))",
    "[a](JaVaScRiPt:alert(1))",
    "[a](&#106;avascript:alert(1))",
    "[a](data:text/html,<script>alert(1)</script>)",
    "![a](https://evil.example/x.png)",
    "<svg onload=alert(1)><a xlink:href='javascript:alert(1)'>a</a></svg>",
    "<a href=//evil.example onclick=alert(1)>a</a>",
    "<form action=https://evil.example><input name=code><button>Go</button></form>",
    "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "`</code><script>alert(1)</script>`",
    "{{figure:</p><script>alert(1)</script>}}",
    "<p style=position:fixed id=location name=x>a</p>",
  ])("as Markdown, %s holds nothing that acts", (text) => {
    const html = renderMarkdown(text).replaceAll(/&lt;.*?&gt;/gs, "");
    expect(html).not.toMatch(
      /<(?:script|img|svg|math|form|input|button|iframe|style)|<[^>]*\s(?:on\w+|style|id|name|src)=/i,
    );
    expect(html).not.toMatch(/href="\s*(?:javascript|data|\/\/)/i);
  });
});

describe("a form that another site sends", () => {
  let stage: FrontStage;
  beforeAll(async () => {
    stage = await FrontStage.open({ publicOrigin: ORIGIN });
  });
  afterAll(() => stage.close());

  const at = `/api/committee/${city}`;
  const doors = [
    at,
    `${at}/annotations`,
    `${at}/annual-reports`,
    `${at}/a-slug/autosave`,
    `${at}/annual-reports/2020/autosave`,
    ...Object.keys(deskDoors).map((deed) => `${at}/a-slug/${deed}`),
    ...Object.keys(reportDoors).map((deed) => `${at}/annual-reports/2020/${deed}`),
    ...Object.keys(annotationDoors).map((deed) => `${at}/annotations/1/${deed}`),
    ...Object.keys(moderationDoors).map((deed) => `${at}/moderation/1/${deed}`),
  ];

  function post(target: string, headers: Record<string, string>, body = "a=b"): Promise<number> {
    const host = new URL(ORIGIN).host;
    const type = "application/x-www-form-urlencoded";
    const sent = { host, "content-type": type, "content-length": String(body.length), ...headers };
    const options = { host: "127.0.0.1", port: stage.port, path: target, agent: false };
    return new Promise((resolve, reject) => {
      const request = http.request({ ...options, method: "POST", headers: sent }, (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      });
      request.on("error", reject);
      request.end(body);
    });
  }

  it.each([
    ["another site", { "sec-fetch-site": "cross-site", origin: "https://evil.example" }],
    ["a sibling of our domain", { "sec-fetch-site": "same-site", origin: "https://a.example" }],
    ["an old browser on another site", { origin: "https://evil.example" }],
    ["our address in the clear", { origin: "http://contrechamp.example" }],
    ["a page that hides where it is", { origin: "null" }],
    ["no browser", {}],
  ])("from %s reaches none of the committee's doors", async (_from, headers) => {
    const before = stage.rendered.length;
    for (const door of doors) expect(await post(door, headers), door).toBe(403);
    expect(stage.rendered.length).toBe(before);
  });

  it("reaches them all from our own pages, unless it is a megabyte long", async () => {
    const own = { "sec-fetch-site": "same-origin", origin: ORIGIN };
    const before = stage.rendered.length;
    for (const door of doors) expect(await post(door, own), door).toBe(404);
    expect(stage.rendered.length).toBe(before + doors.length);
    for (const door of doors) {
      expect(await post(door, own, "a".repeat(1_000_000)).catch(() => 413), door).toBe(413);
    }
    expect(stage.rendered.length).toBe(before + doors.length);
  });
});
