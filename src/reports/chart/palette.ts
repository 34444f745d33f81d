/** Paper of its own, so that the picture looks the same in a dark chat and in a light one. */
export const palette = {
  paper: '#EAEFF2',
  card: '#FFFFFF',
  ink: '#17303B',
  quiet: '#516873',
  /** What is wanted. */
  teal: '#09736E',
  /** The same, of a day that is not over. */
  tealSoFar: '#43948F',
  /** Behind a bar: how long it could be. */
  groove: '#E3EAED',
  /** What is lost. */
  amber: '#B45A14',
};
