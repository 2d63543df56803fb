/** Says that this answer is not the plain one: the question is Apollo's then. */
export class NotPlain extends Error {}
