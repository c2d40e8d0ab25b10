/**
 * Where time comes from. Business rules ask the clock and never `new Date()`, so that a deadline can be
 * tested to the second and the demo can be told day by day. Sessions, lock-out and signatures stay on real time.
 */
export abstract class Clock {
  /** The instant of business now. It may go backwards between two calls; order acts by sequence. */
  abstract now(): Date;
}
