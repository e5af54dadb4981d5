/** Leaves the shared server after the last project; the last run that uses it ends it. */
export default async function tearDown() {
  const server = globalThis.testServer;
  if (!server || --server.projects > 0) return;
  globalThis.testServer = undefined;
  await server.stop();
}
