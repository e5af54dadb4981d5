import '../../mail/src/index.js';
