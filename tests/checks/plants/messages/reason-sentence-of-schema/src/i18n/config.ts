export const namespaces = ['contacts'];
