export type RoomName =
  | "indicator"
  | "measure"
  | "outcome"
  | "cost"
  | "money"
  | "statistics"
  | "effect"
  | "disclosure"
  | "compliance"
  | "camera"
  | "period"
  | "dataset";

/** Never the address of a definition, which has no such prefix. */
export const roomAddress = (room: string) => `definitions-${room}`;
