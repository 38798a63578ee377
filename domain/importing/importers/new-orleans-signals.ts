/** Groups of offences and events under which requests for footage are counted. */
export const signalGroups = [
  "homicide-and-shooting",
  "sexual-offence",
  "robbery",
  "assault-and-battery",
  "burglary",
  "theft",
  "vehicle-theft",
  "weapons",
  "damage",
  "road-accident",
  "hit-and-run",
  "disturbance",
  "drugs",
  "death-fire-and-medical",
  "other",
] as const;
export type SignalGroup = (typeof signalGroups)[number];

/**
 * Signal codes of the New Orleans Police Department by group; the longest beginning that fits decides ("67A" is vehicle
 * theft where "67" is theft). Meanings: the TypeText column of the calls-for-service data (data.nola.gov), where each
 * code stands beside its words.
 */
export const groupOfSignal: Readonly<Record<string, SignalGroup>> = {
  "30": "homicide-and-shooting",
  "34S": "homicide-and-shooting",
  "94": "homicide-and-shooting",
  "42": "sexual-offence",
  "43": "sexual-offence",
  "106": "sexual-offence",
  "64": "robbery",
  "65": "robbery",
  "34": "assault-and-battery",
  "35": "assault-and-battery",
  "37": "assault-and-battery",
  "38": "assault-and-battery",
  "60": "burglary",
  "62": "burglary",
  "67": "theft",
  "67A": "vehicle-theft",
  "58R": "vehicle-theft",
  "95": "weapons",
  "55": "damage",
  "56": "damage",
  "20": "road-accident",
  "99": "road-accident",
  "100": "hit-and-run",
  "103": "disturbance",
  "107": "disturbance",
  "966": "drugs",
  "24": "death-fire-and-medical",
  "29": "death-fire-and-medical",
  "52": "death-fire-and-medical",
  "21": "other",
};

/** "103 F", "20-I", "64)" and "27-64G" (an attempt at 64G) are written in as many ways as there are writers. */
export function readSignal(said: string | undefined): SignalGroup {
  const bare = (said ?? "").toUpperCase().replace(/[^A-Z0-9]/g, "");
  const code = bare.replace(/^27(?=\d)/, "");
  for (let length = code.length; length > 0; length--) {
    const group = groupOfSignal[code.slice(0, length)];
    if (group) return group;
  }
  return "other";
}
