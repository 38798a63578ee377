/** What a scheme allows, as it was published: data with its source, never a figure of the code. */
export type GrantRule = {
  /** Name by which ledgers say the scheme, in capitals. */
  scheme: string;
  /** Largest eligible spending for one camera put up and connected, in cents excluding VAT. */
  capPerCameraCents: number;
  /** Largest share of the eligible spending that the grant may be, 0 to 1. */
  rate: number;
  source: string;
  /** Rules of a scheme change with the year and the prefecture: this is the year read. */
  readIn: string;
};

/** Source: préfecture de la Moselle, call for projects of 2022: 15,000 € of spending per camera, 50 % at most. */
export const grantRules: readonly GrantRule[] = [
  {
    scheme: "FIPD",
    capPerCameraCents: 1_500_000,
    rate: 0.5,
    source: "Préfecture de la Moselle, appel à projets FIPD, programme S",
    readIn: "2022",
  },
];

/**
 * What a commune pays itself of a project that it runs: at least a fifth of what public bodies pay for it, so that grants are
 * at most four fifths. Source: CGCT L1111-10, III (derogations exist, and are not judged here).
 */
export const ownShareRule = { largestGrants: 0.8, legalReference: "CGCT L1111-10, III" } as const;

/** A grant as its decision says it; null where the ledger does not say. */
export type GrantDecision = {
  scheme: string | null;
  /** What was notified; what was paid stands for it where that is not said. */
  notifiedCents: number | null;
  paidCents: number | null;
  eligibleCents: number | null;
  cameras: number | null;
};

export type GrantVerdict =
  | { state: "within" | "above"; limitCents: number; rule: GrantRule }
  /** The ledger does not say what the rule needs. */
  | { state: "unsaid"; lacks: "amount" | "eligible" | "cameras"; rule: GrantRule }
  | { state: "no-rule" };

/**
 * What a camera grant may be under a rule. Unit: cents, rounded. Formula: rate × min(eligible spending, cap × cameras).
 * Check: a camera of €36,600 gets at most 50 % of €15,000, which leaves €29,100 to pay.
 */
export function largestGrant(eligibleCents: number, cameras: number, rule: GrantRule): number {
  return Math.round(rule.rate * Math.min(eligibleCents, rule.capPerCameraCents * cameras));
}

/**
 * Whether a grant is more than its scheme allows. The amount judged is the one notified, or the one paid where no other is
 * said. Without the number of cameras only the rate can be judged: "above" is then certain and "within" is not said.
 */
export function judgeGrant(grant: GrantDecision, rules = grantRules): GrantVerdict {
  const scheme = grant.scheme?.trim().toUpperCase();
  const rule = rules.find((one) => scheme !== undefined && schemeIs(scheme, one.scheme));
  if (!rule) return { state: "no-rule" };
  const amount = amountOf(grant);
  const { eligibleCents, cameras } = grant;
  if (amount === null) return { state: "unsaid", lacks: "amount", rule };
  if (eligibleCents === null) return { state: "unsaid", lacks: "eligible", rule };
  const limitCents = largestGrant(eligibleCents, cameras ?? Number.POSITIVE_INFINITY, rule);
  if (amount > limitCents) return { state: "above", limitCents, rule };
  return cameras === null
    ? { state: "unsaid", lacks: "cameras", rule }
    : { state: "within", limitCents, rule };
}

/** "FIPD", "FIPD 2019", "FIPD-S". */
function schemeIs(said: string, scheme: string): boolean {
  return said === scheme || new RegExp(`^${scheme}\\b`, "u").test(said);
}

function amountOf({ notifiedCents, paidCents }: GrantDecision): number | null {
  return notifiedCents ?? paidCents;
}

export type ProjectFunding = {
  operation: string;
  /** What the grants add up to, in cents. */
  grantsCents: number;
  /** What the project cost: its investments, or the largest eligible spending where the ledger names none. */
  costCents: number;
  costFrom: "ledger" | "eligible";
  /** Share of the cost that grants are, 0 to 1 and more. */
  share: number;
  state: "within" | "above";
};

/**
 * What the grants of one project are together of its cost, against the share that a commune has to pay itself.
 * Formula: Σ grants (notified, else paid) / cost. `investmentCents`: capital lines that name the project, excluding VAT; null
 * where none does. Undefined where neither a grant nor a cost is known.
 */
export function judgeProject(
  operation: string,
  grants: readonly GrantDecision[],
  investmentCents: number | null,
): ProjectFunding | undefined {
  const amounts = grants.map(amountOf).filter((amount) => amount !== null);
  const eligible = grants.map(({ eligibleCents }) => eligibleCents ?? 0);
  const costCents = investmentCents ?? Math.max(0, ...eligible);
  if (amounts.length === 0 || costCents <= 0) return undefined;
  const grantsCents = amounts.reduce((sum, amount) => sum + amount, 0);
  const share = grantsCents / costCents;
  return {
    operation,
    grantsCents,
    costCents,
    costFrom: investmentCents === null ? "eligible" : "ledger",
    share,
    state: share > ownShareRule.largestGrants ? "above" : "within",
  };
}
