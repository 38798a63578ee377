/**
 * Next's scripts asked for once the page is painted. A page here is whole without them; on a slow line they would otherwise share
 * it with the fonts and the style that the first reading waits for.
 */
const OWN_SCRIPT = /<script src="(\/_next\/static\/[^"<>]+)" async=""><\/script>/g;
const SCRIPT_HINT = /<link rel="preload" as="script"[^>]*\/>/g;

/** A page in a tab that nobody looks at is never painted: it has its scripts all the same. */
const UNPAINTED_MS = 2_000;

/** The first finger or key calls them too. `async` is how Next finds again which ones are there. */
const LOADER = `(function(d,a,f){function g(){if(!a)return;a.forEach(function(u){var s=d.createElement("script");s.async=true;s.src=u;d.head.appendChild(s)});a=0;f.forEach(function(t){removeEventListener(t,g,true)})}
f.forEach(function(t){addEventListener(t,g,true)});setTimeout(g,${UNPAINTED_MS});if(d.visibilityState==="hidden")g();else try{new PerformanceObserver(g).observe({type:"paint",buffered:true})}catch(e){g()}})`;

export function withLateScripts(html: string): string {
  const addresses = [...html.matchAll(OWN_SCRIPT)].map((match) => match[1]);
  const end = html.lastIndexOf("</body>");
  if (addresses.length === 0 || end < 0) return html;
  const loader = `<script>${LOADER}(document,${JSON.stringify(addresses)},["pointerdown","keydown"])</script>`;
  const page = `${html.slice(0, end)}${loader}${html.slice(end)}`;
  return page.replaceAll(OWN_SCRIPT, "").replaceAll(SCRIPT_HINT, "");
}
