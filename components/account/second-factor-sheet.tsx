import { useTranslations } from "next-intl";
import { Article } from "#components/layout/article.tsx";
import { Button, Field, PostForm } from "#components/ui/form.tsx";
import styles from "./account.module.css";
import { knownProblem } from "./known-words.ts";

type Page =
  | { kind: "set-up"; secret: string; picture: { path: string; size: number } }
  | { kind: "ask"; codesLeft: number }
  | { kind: "given"; codesLeft: number; codes: readonly string[] }
  | { kind: "unreadable" };

type Props = {
  page: Page;
  problem: string | undefined;
  next: string;
  /** The factor was given a while ago, and is asked for once more. */
  again?: boolean;
};

/** Sets up the second factor, asks for it, or shows the recovery codes that go with it. */
export function SecondFactorSheet({ page, problem, next, again = false }: Props) {
  const t = useTranslations("account.secondFactor");
  switch (page.kind) {
    case "set-up":
      return (
        <Article title={t("setUpTitle")} standfirst={<p>{t("setUpStandfirst")}</p>}>
          <SetUp {...page} problem={problem} next={next} />
        </Article>
      );
    case "ask":
      return (
        <Article
          title={t(again ? "againTitle" : "askTitle")}
          standfirst={<p>{t(again ? "againStandfirst" : "askStandfirst")}</p>}
        >
          <div className={styles.body}>
            <CodeForm
              label={t("codeOrRecovery")}
              hint={t("recoveryHint", { count: page.codesLeft })}
              problem={problem}
              next={next}
              again={again}
            />
          </div>
        </Article>
      );
    case "given":
      return (
        <Article title={t("codesTitle")} standfirst={<p>{t("codesStandfirst")}</p>}>
          <Codes codes={page.codes} next={next} />
        </Article>
      );
    case "unreadable":
      return <Article title={t("unreadableTitle")} standfirst={<p>{t("unreadable")}</p>} />;
  }
}

type SetUpProps = Extract<Page, { kind: "set-up" }> & Omit<Props, "page">;

function SetUp({ secret, picture, problem, next }: SetUpProps) {
  const t = useTranslations("account.secondFactor");
  const { path, size } = picture;
  return (
    <div className={`${styles.body} ${styles.setUp}`}>
      <div>
        <p>{t("scan")}</p>
        <svg
          viewBox={`0 0 ${size} ${size}`}
          className={styles.picture}
          role="img"
          aria-label={t("picture")}
          shapeRendering="crispEdges"
        >
          <path d={path} />
        </svg>
      </div>
      <div>
        <p>{t("copy")}</p>
        <p>
          <code className={styles.secret}>{secret.replace(/.{4}(?=.)/g, "$& ")}</code>
        </p>
        <p>{t("then")}</p>
        <CodeForm label={t("code")} problem={problem} next={next} isNumeric />
      </div>
    </div>
  );
}

type CodeFormProps = {
  label: string;
  hint?: string;
  problem: string | undefined;
  next: string;
  again?: boolean;
  isNumeric?: boolean;
};

function CodeForm({ label, hint, problem, next, again, isNumeric }: CodeFormProps) {
  const t = useTranslations("account");
  const wrong = knownProblem(problem);
  return (
    <PostForm
      action="/api/account/second-factor"
      hidden={{ ...(next ? { next } : {}), ...(again ? { again: "yes" } : {}) }}
    >
      <Field
        name="code"
        label={label}
        hint={hint}
        problem={wrong && t(`problems.${wrong}`)}
        autoComplete="one-time-code"
        inputMode={isNumeric ? "numeric" : undefined}
        maxLength={40}
        required
      />
      <Button>{t("secondFactor.give")}</Button>
    </PostForm>
  );
}

function Codes({ codes, next }: { codes: readonly string[]; next: string }) {
  const t = useTranslations("account.secondFactor");
  return (
    <div className={styles.body}>
      <ul className={styles.codes} aria-label={t("codesList")}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <PostForm action="/api/account/recovery-codes" hidden={next ? { next } : {}}>
        <Button>{t("kept")}</Button>
      </PostForm>
    </div>
  );
}
