/** The colours of the map, as the style sheet gives them at this moment (light, dark, forced). */
export type Palette = {
  land: string;
  district: string;
  boundary: string;
  ink: string;
  inkSoft: string;
  inkFaint: string;
  paper: string;
  camera: string;
  signal: string;
  selected: string;
  unknown: string;
  /** Sequential classes 1 to 5; class 0 is `unknown`. */
  ramp: readonly string[];
  heat: readonly string[];
  font: string;
};

export function readPalette(element: Element): Palette {
  const style = getComputedStyle(element);
  const read = (name: string, fallback: string) => style.getPropertyValue(name).trim() || fallback;
  const classes = (name: string) =>
    Array.from({ length: 5 }, (_, i) => read(`--map-${name}-${i + 1}`, "#0b5fa5"));
  return {
    land: read("--map-land", "#f4f2ea"),
    district: read("--map-district", "#c9c4b6"),
    boundary: read("--rule-strong", "#a8a294"),
    ink: read("--ink", "#16181d"),
    inkSoft: read("--ink-soft", "#4b5160"),
    inkFaint: read("--ink-faint", "#6d7280"),
    paper: read("--paper", "#fbfaf6"),
    camera: read("--map-camera", "#0b5fa5"),
    signal: read("--signal", "#b8321a"),
    selected: read("--data-2", "#d17a00"),
    unknown: read("--data-5", "#6a6f7a"),
    ramp: classes("ramp"),
    heat: classes("heat"),
    font: read("--sans", "system-ui, sans-serif"),
  };
}
