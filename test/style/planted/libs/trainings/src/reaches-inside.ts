import '../../volunteers/src/deep.js';
