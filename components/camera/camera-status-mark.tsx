import { type CameraStatus, inServiceStatuses } from "#domain/camera/camera-vocabulary.ts";
import styles from "./camera-sheet.module.css";

/**
 * The sign of a status, the same as on the map: a filled dot in service, a ring otherwise, a square in the signal
 * colour when in service without a valid authorisation. Always beside words.
 */
export function CameraStatusMark({
  status,
  isIrregular,
}: {
  status: CameraStatus;
  isIrregular: boolean;
}) {
  const shape = isIrregular
    ? styles.square
    : inServiceStatuses.includes(status)
      ? styles.dot
      : styles.ring;
  return <span aria-hidden="true" className={`${styles.mark} ${shape}`} />;
}
