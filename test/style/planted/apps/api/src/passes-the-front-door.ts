import '../../../libs/trainings/src/inside.js';
