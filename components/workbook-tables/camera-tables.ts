import type { CameraSheetProps } from "#components/camera/camera-sheet-props.ts";
import { knownText } from "#components/exhibit/exhibit-words.ts";
import { cellOf, type PageTable } from "#components/workbook/page-workbook.ts";
import { purposeLabels } from "#domain/camera/purposes.ts";
import { readExpiry } from "#domain/compliance/authorisation-state.ts";
import type { FootageReview } from "#domain/indicator/footage-review.ts";
import { shortPeriod, wordDate } from "#formats/wording/word-date.ts";
import { wordMoney, wordNumber } from "#formats/wording/word-number.ts";
import type { WorkbookCell } from "#formats/workbook/write-workbook.ts";
import {
  type BookWords,
  bookHeadings,
  dayCell,
  type Fact,
  factTable,
  moneyCell,
  type SourceOrder,
  shareCell,
  sourcesIn,
} from "./fact-table.ts";

type Page = Omit<CameraSheetProps["page"], "sources"> & { order: SourceOrder };

/** One camera: what is known of it with who says so, its law, its cost, and the use of its footage in bands. */
export function cameraTables(page: Page, words: BookWords): PageTable[] {
  const { t } = words;
  const { order } = page;
  return [
    factTable(
      [...knownFacts(page, words), ...figureFacts(page, words)],
      { title: t("camera.facts.title"), order },
      words,
    ),
    ...(page.authorisations.length > 0 ? [lawTable(page, words)] : []),
    ...(page.costs.own.length > 0 ? [costTable(page, words)] : []),
    ...(page.outcomes.ofDistrict || page.outcomes.ofCity ? [footageTable(page, words)] : []),
  ];
}

/** Every public field; what no source says is said so. */
function knownFacts({ camera, district, provenance }: Page, { locale, t }: BookWords): Fact[] {
  const language = locale === "fr" ? "fr" : "en";
  const known = (group: string, value: string | null) =>
    value === null || value === "unknown" ? null : t(`camera.${group}.${value}`);
  const date = (value: string | null) => value && wordDate(locale, value);
  const fields: readonly (readonly [field: string, name: string, words: string | null])[] = [
    ["status", "camera.key.status", t(`camera.status.${camera.status}`)],
    ["setting", "camera.facts.setting", known("setting", camera.setting)],
    ["type", "camera.facts.type", known("type", camera.type)],
    ["mount", "camera.facts.mount", known("mount", camera.mount)],
    ["address", "camera.facts.address", camera.address],
    ["districtCode", "voteCard.form.district.label", district?.name ?? null],
    [
      "purposes",
      "camera.facts.purposes",
      camera.purposes
        .map((one) => `${purposeLabels[one][language]} (${purposeLabels[one].article})`)
        .join("; ") || null,
    ],
    ["monitoring", "camera.facts.monitoring", known("monitoring", camera.monitoring)],
    ["installedOn", "camera.facts.installedOn", date(camera.installedOn)],
    ["commissionedOn", "camera.facts.commissionedOn", date(camera.commissionedOn)],
    ["removedOn", "camera.facts.removedOn", date(camera.removedOn)],
    ["controller", "camera.answerable.controller", camera.controller],
    ["operator", "camera.answerable.operator", camera.operator],
    ["owner", "camera.answerable.owner", camera.owner],
  ];
  return [
    ...fields.map(([field, name, said]): Fact => {
      const source = provenance.get(field);
      return {
        name: name === "camera.key.status" ? t("district.status") : t(name),
        words: said ?? t("camera.facts.notSaid"),
        sourceIds: said !== null && source ? [source.sourceId] : [],
      };
    }),
    {
      name: t("camera.facts.retention"),
      value: camera.retentionDays ?? undefined,
      words:
        camera.retentionDays === null
          ? t("camera.facts.notSaid")
          : t("camera.facts.days", { days: camera.retentionDays }),
    },
    {
      name: t("camera.facts.cameraCount"),
      value: camera.cameraCount,
      words: wordNumber(locale, camera.cameraCount),
    },
  ];
}

function figureFacts(page: Page, words: BookWords): Fact[] {
  return [runningFact(page, words), ...fullFacts(page, words), ...footageFacts(page, words)];
}

