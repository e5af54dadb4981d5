import '../../../trainings/src/index.js';
