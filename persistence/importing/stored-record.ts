/** Columns by their name; the registry's own bookkeeping (release, batch, source, hash) is not among them. */
type RecordBody = Record<string, unknown>;

/** A document that a record names as its own source, apart from the file that it came in. */
export type NamedDocument = {
  key: string;
  title: string;
  url: string | null;
  verification: string;
};

export type StoredRecord = {
  key: string;
  body: RecordBody;
  observedOn: string | null;
  document?: NamedDocument;
};

/** A record that says nothing of the day on which it was observed. */
export const plain = (key: string, body: RecordBody): StoredRecord => ({
  key,
  body,
  observedOn: null,
});

const columnNames = new Map<string, string>();

/** installedOn → installed_on. */
function columnName(field: string): string {
  let name = columnNames.get(field);
  if (name === undefined) {
    name = field.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`);
    columnNames.set(field, name);
  }
  return name;
}

export function toBody(record: object, except: readonly string[] = []): RecordBody {
  const body: RecordBody = {};
  const said = record as RecordBody;
  for (const field in said) {
    const value = said[field];
    if (value !== undefined && value !== null && !except.includes(field))
      body[columnName(field)] = value;
  }
  return body;
}

export function withBox(body: RecordBody): RecordBody {
  const { box, ...rest } = body;
  if (!Array.isArray(box)) return rest;
  const [west, south, east, north] = box as number[];
  return { ...rest, west, south, east, north };
}

export function documentOf(record: {
  sourceTitle: string;
  sourceUrl?: string | undefined;
  verification: string;
}): NamedDocument {
  const { sourceTitle: title, sourceUrl, verification } = record;
  return {
    key: `document:${sourceUrl ?? title}`,
    title,
    url: sourceUrl ?? null,
    verification,
  };
}

export const documentFields = ["sourceTitle", "sourceUrl", "verification"];
