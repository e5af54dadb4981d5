/** My data in short sentences. What is not here is short in French already. */
export const webMyData = {
  'myData.lede': 'Voici ce que nous savons de vous. Vous pouvez tout prendre. Vous pouvez tout effacer.',
  'myData.again.text': 'Pour votre sécurité, connectez-vous encore une fois.',
  'myData.export.text': 'Vous recevez un fichier ZIP. Il contient tout ce que nous savons de vous.',
  'myData.erase.seats':
    'Vos réservations des 14 prochains jours restent. Les autres sont annulées. D’autres personnes auront ces places.',
} as const;
