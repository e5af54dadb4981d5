/** Shared seats and coming in pairs, in short sentences. What is not here is short in French already. */
export const webSeats = {
  'seats.rank.meaning': 'Certaines places sont pour un seul réseau. Les autres sont pour tout le monde.',
  'seats.mate.ONE_CANNOT': 'Le {day} : l’un de vous deux ne pouvait pas venir.',
} as const;