function runningFact({ costs }: Page, { locale, t }: BookWords): Fact {
  const { common, yearlyCents } = costs;
  const name = t("camera.key.yearlyCost");
  if (common === undefined || yearlyCents === undefined)
    return { name, words: t(`camera.key.${common ? "notInService" : "costUnknown"}`) };
  return {
    name,
    value: moneyCell(yearlyCents),
    words: wordMoney(locale, yearlyCents, common.currency),
    period: shortPeriod(common.period),
    sourceIds: common.spend.sourceIds,
  };
}

/** Nothing where the ledger lacks what a full cost needs. */
function fullFacts({ costs: { full } }: Page, { locale, t }: BookWords): Fact[] {
  if (!full || full.lacking.length > 0) return [];
  const cents = full.ownCents + (full.jointShareCents ?? 0);
  return [
    {
      name: t("pageWorkbook.camera.fullCost"),
      value: moneyCell(cents),
      words: wordMoney(locale, cents, full.year.currency),
      period: shortPeriod(full.year.period),
      sourceIds: full.year.sourceIds,
    },
  ];
}

/** A band is no number: it says only between what the count lies. */
function footageFacts({ outcomes, watching: { own } }: Page, { locale, t }: BookWords): Fact[] {
  const { band, bandYear } = outcomes;
  const unknown = t("camera.key.requestsUnknown");
  return [
    {
      name: t("camera.key.requests"),
      words: band === undefined ? unknown : t(`camera.key.band.${band}`),
      period: bandYear === undefined ? undefined : String(bandYear),
    },
    {
      name: t("pageWorkbook.camera.hours"),
      value: own?.hours,
      words: own?.hours === undefined ? unknown : wordNumber(locale, own.hours),
      period: own && String(own.year),
      sourceIds: own?.sourceIds,
    },
  ];
}

function lawTable({ authorisations, today, order }: Page, { t }: BookWords): PageTable {
  return {
    title: t("camera.law.title"),
    notes: [t("camera.law.rule")],
    headings: bookHeadings(t, "orders", [
      ...["number", "kind", "perimeter", "granted", "expires", "retention", "state", "daysLeft"],
      "source",
    ]),
    rows: authorisations.map((one): WorkbookCell[] => {
      const { state, daysLeft } = readExpiry(one, today);
      return [
        one.orderNumber,
        t(`authorisations.orders.kinds.${one.kind}`),
        one.perimeterName,
        dayCell(one.grantedOn),
        dayCell(one.expiresOn),
        cellOf(one.retentionDays),
        t(`pageWorkbook.states.${state}`),
        cellOf(daysLeft),
        sourcesIn(order, [one.sourceId]),
      ];
    }),
  };
}

function costTable({ costs, order }: Page, { t }: BookWords): PageTable {
  return {
    title: t("camera.cost.ownLines"),
    notes: [],
    headings: bookHeadings(t, "costLines", [
      ...["line", "from", "to", "amount", "currency", "vat", "sharedBy", "status", "source"],
    ]),
    rows: costs.own.map((line): WorkbookCell[] => [
      line.label,
      dayCell(line.periodFrom),
      dayCell(line.periodTo),
      line.amountCents === null ? null : moneyCell(line.amountCents / line.cameras),
      line.currency,
      t(`camera.cost.${line.vatIncluded ? "inclVat" : "exclVat"}`),
      cellOf(line.cameras),
      t(`camera.cost.status.${line.status}`),
      sourcesIn(order, [line.sourceId]),
    ]),
  };
}

function footageTable({ outcomes, district, city, order }: Page, words: BookWords): PageTable {
  const { t } = words;
  const row = (area: string, review: FootageReview | undefined): WorkbookCell[][] =>
    review
      ? [
          [
            area,
            { value: review.year, as: "year" },
            knownText(words, "scopes", review.scope),
            cellOf(review.requested),
            review.rate ? shareCell(review.rate.value) : t("home.figures.resultUnknown"),
            review.rate ? shareCell(review.rate.low) : null,
            review.rate ? shareCell(review.rate.high) : null,
            sourcesIn(order, review.sourceIds),
          ],
        ]
      : [];
  return {
    title: t("camera.outcome.title"),
    notes: [t("pageWorkbook.camera.wider")],
    headings: bookHeadings(t, "reviews", [
      ...["area", "year", "scope", "requested", "share", "low", "high", "sources"],
    ]),
    rows: [...row(district?.name ?? "", outcomes.ofDistrict), ...row(city.name, outcomes.ofCity)],
  };
}
