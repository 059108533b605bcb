import { apiSpecimen } from './api';
import { facebookSpecimen } from './facebook';
import type { Specimen } from './specimen';

/** By network, one line each. */
export const specimens: Record<string, Specimen> = {
  api: apiSpecimen,
  facebook: facebookSpecimen,
};
