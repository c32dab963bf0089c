/** Something that gets broken, and what the suite has to say about it. */
export interface Mutation<Target> {
  name: string;
  /** The operation that is broken, and reported. No two mutations share one, so that all can be tried at once. */
  operationId: string;
  break(target: Target): void;
  /** What one of the sentences about the operation looks like. */
  reported: RegExp;
}
