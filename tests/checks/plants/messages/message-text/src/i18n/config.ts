export const namespaces = ['contacts', 'errors'];
