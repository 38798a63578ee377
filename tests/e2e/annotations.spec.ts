import type { Page } from "@playwright/test";
import { readWebAnnotation } from "#domain/annotation/read-web-annotation.ts";
import { signedInAs } from "./people.ts";
import { address, barriersOf, expect, sidewaysScroll, test } from "./product.ts";

test.describe.configure({ mode: "serial", timeout: 240_000 });

const passage = "les images ont servi dans une enquête sur trois";
const body = `Le comité a entendu le **centre de supervision**. Selon lui, ${passage}.`;

async function fill(page: Page, text: string): Promise<void> {
  await page.locator("textarea[name=body]").fill(text);
  await page.getByLabel("Avis du comité").selectOption("favourable-with-reservations");
  for (const aspect of ["Utilité", "Proportionnalité", "Coût"]) {
    const group = page.getByRole("group", { name: aspect, exact: true });
    await group.getByLabel("Appréciation").selectOption("fair");
    await group.getByLabel("Raisons").fill(`Raisons : ${aspect}.`);
  }
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await expect(page.getByText("Rien ne manque pour soumettre ce brouillon au vote.")).toBeVisible();
}

async function voteAndPublish(desk: string, chair: Page, member: Page): Promise<void> {
  await chair.getByRole("button", { name: "Soumettre au vote" }).click();
  await expect(chair.getByText("le texte ne change plus")).toBeVisible();
  for (const page of [member, chair]) {
    await page.goto(desk);
    await page.getByRole("radio", { name: /^pour/ }).check();
    await page.getByRole("button", { name: "Voter" }).click();
    await expect(page.getByText("Votre vote est enregistré.")).toBeVisible();
  }
  await chair.getByRole("button", { name: "Clore le vote" }).click();
  await chair.getByRole("button", { name: "Publier" }).click();
  await expect(chair.getByText("Publié. L’avis est public à cette adresse.")).toBeVisible();
}

/** Who signed in, and what was annotated, for the tests that follow. */
const kept: { chair?: Page; member?: Page; number?: string } = {};

async function linkedData(page: Page, path: string) {
  const answer = await page.request.get(`${address}${path}`, {
    headers: { accept: "application/ld+json" },
  });
  return { status: answer.status(), text: await answer.text(), headers: answer.headers() };
}

