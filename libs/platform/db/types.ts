import { types } from 'pg';

// A calendar day stays its ISO text: as a Date it would move with the server's zone.
types.setTypeParser(types.builtins.DATE, (text) => text);
// Counters and sizes are far below 2^53.
types.setTypeParser(types.builtins.INT8, (text) => Number(text));
