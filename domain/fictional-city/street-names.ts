/**
 * Names for the streets of a city that does not exist: trades, trees, water, stones and weather. None is a person's.
 */
export const boulevardNames = [
  "boulevard des Remparts-Bas",
  "boulevard du Guichet",
  "boulevard des Échauguettes",
  "boulevard de la Douve",
  "boulevard des Brise-Lames",
  "boulevard du Cabestan",
  "boulevard de l’Équinoxe",
  "boulevard des Grands-Séchoirs",
  "boulevard de la Jetée-Sèche",
  "boulevard du Levant",
] as const;

export const avenueNames = [
  "avenue des Vents-Debout",
  "avenue du Large",
  "avenue de la Boussole",
  "avenue des Quatre-Marées",
  "avenue du Petit-Phare",
  "avenue des Embruns",
  "avenue de l’Horizon",
  "avenue du Jusant",
  "avenue de la Longue-Vue",
  "avenue des Goélands",
  "avenue du Sémaphore",
] as const;

export const laneNames = `
rue des Tisserands|rue des Chaudronniers|rue des Verriers|rue des Vanniers|rue des Tanneurs|rue des Meuniers
rue des Potiers|rue des Charrons|rue des Bateliers|rue des Cordiers|rue des Ferblantiers|rue des Tonneliers
rue des Rémouleurs|rue des Lavandières|rue des Mégissiers|rue des Sabotiers|rue des Horlogers|rue des Fondeurs
rue des Gantiers|rue des Boisseliers|rue des Chandeliers|rue des Relieurs|rue des Drapiers|rue des Teinturiers
rue des Cloutiers|rue des Passeurs|rue des Veilleurs|rue des Sonneurs|rue des Charpentiers|rue des Vitriers
rue du Vieux-Four|rue du Puits-Clair|rue du Moulin-Sec|rue du Pont-Levant|rue du Pressoir|rue du Lavoir
rue du Colombier|rue du Pas-Perdu|rue du Cadran|rue du Clocher-Bas|rue du Gué|rue du Quai-Neuf
rue du Chai|rue du Séchoir|rue du Tambour|rue du Crible|rue du Soufflet|rue du Grenier-Haut
rue du Bac|rue du Fanal|rue du Ponton|rue du Mât|rue du Gouvernail|rue du Compas
rue de l’Écluse|rue de l’Abreuvoir|rue de l’Enclume|rue de l’Étoupe|rue de l’Ancre|rue de l’Alambic
rue de l’Averse|rue de l’Éclaircie|rue de l’Embellie|rue de l’Étale|rue de l’Orme-Creux|rue de l’Osier
rue de la Navette|rue de la Poulie|rue de la Margelle|rue de la Bruine|rue de la Houle|rue de la Brume
rue de la Fontaine-Ronde|rue de la Tuilerie|rue de la Corderie|rue de la Saline|rue de la Forge-Froide|rue de la Vigie
rue de la Passerelle|rue de la Batterie|rue de la Grève|rue de la Marelle|rue de la Girouette|rue de la Lanterne
rue des Tilleuls|rue des Noisetiers|rue des Sureaux|rue des Cornouillers|rue des Aubépines|rue des Merisiers
rue des Fougères|rue des Ajoncs|rue des Genêts|rue des Roseaux|rue des Bruyères|rue des Peupliers
rue des Sarcelles|rue des Courlis|rue des Hirondelles|rue des Sternes|rue des Martinets|rue des Bécasseaux
rue des Ardoises|rue des Galets|rue des Grès|rue des Schistes|rue des Meules|rue des Pavés-Gris
rue des Trois-Seaux|rue des Deux-Lunes|rue des Sept-Marches|rue des Douze-Bornes|rue des Longues-Raies|rue des Basses-Terres
rue des Jardins-Suspendus|rue des Petits-Prés|rue des Grands-Clos|rue des Vergers|rue des Treilles|rue des Ruches
rue de la Rosée|rue de la Giboulée|rue du Givre|rue du Grésil|rue du Noroît|rue du Suroît
rue des Éclipses|rue des Comètes|rue du Solstice|rue de la Pleine-Lune|rue de l’Étoile-Filante|rue du Point-du-Jour
rue de la Craie|rue du Sable-Fin|rue de la Tourbe|rue du Limon|rue de la Marne-Grise|rue du Granit
`
  .trim()
  .split(/[|\n]/);

/** The twelve districts: the old town, five inner ones, six on the edge. Codes are those of the records. */
export const districtNames = [
  { code: "VT01", name: "Le Bourg-Clos" },
  { code: "VT02", name: "Les Verreries" },
  { code: "VT03", name: "La Gare-Basse" },
  { code: "VT04", name: "Le Champ-des-Cordes" },
  { code: "VT05", name: "Les Tanneries" },
  { code: "VT06", name: "La Petite-Écluse" },
  { code: "VT07", name: "Les Hauts-de-Brume" },
  { code: "VT08", name: "Le Port-Sec" },
  { code: "VT09", name: "La Plaine-aux-Roseaux" },
  { code: "VT10", name: "Les Ardoisières" },
  { code: "VT11", name: "Le Bois-Clair" },
  { code: "VT12", name: "La Grande-Saline" },
] as const;

export type DistrictCode = (typeof districtNames)[number]["code"];
