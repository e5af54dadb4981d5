import { runProgram } from '#platform/machinery';
import { createApp } from './create-app.js';

await runProgram(async (config) => {
  const app = await createApp(config);
  app.enableShutdownHooks(['SIGTERM', 'SIGINT']);
  await app.listen(config.port, config.listenHost);
});
