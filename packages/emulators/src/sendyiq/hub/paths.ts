/** vendors/sendyiq.md §Real time: outside the integrations root. */
export const hubPath = '/hubs/store-conversations';
export const negotiatePath = `${hubPath}/negotiate`;
