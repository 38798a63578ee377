import { escapeXml } from "#formats/chart/svg-text.ts";

type Frame = { address: string; title: string; width: number | "100%"; height: number };

/** A frame that needs no script; `frameborder` for sites whose policy refuses style attributes. */
export function frameCode({ address, title, width, height }: Frame): string {
  return (
    `<iframe src="${escapeXml(address)}" title="${escapeXml(title)}" width="${width}" height="${height}" ` +
    `loading="lazy" frameborder="0"></iframe>`
  );
}

/** A place that the loader turns into a frame of the right height; a link where no script runs. */
export function loaderCode(
  { address, title }: Pick<Frame, "address" | "title">,
  { page, loader }: { page: string; loader: string },
): string {
  return (
    `<div data-contrechamp="${escapeXml(address)}"><a href="${escapeXml(page)}">${escapeXml(title)}</a></div>\n` +
    `<script async src="${escapeXml(loader)}"></script>`
  );
}
