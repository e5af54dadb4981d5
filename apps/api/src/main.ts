import { loadConfig } from '#platform/config';
import { createApp } from './create-app.js';

const config = loadConfig();
const app = await createApp(config);
app.enableShutdownHooks(['SIGTERM', 'SIGINT']);
await app.listen(config.port, config.listenHost);
