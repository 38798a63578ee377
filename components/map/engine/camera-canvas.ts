import {
  DomUtil,
  Layer,
  type Map as LeafletMap,
  type LeafletMouseEvent,
  type Point,
} from "leaflet";
import { type PassResult, passPoints } from "./cluster-pass.ts";
import type { Ground } from "./ground-shape.ts";
import { clusterAt, nextOnSamePole, rowsNear } from "./hit-test.ts";
import type { ColourMode } from "./marks.ts";
import { obstaclesOf } from "./name-obstacles.ts";
import { type CameraPaint, paintCameras } from "./paint-cameras.ts";
import { type Choropleth, prepareGround } from "./paint-ground.ts";
import { type Highlight, paintHighlight } from "./paint-highlight.ts";
import { type Palette, readPalette } from "./palette.ts";
import type { PointField, View } from "./point-field.ts";
import { drawSprites } from "./sprites.ts";

export type CanvasScene = {
  field: PointField | null;
  fails: Uint16Array | undefined;
  weights: Uint32Array | Float64Array | undefined;
  marks: Uint8Array;
  alerts: Uint8Array | undefined;
  directions: ArrayLike<number> | undefined;
  mode: ColourMode;
  choropleth: Choropleth | null;
  formatCount: (count: number) => string;
};

export type CanvasEvents = {
  /** After each drawing of the cameras: how many are in the view. */
  onDrawn: (inView: number) => void;
  onSelect: (row: number) => void;
};

/** Part of the view drawn beyond each side, so that a drag does not show an empty edge at once. */
const padding = 0.15;
const reach = 14;

/**
 * One Leaflet layer, four canvases: the outlines of the ground, its names, the cameras, and what is pointed at. Outlines are the
 * dearest and change with the view and the shades alone, not with what the reader chooses to see.
 */
export class CameraCanvas extends Layer {
  private readonly box = document.createElement("div");
  private readonly sheets = ["outlines", "names", "cameras", "highlight"].map(() =>
    document.createElement("canvas"),
  );
  private readonly ground: ReturnType<typeof prepareGround> | null;
  private readonly events: CanvasEvents;
  private readonly scheme = matchMedia("(prefers-color-scheme: dark)");
  private scene: CanvasScene | null = null;
  private highlight: Highlight = emptyHighlight;
  private view: View = { zoom: 0, left: 0, top: 0, width: 0, height: 0 };
  private margin: Point | null = null;
  private ratio = 1;
  private palette: Palette | null = null;
  private sprites: HTMLCanvasElement | null = null;
  private outlined: readonly unknown[] = [];
  private pass: PassResult = { singles: new Int32Array(), clusters: [], inView: 0 };
  private frame = 0;

  constructor(ground: Ground | null, events: CanvasEvents) {
    super();
    this.ground = ground && prepareGround(ground);
    this.events = events;
    this.box.className = "leaflet-zoom-animated";
    this.box.ariaHidden = "true";
    for (const sheet of this.sheets) {
      sheet.style.position = "absolute";
      this.box.append(sheet);
    }
  }

  override onAdd(map: LeafletMap): this {
    map.getPane("overlayPane")?.append(this.box);
    this.scheme.addEventListener("change", this.recolour);
    this.recolour();
    return this;
  }

  override onRemove(): this {
    cancelAnimationFrame(this.frame);
    this.scheme.removeEventListener("change", this.recolour);
    this.box.remove();
    return this;
  }

  override getEvents() {
    return {
      moveend: this.settle,
      viewreset: this.settle,
      resize: this.settle,
      move: this.follow,
      zoom: () => this.stretch(this._map.getCenter(), this._map.getZoom()),
      zoomanim: ({ center, zoom }: { center: never; zoom: number }) => this.stretch(center, zoom),
      click: this.click,
      mousemove: this.hover,
      mouseout: () => this.point({ hovered: null }),
    } as unknown as ReturnType<NonNullable<Layer["getEvents"]>>;
  }

  /** Shows other data, another filter or other colours at the next frame. */
  show(scene: CanvasScene): void {
    const isRecoloured = scene.mode !== this.scene?.mode;
    this.scene = scene;
    this.highlight = { ...this.highlight, field: scene.field, directions: scene.directions };
    if (isRecoloured) this.sprites = null;
    this.later();
  }

  /** Shows another selection, pointed camera or position of the reader; the cameras are not drawn again. */
  point(change: Partial<Highlight>): void {
    this.highlight = { ...this.highlight, ...change };
    this.drawHighlight();
  }

  private readonly recolour = (): void => {
    this.palette = readPalette(this._map.getContainer());
    this.sprites = null;
    this.settle();
  };

  /** Places the canvases over the view and draws everything at once. */
  private readonly settle = (): void => {
    if (!this._map) return;
    const size = this._map.getSize();
    this.margin = size.multiplyBy(padding).round();
    const { min } = this._map.getPixelBounds();
    this.view = {
      zoom: this._map.getZoom(),
      left: (min?.x ?? 0) - this.margin.x,
      top: (min?.y ?? 0) - this.margin.y,
      width: size.x + 2 * this.margin.x,
      height: size.y + 2 * this.margin.y,
    };
    this.ratio = Math.min(2, window.devicePixelRatio || 1);
    DomUtil.setPosition(
      this.box,
      this._map.containerPointToLayerPoint(this.margin.multiplyBy(-1)).round(),
    );
    this.draw();
  };

