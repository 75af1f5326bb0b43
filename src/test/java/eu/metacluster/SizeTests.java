package eu.metacluster;

import static org.assertj.core.api.Assertions.assertThat;

import eu.metacluster.support.ProductSources;
import eu.metacluster.support.ProductSources.Source;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Small files, small methods, and most types nobody else's business. */
class SizeTests {

  private static final int LINES_OF_A_FILE = 400;
  private static final int LINES_OF_A_METHOD = 40;
  private static final int LINES_OF_NEARLY_ALL_METHODS = 20;
  private static final double SHARE_OF_HIDDEN_TYPES = 0.4;

  private static final List<Source> SOURCES = ProductSources.read();

  @Test
  void noFileIsLong() {
    assertThat(SOURCES.stream().filter(s -> s.lines() > LINES_OF_A_FILE))
        .extracting(s -> s.path() + " has " + s.lines() + " lines")
        .isEmpty();
  }

  @Test
  void filesAreShortAsARule() {
    List<Integer> lines = SOURCES.stream().map(Source::lines).sorted().toList();
    assertThat(percentile(lines, 0.5)).as("median of lines in a file").isLessThanOrEqualTo(80);
  }

  @Test
  void noMethodIsLong() {
    assertThat(
            SOURCES.stream()
                .flatMap(
                    s ->
                        s.methods().stream()
                            .filter(m -> m.lines() > LINES_OF_A_METHOD)
                            .map(m -> s.path() + " " + m.name() + " has " + m.lines() + " lines")))
        .isEmpty();
  }

  @Test
  void nearlyAllMethodsAreShort() {
    List<Integer> lines =
        SOURCES.stream().flatMap(s -> s.methods().stream()).map(m -> m.lines()).sorted().toList();
    assertThat(percentile(lines, 0.95))
        .as("the 95th percentile of the lines in a method")
        .isLessThanOrEqualTo(LINES_OF_NEARLY_ALL_METHODS);
  }

  @Test
  void typesAreHiddenUnlessAnotherPackageNeedsThem() {
    List<ProductSources.Type> types = SOURCES.stream().flatMap(s -> s.types().stream()).toList();
    double hidden = types.stream().filter(type -> !type.isPublic()).count();
    assertThat(hidden / types.size())
        .as("share of package-private types among %d", types.size())
        .isGreaterThanOrEqualTo(SHARE_OF_HIDDEN_TYPES);
  }

  private static int percentile(List<Integer> sorted, double share) {
    return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
  }
}
