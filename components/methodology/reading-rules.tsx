import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { MeasureStates } from "./measure-states.tsx";
import styles from "./methodology.module.css";
import { ruleSections } from "./rule-sections.ts";

type Rule = (typeof ruleSections)[number]["rule"];

/** What each sentence of the opening points to: a definition further down, or a page elsewhere. */
const targets = {
  refusal: "#place-refusals-of",
  duration: "#camera-years",
  wilson: "#wilson-interval",
  garwood: "#garwood-interval",
  apart: "#compare-years",
  unknown: "#share-of-known",
  suppression: "#suppress-cells",
  grid: "#publication-grid",
  years: "#is-readable-over-three-years",
  rules: "#rules-of-evidence",
  defender: "https://www.defenseurdesdroits.fr/",
} as const;

const links = Object.fromEntries(
  Object.entries(targets).map(([name, address]) => [
    name,
    (text: ReactNode) => (
      <a key={name} href={address}>
        {text}
      </a>
    ),
  ]),
);

const paragraphs = {
  figure: ["alone", "contradiction"],
  states: ["intro"],
  completeness: ["parts", "dates"],
  intervals: ["why", "methods", "limits"],
  small: ["threshold", "grid"],
  effects: ["word", "ranking"],
  release: ["numbered", "hash"],
  fictional: ["made", "planted"],
  accessibility: ["state", "checked", "map", "report"],
} as const satisfies Record<Rule, readonly string[]>;

/** How to read a figure of this register, and what stands behind it. */
export function ReadingRules() {
  const t = useTranslations("methodology.rules");
  return ruleSections.map(({ address, rule }) => (
    <section key={address} className={styles.rule} aria-labelledby={address}>
      <h2 id={address}>{t(`${rule}.title`)}</h2>
      {paragraphs[rule].map((paragraph) => (
        // The keys are those of the section, which the type of a template does not follow.
        <p key={paragraph}>{t.rich(`${rule}.${paragraph}` as "figure.alone", links)}</p>
      ))}
      {rule === "states" && <MeasureStates />}
    </section>
  ));
}
