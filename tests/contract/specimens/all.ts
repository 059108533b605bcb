import { apiSpecimen } from './api';
import { discourseSpecimen } from './discourse';
import { emailSpecimen } from './email';
import { facebookSpecimen } from './facebook';
import type { Specimen } from './specimen';

/** By network, one line each. */
export const specimens: Record<string, Specimen> = {
  api: apiSpecimen,
  discourse: discourseSpecimen,
  email: emailSpecimen,
  facebook: facebookSpecimen,
};
