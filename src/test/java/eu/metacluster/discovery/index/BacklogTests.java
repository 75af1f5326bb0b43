package eu.metacluster.discovery.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BacklogTests {

  private final AtomicLong head = new AtomicLong(9_000);
  private final Backlog backlog = new Backlog(head::get);

  @Test
  void anIndexThatIsBuiltAnewMissesMuchUntilTheLastPiece() {
    backlog.begun(0);
    assertThat(backlog.large()).isTrue();
    assertThat(backlog.moved(2_000, 2_000)).isFalse();
    assertThat(backlog.moved(4_000, 2_000)).isFalse();
    assertThat(backlog.large()).isTrue();
    assertThat(backlog.moved(8_000, 2_000)).as("it is there now").isTrue();
    assertThat(backlog.large()).isFalse();
    assertThat(backlog.moved(9_000, 1_000)).as("it was there before").isFalse();
  }

  @Test
  void itGoesOnWhereItWasStopped() {
    backlog.begun(6_000);
    assertThat(backlog.large()).isTrue();
    backlog.begun(8_000);
    assertThat(backlog.large()).isFalse();
  }

  @Test
  void aFewChangesAreNoBacklog() {
    backlog.begun(9_000);
    head.set(9_500);
    assertThat(backlog.moved(9_500, 500)).isFalse();
    assertThat(backlog.large()).isFalse();
  }

  @Test
  void aLargeImportIsOne() {
    backlog.begun(9_000);
    head.set(100_000);
    assertThat(backlog.moved(11_000, 2_000)).isFalse();
    assertThat(backlog.large()).isTrue();
    assertThat(backlog.moved(100_000, 1_000)).isTrue();
  }
}
