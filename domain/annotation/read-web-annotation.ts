/**
 * Whether a text is a Web Annotation, or a collection or page of them, as the W3C model demands it (what it says MUST be,
 * and no more); and why not, each reason with where it is.
 */

type Json = unknown;
type Thing = Readonly<Record<string, Json>>;
export type Reason = { readonly at: string; readonly reason: string };
export type WebAnnotationRead =
  | { kind: "valid"; type: "Annotation" | "AnnotationCollection" | "AnnotationPage"; value: Thing }
  | { kind: "refused"; reasons: readonly Reason[] };

type Say = (at: string, reason: string) => void;

const MODEL = "http://www.w3.org/ns/anno.jsonld";
const LONGEST = 1_000_000;
const MOST_ITEMS = 10_000;
const TYPES = ["Annotation", "AnnotationCollection", "AnnotationPage"] as const;
const COMPOSITES = ["Choice", "Composite", "List", "Independents"];
const DIRECTIONS = ["ltr", "rtl", "auto"];
/** What a selector of each type cannot be without. */
const NEEDED: Readonly<Record<string, readonly string[]>> = {
  FragmentSelector: ["value"],
  CssSelector: ["value"],
  XPathSelector: ["value"],
  TextQuoteSelector: ["exact"],
  TextPositionSelector: ["start", "end"],
  DataPositionSelector: ["start", "end"],
  SvgSelector: [],
  RangeSelector: ["startSelector", "endSelector"],
};

export function readWebAnnotation(text: string): WebAnnotationRead {
  if (text.length > LONGEST) return refusal("", `longer than ${LONGEST} characters`);
  let value: Json;
  try {
    value = JSON.parse(text);
  } catch {
    return refusal("", "not JSON");
  }
  if (!isThing(value)) return refusal("", "not an object");
  const reasons: Reason[] = [];
  const say: Say = (at, reason) => reasons.push({ at, reason });
  checkContext(value, say);
  const type = TYPES.find((known) => list(value.type).includes(known));
  if (!type) say("type", `one of ${TYPES.join(", ")} is missing`);
  else if (type === "Annotation") checkAnnotation(value, "", say);
  else if (type === "AnnotationCollection") checkCollection(value, "", say);
  else checkPage(value, "", say);
  return type && reasons.length === 0
    ? { kind: "valid", type, value }
    : { kind: "refused", reasons };
}

function refusal(at: string, reason: string): WebAnnotationRead {
  return { kind: "refused", reasons: [{ at, reason }] };
}

