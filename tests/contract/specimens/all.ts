import { apiSpecimen } from './api';
import { discourseSpecimen } from './discourse';
import { emailSpecimen } from './email';
import { facebookSpecimen } from './facebook';
import { instagramSpecimen } from './instagram';
import { linkedinSpecimen } from './linkedin';
import type { Specimen } from './specimen';
import { telegramSpecimen } from './telegram';
import { whatsappSpecimen } from './whatsapp';
import { xSpecimen } from './x';

/** By network, one line each. */
export const specimens: Record<string, Specimen> = {
  api: apiSpecimen,
  discourse: discourseSpecimen,
  email: emailSpecimen,
  facebook: facebookSpecimen,
  instagram: instagramSpecimen,
  telegram: telegramSpecimen,
  whatsapp: whatsappSpecimen,
  x: xSpecimen,
  linkedin: linkedinSpecimen,
};