test("ANN-1 ANN-2 a passage is annotated, answered, followed when the opinion is revised, and withdrawn", async ({
  browser,
}) => {
  const member = await signedInAs(browser, "committee-member");
  const chair = await signedInAs(browser, "committee-chair");
  kept.chair = chair;
  await chair.goto("/ville-temoin/committee");
  await chair.getByLabel("Titre").fill("Les caméras du canal");
  await chair.getByRole("button", { name: "Ouvrir le brouillon" }).click();
  await expect(chair).toHaveURL(/\/committee\/les-cameras-du-canal/);
  const desk = new URL(chair.url()).pathname;
  const shown = desk.replace("/committee/", "/evaluations/");
  await fill(chair, body);
  await voteAndPublish(desk, chair, member);

  // The passage is selected where it is read; the link takes it along.
  await member.goto(shown);
  await member.evaluate((words) => {
    const text = document.querySelector("[data-annotated]");
    const walker = document.createTreeWalker(text as Node, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const start = node.textContent?.indexOf(words) ?? -1;
      if (start < 0) continue;
      const range = document.createRange();
      range.setStart(node, start);
      range.setEnd(node, start + words.length);
      document.getSelection()?.removeAllRanges();
      document.getSelection()?.addRange(range);
    }
  }, passage);
  const link = member.getByRole("link", { name: /^Annoter un passage/ });
  await expect(link).toHaveAttribute("href", /quote=les\+images/);
  await link.click();
  await expect(member.getByLabel("Passage annoté")).toHaveValue(passage);
  expect(await barriersOf(member)).toEqual([]);
  await member.getByRole("radio", { name: /^Réserve/ }).check();
  await member
    .getByRole("textbox", { name: /^Annotation/ })
    .fill("Deux années manquent. <img src=x onerror=alert(1)>");
  await member.getByRole("button", { name: "Publier l’annotation" }).click();
  await expect(member.getByText("L’annotation est publiée.")).toBeVisible();
  const room = new URL(member.url()).pathname;
  const number = room.split("/").at(-1) ?? "";
  const permanent = `/ville-temoin/annotations/${number}`;

  const respondent = await signedInAs(browser, "city-respondent");
  await respondent.goto(room);
  expect(await barriersOf(respondent)).toEqual([]);
  await expect(respondent.getByRole("link", { name: "L’espace du comité" })).toHaveCount(0);
  await respondent.getByLabel(/^Votre réponse/).fill("La ville les publiera en mars.");
  await respondent.getByRole("button", { name: "Publier la réponse" }).click();
  await expect(respondent.getByText("L’annotation est publiée.")).toBeVisible();

  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: address });
  const reader = await context.newPage();
  await reader.goto(shown);
  await expect(reader.locator("mark")).toHaveText(passage);
  await expect(reader.locator(`#annotation-${number}`)).toContainText("Deux années manquent.");
  await expect(reader.getByText("La ville les publiera en mars.")).toBeVisible();
  expect(await reader.content()).not.toContain("onerror");

  await chair.goto(desk);
  await chair.locator('form[action$="/revise"] textarea').fill("Un service de plus.");
  await chair.getByRole("button", { name: "Ouvrir une révision" }).click();
  await fill(chair, `Un service de plus a été entendu.\n\nDepuis, ${passage}, dit-on.`);
  await voteAndPublish(desk, chair, member);
  await reader.goto(shown);
  await expect(reader.locator("mark")).toHaveText(passage);
  await expect(reader.getByText("L’avis a été révisé depuis cette annotation")).toBeVisible();
  await expect(reader.getByRole("link", { name: "Ce qui était jugé" })).toHaveAttribute(
    "href",
    `${shown}?version=1`,
  );

  const page = await linkedData(reader, permanent);
  expect(page.status).toBe(200);
  expect(page.headers["content-type"]).toContain("application/ld+json");
  expect(readWebAnnotation(page.text)).toMatchObject({ kind: "valid", type: "Annotation" });
  expect(JSON.parse(page.text)).toMatchObject({ motivation: "assessing" });
  const answer = await reader.goto(permanent);
  expect(answer?.headers().vary).toContain("Accept,");
  await expect(reader.getByRole("heading", { level: 1 })).toContainText("Réserve");

  await member.goto(room);
  await member.locator("#reason-withdraw").fill("Les deux années étaient dans un autre document.");
  await member.getByRole("button", { name: "Retirer l’annotation" }).click();
  await expect(member.getByText("L’annotation est retirée.")).toBeVisible();
  await reader.goto(permanent);
  await expect(reader.getByText("Les deux années étaient dans un autre document.")).toBeVisible();
  await expect(reader.getByText("Deux années manquent.")).toHaveCount(0);
  const tombstone = await linkedData(reader, `${permanent}.jsonld`);
  expect(tombstone.status).toBe(410);
  expect(JSON.parse(tombstone.text)).toMatchObject({ type: "Tombstone" });
  await reader.goto(shown);
  await expect(reader.locator("mark")).toHaveCount(0);
});

test("ANN-3 a camera is annotated from its page, and followed by feed and as linked data", async ({
  browser,
}) => {
  const member = await signedInAs(browser, "committee-member");
  const camera = "/ville-temoin/cameras/VT-0003";
  await member.goto(camera);
  await member.getByRole("link", { name: /^Annoter \(/ }).click();
  await expect(member).toHaveURL(/committee\/annotations\/new\?on=camera/);
  await member.getByRole("radio", { name: /^Question/ }).check();
  await member.getByRole("textbox", { name: /^Annotation/ }).fill("Pourquoi ici ?");
  await member.getByRole("button", { name: "Publier l’annotation" }).click();
  await expect(member.getByText("L’annotation est publiée.")).toBeVisible();
  const number = new URL(member.url()).pathname.split("/").at(-1) ?? "";
  Object.assign(kept, { member, number });

  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: address });
  const reader = await context.newPage();
  for (const path of [
    camera,
    `/ville-temoin/annotations/${number}`,
    "/ville-temoin/annotations?on=camera&type=question",
  ]) {
    await reader.goto(path);
    await expect(reader.getByText("Pourquoi ici ?").first()).toBeVisible();
    await reader.setViewportSize({ width: 360, height: 800 });
    expect(await sidewaysScroll(reader)).toBeLessThanOrEqual(0);
  }
  await member.goto("/ville-temoin/annotations");
  expect(await barriersOf(member)).toEqual([]);
  await reader.goto("/ville-temoin/annotations?type=correction");
  await expect(reader.getByText("Pourquoi ici ?")).toHaveCount(0);

  const collection = await linkedData(reader, "/ville-temoin/annotations?on=camera");
  expect(readWebAnnotation(collection.text)).toMatchObject({ type: "AnnotationCollection" });
  const first = new URL((JSON.parse(collection.text) as { first: string }).first);
  const page = await linkedData(reader, first.pathname + first.search);
  expect(readWebAnnotation(page.text)).toMatchObject({ kind: "valid", type: "AnnotationPage" });
  expect(page.text).toContain("Pourquoi ici ?");
  expect((await linkedData(reader, "/ville-temoin/annotations.jsonld?page=900")).status).toBe(404);

  for (const feed of [
    "annotations.atom?on=camera&reference=VT-0003",
    "annotations.atom?type=question",
    "feed.atom",
  ]) {
    const answer = await reader.request.get(`${address}/ville-temoin/${feed}`);
    expect(answer.headers()["content-type"]).toContain("application/atom+xml");
    const text = await answer.text();
    expect(text).toContain("Pourquoi ici ?");
    const isWellFormed = await member.evaluate(
      (xml) =>
        new DOMParser().parseFromString(xml, "text/xml").querySelector("parsererror") === null,
      text,
    );
    expect(isWellFormed).toBe(true);
    if (feed === "feed.atom") expect(text).toContain("<checkpoint xmlns=");
  }
});

