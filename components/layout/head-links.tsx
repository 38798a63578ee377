import { addressOf } from "#formats/addresses/address-of.ts";

const languages = ["fr", "en"];

/** Where the page is, and where it is in the other language. Without a known origin the addresses stay relative. */
export function HeadLinks({
  locale,
  path,
  origin,
}: {
  locale: string;
  path: string;
  origin?: string | undefined;
}) {
  const absolute = (language: string) => `${origin ?? ""}${addressOf(language, path)}`;
  return (
    <>
      <link rel="canonical" href={absolute(locale)} />
      {languages.map((language) => (
        <link key={language} rel="alternate" hrefLang={language} href={absolute(language)} />
      ))}
      <link rel="alternate" hrefLang="x-default" href={absolute("fr")} />
    </>
  );
}
