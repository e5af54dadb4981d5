function setting(name: string): string {
  return document.querySelector<HTMLMetaElement>(`meta[name="brand:${name}"]`)?.content.trim() ?? '';
}

/** Who runs this site, from the `brand:*` metas of index.html, which a server may fill from its settings. */
export const brand = {
  name: setting('name') || 'Volontaires de Paris',
  /** The body that publishes the site; empty until the operator states it. */
  publisher: setting('publisher'),
  email: setting('email'),
  host: setting('host'),
};