test("ANN-4 nobody else reaches the form or the deeds", async ({ page, browser }) => {
  await page.goto("/ville-temoin/committee/annotations/new");
  await expect(page).toHaveURL(/\/account\/sign-in/);
  const officer = await signedInAs(browser, "data-officer");
  const answer = await officer.goto(
    "/ville-temoin/committee/annotations/new?on=camera&reference=VT-0003",
  );
  expect(answer?.status()).toBe(403);
});

test("ANN-5 ANN-6 an annotation is hidden by a rule, contested, restored by the chair, and each act is public", async ({
  browser,
}) => {
  const { chair, member, number } = kept;
  if (!chair || !member || !number) throw new Error("Nothing was annotated.");
  const words = "Pourquoi ici ?";
  const permanent = `/ville-temoin/annotations/${number}`;
  const room = `/ville-temoin/committee/moderation/${number}`;
  const moderator = await signedInAs(browser, "moderator");
  await moderator.getByRole("link", { name: /^Modération de/ }).click();
  expect(await barriersOf(moderator)).toEqual([]);
  await moderator.getByRole("link", { name: `Relire et décider, n° ${number}` }).click();
  expect(await barriersOf(moderator)).toEqual([]);
  await moderator.getByRole("radio", { name: /^Hors sujet/ }).check();
  await moderator.locator("#reason-hide").fill("Sans rapport avec la caméra.");
  await moderator.getByRole("button", { name: "Masquer l’annotation" }).click();
  await expect(moderator.getByText("L’annotation est masquée.")).toBeVisible();

  const reader = await (await browser.newContext({ baseURL: address })).newPage();
  for (const path of [permanent, "/ville-temoin/cameras/VT-0003"]) {
    await reader.goto(path);
    await expect(reader.getByText("Sans rapport avec la caméra.").first()).toBeVisible();
    await expect(reader.getByText(words)).toHaveCount(0);
  }
  const tombstone = await linkedData(reader, permanent);
  expect(tombstone.status).toBe(410);
  for (const path of ["annotations.jsonld?page=1", "annotations.atom", "feed.atom"]) {
    const answer = await reader.request.get(`${address}/ville-temoin/${path}`);
    expect(await answer.text()).not.toContain(words);
  }

  await member.goto("/account");
  await member.getByRole("link", { name: `Ville-Témoin, annotation n° ${number}` }).click();
  await expect(member.getByText(words)).toBeVisible();
  expect(await barriersOf(member)).toEqual([]);
  await member.locator("#reason-contest").fill("C’est une question sur la caméra.");
  await member.getByRole("button", { name: "Contester" }).click();
  await expect(member.getByText("Votre recours est enregistré.")).toBeVisible();
  await moderator.goto(room);
  await expect(moderator.getByRole("button", { name: /Rétablir|Confirmer/ })).toHaveCount(0);

  await chair.goto("/ville-temoin/committee");
  await chair.getByRole("link", { name: /^Modération.*un recours attend/ }).click();
  await chair.getByRole("link", { name: `Relire et décider, n° ${number}` }).click();
  await chair.locator("#reason-restore").fill("La question porte sur l’emplacement.");
  await chair.getByRole("button", { name: "Rétablir l’annotation" }).click();
  await expect(chair.getByText("L’annotation est rétablie, mot pour mot.")).toBeVisible();

  await reader.goto(permanent);
  await expect(reader.getByText(words)).toBeVisible();
  await reader.goto("/ville-temoin/annotations");
  await reader.getByRole("link", { name: "Règles et actes de modération" }).click();
  const acts = reader.getByRole("row").filter({ hasText: `n° ${number}` });
  await expect(acts).toHaveCount(3);
  await expect(acts.first()).toContainText("Rétablie sur recours");
  expect(await barriersOf(reader)).toEqual([]);
  await acts.first().getByRole("link").last().click();
  await expect(reader.getByText("Recours tranché").first()).toBeVisible();
});
