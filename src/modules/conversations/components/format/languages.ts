/** Languages that can be chosen for conditions and saved replies (BCP 47). */
export const languages = ['de', 'en', 'fr', 'it', 'es', 'nl', 'pl', 'da', 'sv', 'nb', 'tr', 'ar', 'he'];
