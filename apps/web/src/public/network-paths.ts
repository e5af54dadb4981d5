/** Where each network of the city has its page. */
export const networkPaths: Record<'solidarity' | 'climate', string> = {
  solidarity: '/reseaux/solidarite',
  climate: '/reseaux/climat',
};
