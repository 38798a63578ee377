"use client";

import { useState } from "react";
import { noFilter } from "#domain/dataset/camera-filter.ts";
import styles from "./camera-explorer.module.css";
import type { CameraExplorerProps } from "./camera-explorer-props.ts";
import { CameraMap } from "./camera-map.tsx";
import { CameraPane } from "./camera-pane.tsx";
import { LocateButton, type ReaderPosition } from "./locate-button.tsx";
import { MapTools } from "./map-tools.tsx";
import { TimeSlider } from "./time-slider.tsx";
import { type Explorer, useExplorer } from "./use-explorer.ts";
import { yearCounts } from "./year-counts.ts";

/** The home of the citizen: map, filters, time, and the list that says the same in words. */
export function CameraExplorer(props: CameraExplorerProps) {
  const explorer = useExplorer(props);
  return (
    <div className={styles.explorer}>
      <Stage props={props} explorer={explorer} />
      <CameraPane
        explorer={explorer}
        labels={props.labels}
        locale={props.locale}
        sheets={props.sheets}
        wholeList={props.wholeList}
      >
        {props.children}
      </CameraPane>
    </div>
  );
}

function Stage({ props, explorer }: { props: CameraExplorerProps; explorer: Explorer }) {
  const { labels, facets, shadings } = props;
  const { address, change, drawing, selection, write, setFilter } = explorer;
  const [me, setMe] = useState<ReaderPosition | null>(null);
  const years = yearCounts(drawing.counts.get("year"));
  return (
    <section className={styles.stage} aria-label={labels.map.name}>
      <a className={styles.skip} href="#camera-list">
        {labels.map.skip}
      </a>
      <div className={styles.ground}>{props.placeholder}</div>
      {explorer.isRead && (
        <CameraMap
          shapes={props.ground}
          scene={drawing.scene}
          start={address.position ?? props.bounds}
          selected={selection.row}
          pointed={explorer.pointed}
          goTo={selection.place}
          frame={explorer.frame}
          me={me}
          tiles={props.tiles}
          labels={labels}
          onViewChange={explorer.onViewChange}
          onSelect={selection.selectRow}
        />
      )}
      <MapTools
        filter={address.filter}
        facets={facets}
        drawing={drawing}
        mode={address.mode}
        shading={explorer.shading}
        shadings={shadings}
        labels={labels}
        write={write}
        onSearch={(text) => setFilter({ text })}
        onToggle={explorer.toggle}
        onClear={() => change({ filter: noFilter })}
        onMode={(mode) => change({ mode })}
        onShading={(shading) => change({ shading })}
      />
      <LocateButton labels={labels.locate} onLocate={setMe} />
      <div className={styles.time}>
        {explorer.data.hasFailed && <p className={styles.failed}>{labels.map.failed}</p>}
        <TimeSlider
          years={years.known}
          undated={years.undated}
          matching={drawing.matching}
          to={address.filter.to}
          labels={labels.timeline}
          write={write}
          onChange={(to) => setFilter({ to })}
        />
      </div>
    </section>
  );
}
