import { addressOf } from "#formats/addresses/address-of.ts";

const languages = ["fr", "en"];

/** What stands for a page where its address is shared. */
type Shared = {
  /** 1,200 × 630 pixels. */
  picture: string;
  /** oEmbed descriptions. */
  descriptions: readonly { format: "json" | "xml"; address: string }[];
};

/** The same things for a machine: a feed, linked data. */
export type Alternate = { type: string; title: string; address: string };

function SharedLinks({ picture, descriptions }: Shared) {
  return (
    <>
      {descriptions.map(({ format, address }) => (
        <link
          key={format}
          rel="alternate"
          type={format === "json" ? "application/json+oembed" : "text/xml+oembed"}
          href={address}
        />
      ))}
      <meta property="og:image" content={picture} />
      <meta property="og:image:type" content="image/png" />
      <meta property="og:image:width" content="1200" />
      <meta property="og:image:height" content="630" />
      <meta name="twitter:image" content={picture} />
    </>
  );
}

/** Where the page is, and where it is in the other language. Without a known origin the addresses stay relative. */
export function HeadLinks({
  locale,
  path,
  origin,
  shared,
  alternates = [],
}: {
  locale: string;
  path: string;
  origin?: string | undefined;
  shared?: Shared | undefined;
  alternates?: readonly Alternate[] | undefined;
}) {
  const absolute = (language: string) => `${origin ?? ""}${addressOf(language, path)}`;
  return (
    <>
      <link rel="canonical" href={absolute(locale)} />
      {languages.map((language) => (
        <link key={language} rel="alternate" hrefLang={language} href={absolute(language)} />
      ))}
      <link rel="alternate" hrefLang="x-default" href={absolute("fr")} />
      {shared && <SharedLinks {...shared} />}
      {alternates.map(({ type, title, address }) => (
        <link key={address} rel="alternate" type={type} title={title} href={address} />
      ))}
    </>
  );
}
