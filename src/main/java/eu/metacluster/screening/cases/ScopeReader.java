package eu.metacluster.screening.cases;

import eu.metacluster.screening.scope.ScopeModel;
import eu.metacluster.screening.scope.ScopeScore;
import eu.metacluster.screening.scope.ScopeText;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** The model that ranks the queue, loaded when it is first needed. */
@Component
class ScopeReader {

  private final Supplier<ScopeModel> model = SingletonSupplier.of(ScopeModel::load);

  ScopeScore score(ScopeText text) {
    return model.get().score(text);
  }

  /**
   * How much there is for the grid in it, 0 to 1: half the grade of the codebook (0 out, 1
   * borderline, 2 core) that is to be expected.
   */
  static double usefulness(ScopeScore score) {
    return (score.core() + score.any()) / 2;
  }
}