function isThing(value: Json): value is Thing {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function list(value: Json): readonly Json[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

function isAddress(value: Json): boolean {
  return typeof value === "string" && /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i.test(value);
}

/** RFC 3339 with a time zone, as the model asks of its instants. */
function isInstant(value: Json): boolean {
  return (
    typeof value === "string" &&
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/.test(value) &&
    !Number.isNaN(Date.parse(value))
  );
}

const under = (at: string, name: string) => (at === "" ? name : `${at}.${name}`);

function checkContext(value: Thing, say: Say): void {
  if (!list(value["@context"]).includes(MODEL)) say("@context", `${MODEL} is missing`);
}

function checkAnnotation(value: Thing, at: string, say: Say): void {
  if (!list(value.type).includes("Annotation")) say(under(at, "type"), "not Annotation");
  if (!isAddress(value.id)) say(under(at, "id"), "one address is missing");
  if (value.target === undefined || list(value.target).length === 0) {
    say(under(at, "target"), "missing");
  }
  checkResources(value.target, under(at, "target"), say, "target");
  if (value.body !== undefined && value.bodyValue !== undefined) {
    say(under(at, "bodyValue"), "beside body");
  }
  if (value.bodyValue !== undefined && typeof value.bodyValue !== "string") {
    say(under(at, "bodyValue"), "not one text");
  }
  checkResources(value.body, under(at, "body"), say, "body");
  checkCommon(value, at, say);
}

/** What anything in the model may say of itself. */
function checkCommon(value: Thing, at: string, say: Say): void {
  for (const name of ["created", "modified", "generated"]) {
    const said = value[name];
    if (said !== undefined && !isInstant(said)) say(under(at, name), "not one instant");
  }
  for (const name of ["rights", "via", "canonical"]) {
    if (list(value[name]).some((one) => !isAddress(one))) say(under(at, name), "not an address");
  }
  if (list(value.canonical).length > 1) say(under(at, "canonical"), "more than one");
  for (const name of ["creator", "generator"]) {
    for (const agent of list(value[name])) checkAgent(agent, under(at, name), say);
  }
  checkTexts(value, ["motivation", "purpose"], at, say);
}

/** One text or several. */
function checkTexts(value: Thing, names: readonly string[], at: string, say: Say): void {
  for (const name of names) {
    if (list(value[name]).some((one) => typeof one !== "string"))
      say(under(at, name), "not a text");
  }
}

function checkAgent(agent: Json, at: string, say: Say): void {
  if (isThing(agent)) {
    if (agent.id !== undefined && !isAddress(agent.id)) say(under(at, "id"), "not an address");
  } else if (!isAddress(agent)) say(at, "neither an address nor an agent");
}

type Role = "target" | "body";

function checkResources(value: Json, at: string, say: Say, role: Role): void {
  const many = Array.isArray(value);
  for (const [i, resource] of list(value).entries()) {
    checkResource(resource, many ? `${at}[${i}]` : at, say, role);
  }
}

function checkResource(resource: Json, at: string, say: Say, role: Role): void {
  if (!isThing(resource)) {
    if (!isAddress(resource)) say(at, "neither an address nor a resource");
    return;
  }
  if (resource.id !== undefined && !isAddress(resource.id)) say(under(at, "id"), "not an address");
  checkCommon(resource, at, say);
  checkWording(resource, at, say);
  if (resource.items !== undefined) checkItems(resource, at, say, role);
  else if (isOf(resource, "SpecificResource", "source")) checkSpecific(resource, at, say, role);
  else if (isOf(resource, "TextualBody", "value")) checkTextual(resource, at, say, role);
  else if (resource.id === undefined) say(at, "without an address, a source, a text or items");
}

/** Says that it is of a type, or has what only that type has. */
function isOf(resource: Thing, type: string, mark: string): boolean {
  return list(resource.type).includes(type) || resource[mark] !== undefined;
}

function checkTextual(resource: Thing, at: string, say: Say, role: Role): void {
  if (typeof resource.value !== "string") say(under(at, "value"), "not one text");
  if (role === "target") say(at, "a text is no target");
}

function checkWording(resource: Thing, at: string, say: Say): void {
  checkTexts(resource, ["format", "language"], at, say);
  const { processingLanguage, textDirection } = resource;
  if (processingLanguage !== undefined && typeof processingLanguage !== "string") {
    say(under(at, "processingLanguage"), "not one text");
  }
  if (textDirection !== undefined && !DIRECTIONS.includes(textDirection as string)) {
    say(under(at, "textDirection"), `not one of ${DIRECTIONS.join(", ")}`);
  }
}

function checkItems(resource: Thing, at: string, say: Say, role: Role): void {
  const composites = list(resource.type).filter((type) => COMPOSITES.includes(String(type)));
  if (composites.length !== 1) say(under(at, "type"), `not one of ${COMPOSITES.join(", ")}`);
  if (list(resource.items).length === 0) say(under(at, "items"), "empty");
  checkResources(resource.items, under(at, "items"), say, role);
}

function checkSpecific(resource: Thing, at: string, say: Say, role: Role): void {
  if (resource.source === undefined || Array.isArray(resource.source)) {
    say(under(at, "source"), "one source is missing");
  } else checkResource(resource.source, under(at, "source"), say, role);
  for (const selector of list(resource.selector)) {
    checkSelector(selector, under(at, "selector"), say);
  }
}

function checkSelector(selector: Json, at: string, say: Say): void {
  if (!isThing(selector)) {
    if (!isAddress(selector)) say(at, "neither an address nor a selector");
    return;
  }
  const types = list(selector.type).filter((type) => Object.hasOwn(NEEDED, String(type)));
  if (types.length > 1) say(under(at, "type"), "more than one kind of selector");
  for (const name of NEEDED[String(types[0])] ?? []) checkPart(selector, name, at, say);
  if (selector.refinedBy !== undefined) {
    for (const finer of list(selector.refinedBy)) checkSelector(finer, under(at, "refinedBy"), say);
  }
}

function checkPart(selector: Thing, name: string, at: string, say: Say): void {
  const part = selector[name];
  if (name.endsWith("Selector")) {
    checkSelector(part, under(at, name), say);
    return;
  }
  const isPlace = name === "start" || name === "end";
  const fits = isPlace ? Number.isInteger(part) && (part as number) >= 0 : typeof part === "string";
  if (!fits) say(under(at, name), isPlace ? "not a place" : "not one text");
}

function checkCollection(value: Thing, at: string, say: Say): void {
  if (!isAddress(value.id)) say(under(at, "id"), "one address is missing");
  checkCount(value, "total", at, say);
  for (const name of ["first", "last"]) {
    const page = value[name];
    if (isThing(page)) checkPage(page, under(at, name), say);
    else if (page !== undefined && !isAddress(page)) say(under(at, name), "not an address");
  }
  if (value.first === undefined && value.total !== 0) say(under(at, "first"), "missing");
  checkCommon(value, at, say);
}

function checkPage(value: Thing, at: string, say: Say): void {
  if (value.id !== undefined && !isAddress(value.id)) say(under(at, "id"), "not an address");
  checkCount(value, "startIndex", at, say);
  for (const name of ["prev", "next"]) {
    if (value[name] !== undefined && !isAddress(value[name]))
      say(under(at, name), "not an address");
  }
  const { items } = value;
  if (!Array.isArray(items)) say(under(at, "items"), "not a list");
  else if (items.length > MOST_ITEMS) say(under(at, "items"), `more than ${MOST_ITEMS}`);
  else checkListed(items, under(at, "items"), say);
}

function checkListed(items: readonly Json[], at: string, say: Say): void {
  for (const [i, item] of items.entries()) {
    if (isThing(item)) checkAnnotation(item, `${at}[${i}]`, say);
    else if (!isAddress(item)) say(`${at}[${i}]`, "neither an address nor an annotation");
  }
}

function checkCount(value: Thing, name: string, at: string, say: Say): void {
  const count = value[name];
  if (count === undefined) return;
  if (!Number.isInteger(count) || (count as number) < 0) say(under(at, name), "not a count");
}
