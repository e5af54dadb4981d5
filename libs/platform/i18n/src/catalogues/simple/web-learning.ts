/** Qualifications, documents and opinions in short sentences. What is not here is short in French already. */
export const webLearning = {
  'learn.survey.thanksText': 'La page de la formation dit ce qui change.',
  'learn.survey.anonymous': 'Votre nom n’est pas gardé. L’équipe attend cinq réponses avant de lire.',
} as const;
