/* Contrechamp embeds, loader version 1. EUPL-1.2. Fits frames to their height; sets nothing, stores nothing, asks nothing else. */
(() => {
  const script = document.currentScript;
  if (window.contrechampEmbed) {
    window.contrechampEmbed.adjust();
    return;
  }
  const home = script?.src ? new URL(script.src).origin : location.origin;

  function isOurs(address) {
    try {
      const url = new URL(address, location.href);
      return url.origin === home && /^\/(?:en\/)?embed\//.test(url.pathname);
    } catch {
      return false;
    }
  }

  /* A frame in the place of a link; an address of another site is left as it is. */
  function frame(place) {
    const address = place.getAttribute("data-contrechamp");
    if (place.tagName === "IFRAME" || !isOurs(address)) return;
    const made = document.createElement("iframe");
    made.src = new URL(address, location.href).href;
    made.title = (place.getAttribute("data-title") || place.textContent || "Contrechamp").trim();
    made.width = "100%";
    made.height = place.getAttribute("data-height") || "420";
    made.setAttribute("frameborder", "0");
    made.setAttribute("loading", "lazy");
    made.setAttribute("data-contrechamp-frame", "1");
    place.removeAttribute("data-contrechamp");
    place.replaceChildren(made);
  }

  function adjust() {
    for (const place of document.querySelectorAll("[data-contrechamp]")) frame(place);
    for (const known of document.querySelectorAll("iframe")) {
      if (isOurs(known.src)) known.contentWindow?.postMessage("contrechamp-ask", "*");
    }
  }

  /* Only a frame of ours may set a height, and only its own. */
  window.addEventListener("message", (event) => {
    const height = Number(event.data?.["contrechamp-height"]);
    if (!(height > 0 && height < 20000)) return;
    if (event.origin !== home && event.origin !== "null") return;
    for (const known of document.querySelectorAll("iframe")) {
      if (known.contentWindow !== event.source || !isOurs(known.src)) continue;
      known.setAttribute("height", String(height));
      known.style.setProperty("height", `${height}px`, "important");
    }
  });

  window.contrechampEmbed = { version: 1, adjust };
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", adjust);
  else adjust();
})();
