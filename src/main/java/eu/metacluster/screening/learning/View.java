package eu.metacluster.screening.learning;

import org.jspecify.annotations.Nullable;

/** One way of judging the texts of a pool by the decisions taken so far. Not safe for threads. */
interface View {

  /**
   * Judges all texts; what stands at those already read is of no account.
   *
   * @return higher is more likely relevant, on a scale of the view's own; null as long as the
   *     decisions do not suffice for it
   */
  double @Nullable [] scores(Labels labels);
}
