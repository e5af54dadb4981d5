/** Given names of many origins; the family names are trees, herbs and flowers, so that nobody takes them for people. */
export const GIVEN_NAMES = [
  'Adèle', 'Aïcha', 'Alba', 'Amadou', 'Amina', 'Anouk', 'Arthur', 'Awa', 'Basile', 'Binta', 'Camille', 'Carlos', 'Chloé',
  'Côme', 'Daria', 'Diego', 'Elif', 'Élise', 'Emma', 'Fatou', 'Félix', 'Gaspard', 'Hanna', 'Hugo', 'Ibrahim', 'Inès',
  'Irina', 'Jade', 'Jonas', 'Kenza', 'Kofi', 'Léa', 'Lina', 'Louis', 'Mamadou', 'Manon', 'Marta', 'Mehdi', 'Mina', 'Nadia',
  'Naïm', 'Nina', 'Noé', 'Nora', 'Olga', 'Oscar', 'Paul', 'Rania', 'Rose', 'Sacha', 'Salomé', 'Samir', 'Sofia', 'Tao',
  'Théo', 'Thi', 'Yacine', 'Yuki', 'Zélie', 'Zoé',
];

export const FAMILY_NAMES = [
  'Acacia', 'Ajonc', 'Amandier', 'Anémone', 'Arbousier', 'Aubépine', 'Aulne', 'Bambou', 'Bleuet', 'Bouleau', 'Bruyère',
  'Buis', 'Camomille', 'Capucine', 'Cèdre', 'Cerfeuil', 'Charme', 'Chicorée', 'Ciboulette', 'Cognassier', 'Cornouiller',
  'Érable', 'Estragon', 'Figuier', 'Fougère', 'Frêne', 'Genêt', 'Genévrier', 'Glycine', 'Hêtre', 'Hibiscus', 'Houx',
  'Jasmin', 'Laurier', 'Lavande', 'Lierre', 'Lilas', 'Magnolia', 'Mélèze', 'Mélisse', 'Merisier', 'Mimosa', 'Myrtille',
  'Néflier', 'Noisetier', 'Ortie', 'Osier', 'Pervenche', 'Peuplier', 'Pivoine', 'Platane', 'Réséda', 'Romarin', 'Sapin',
  'Sarriette', 'Saule', 'Sorbier', 'Sureau', 'Tilleul', 'Verveine',
];
