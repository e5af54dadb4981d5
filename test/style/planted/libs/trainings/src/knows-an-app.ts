import '../../../apps/api/src/app.js';
