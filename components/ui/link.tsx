import { useLocale } from "next-intl";
import type { AnchorHTMLAttributes, ReactNode } from "react";
import { addressOf } from "#formats/addresses/address-of.ts";

type Props = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, "href"> & {
  /** Path without language: "/ville-temoin/map". */
  to: string;
  children: ReactNode;
};

/** A plain link to a page of ours, in the reader's language. No script, no prefetch. */
export function Link({ to, children, ...rest }: Props) {
  const locale = useLocale();
  return (
    <a {...rest} href={addressOf(locale, to)}>
      {children}
    </a>
  );
}