  /** While dragging: draws again only once the edge of what was drawn comes into view. */
  private readonly follow = (): void => {
    const { min } = this._map.getPixelBounds();
    const margin = this.margin;
    if (!min || !margin || this._map.getZoom() !== this.view.zoom) return;
    const away = Math.max(
      Math.abs(min.x - margin.x - this.view.left) / margin.x,
      Math.abs(min.y - margin.y - this.view.top) / margin.y,
    );
    if (away > 0.9) this.later();
  };

  /** While zooming: stretches what was drawn, as Leaflet does with its own layers. */
  private stretch(center: Parameters<LeafletMap["project"]>[0], zoom: number): void {
    const scale = this._map.getZoomScale(zoom, this.view.zoom);
    const pane = DomUtil.getPosition(this._map.getPane("mapPane") as HTMLElement);
    const origin = this._map
      .project(center, zoom)
      .subtract(this._map.getSize().divideBy(2))
      .add(pane)
      .round();
    const corner = origin.multiplyBy(-1);
    corner.x += this.view.left * scale;
    corner.y += this.view.top * scale;
    DomUtil.setTransform(this.box, corner, scale);
  }

  private later(): void {
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(this.settle);
  }

  private draw(): void {
    const { palette, scene } = this;
    if (!palette) return;
    if (scene?.field) {
      const margin = Math.min(this.margin?.x ?? 0, this.margin?.y ?? 0);
      this.pass = passPoints({ ...scene, field: scene.field }, this.view, margin);
    }
    this.drawOutlines(palette);
    this.drawNames(palette);
    const cameras = this.sheet(2);
    if (cameras && scene?.field) this.drawCameras(cameras, scene, scene.field, palette);
    this.drawHighlight();
  }

  private drawOutlines(palette: Palette): void {
    const { zoom, left, top, width, height } = this.view;
    const choropleth = this.scene?.choropleth ?? null;
    const wanted = [palette, choropleth, this.ratio, zoom, left, top, width, height];
    if (wanted.every((value, index) => value === this.outlined[index])) return;
    const context = this.sheet(0);
    if (!context) return;
    this.ground?.paintOutlines(context, this.view, this.ratio, palette, choropleth);
    this.outlined = wanted;
  }

  private drawNames(palette: Palette): void {
    const context = this.sheet(1);
    if (!context) return;
    const obstacles = obstaclesOf(this.scene?.field ?? null, this.pass, this.view);
    this.ground?.paintNames(context, this.view, this.margin?.x ?? 0, palette, obstacles);
  }

  private drawCameras(
    context: CanvasRenderingContext2D,
    scene: CanvasScene,
    field: PointField,
    palette: Palette,
  ): void {
    this.sprites ??= drawSprites(palette, scene.mode, this.ratio);
    const { sprites, ratio } = this;
    const paint: CameraPaint = { ...scene, field, palette, sprites, ratio };
    paintCameras(context, this.view, this.pass, paint);
    this.events.onDrawn(this.pass.inView);
  }

  private drawHighlight(): void {
    const context = this.sheet(3);
    if (context && this.palette) paintHighlight(context, this.view, this.highlight, this.palette);
  }

  /** A cleared sheet of the size of the view, scaled to the screen's pixels. */
  private sheet(index: number): CanvasRenderingContext2D | null {
    const canvas = this.sheets[index] as HTMLCanvasElement;
    const { ratio } = this;
    const width = Math.round(this.view.width * ratio);
    const height = Math.round(this.view.height * ratio);
    if (canvas.width !== width || canvas.height !== height) {
      canvas.width = width;
      canvas.height = height;
      canvas.style.width = `${this.view.width}px`;
      canvas.style.height = `${this.view.height}px`;
      if (index === 2) this.sprites = null;
    }
    const context = canvas.getContext("2d");
    context?.setTransform(ratio, 0, 0, ratio, 0, 0);
    context?.clearRect(0, 0, this.view.width, this.view.height);
    return context;
  }

  private readonly click = (event: LeafletMouseEvent): void => {
    const at = this.placeOf(event);
    const cluster = clusterAt(this.pass.clusters, at);
    if (cluster) {
      const step = Math.min(this._map.getZoom() + 2, this._map.getMaxZoom());
      this._map.setView(event.latlng, step);
      return;
    }
    const field = this.scene?.field;
    if (!field || this.scene?.weights) return;
    const rows = rowsNear(field, this.scene?.fails, this.view, at, reach);
    const row = nextOnSamePole(rows, this.highlight.selected, field, this.view);
    if (row !== null) this.events.onSelect(row);
  };

  private readonly hover = (event: LeafletMouseEvent): void => {
    const at = this.placeOf(event);
    const field = this.scene?.field;
    const cluster = clusterAt(this.pass.clusters, at);
    const rows =
      cluster || !field || this.scene?.weights
        ? []
        : rowsNear(field, this.scene?.fails, this.view, at, reach);
    const hovered = rows[0] ?? null;
    this._map.getContainer().style.cursor = cluster || hovered !== null ? "pointer" : "";
    if (hovered !== this.highlight.hovered) this.point({ hovered });
  };

  private placeOf(event: LeafletMouseEvent): { x: number; y: number } {
    const { x, y } = this._map.project(event.latlng, this.view.zoom);
    return { x: x - this.view.left, y: y - this.view.top };
  }
}

const emptyHighlight: Highlight = {
  ...{ field: null, directions: undefined },
  ...{ selected: null, hovered: null, me: null },
};
