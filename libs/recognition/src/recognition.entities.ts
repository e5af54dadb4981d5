import { Certificate, CertificateDue } from './certificate.entity.js';
import { SigningKey } from './signing-key.entity.js';

/** Every table of recognition, as the explicit list that the applications hand to the database. */
export const recognitionEntities = [SigningKey, Certificate, CertificateDue];
