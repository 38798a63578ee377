export type RoomName =
  | "indicator"
  | "cost"
  | "statistics"
  | "effect"
  | "disclosure"
  | "compliance"
  | "dataset";

/** Never the address of a definition, which has no such prefix. */
export const roomAddress = (room: string) => `definitions-${room}`;
