package eu.metacluster.grid;

import static org.assertj.core.api.Assertions.assertThat;

import eu.metacluster.discovery.Plot;
import eu.metacluster.support.ProductTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Addresses that stay apart however alike the names are. */
@ProductTest
class HandlesTests {

  @Autowired ApplicationContext product;

  private final String start = "HORIZON-A-CALL-WITH-A-NAME-THAT-IS-MUCH-TOO-LONG-" + Plot.number();

  @Test
  void callsWhoseNamesAreCutAtTheSamePlaceKeepAddressesOfTheirOwn() {
    Plot plot = new Plot(product);
    plot.stated(Plot.call(start + "-01", "First"), Plot.call(start + "-02", "Second"));
    plot.stated(Plot.call(start + "-03", "Third"));
    GridRecord first = plot.record(start + "-01");
    GridRecord second = plot.record(start + "-02");
    assertThat(first.handle()).isEqualTo(Handles.named(start + "-01")).startsWith("horizon-a-call");
    assertThat(second.handle()).isEqualTo(Handles.named(start + "-02"));
    assertThat(plot.record(start + "-03").handle()).isNotIn(first.handle(), second.handle());
  }

  @Test
  void namesThatDifferOnlyInSignsKeepAddressesOfTheirOwn() {
    Plot plot = new Plot(product);
    String code = "SIGNS-" + Plot.number();
    plot.stated(Plot.call(code + "-2", "Hyphen"), Plot.call(code + ".2", "Dot"));
    plot.stated(Plot.call(code + "/2", "Stroke"));
    assertThat(plot.record(code + "-2").handle())
        .isNotEqualTo(plot.record(code + ".2").handle())
        .isNotEqualTo(plot.record(code + "/2").handle());
    String before = plot.record(code + ".2").handle();
    plot.stated(Plot.call(code + ".2", "Dot, said anew"));
    assertThat(plot.record(code + ".2").handle()).isEqualTo(before);
  }
}
