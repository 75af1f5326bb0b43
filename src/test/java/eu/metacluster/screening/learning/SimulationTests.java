package eu.metacluster.screening.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SimulationTests {

  private final Subjects subjects = Subjects.of(400, 10, 2);
  private final TextPool pool = TextPool.of(subjects.texts());

  @Test
  void everythingIsReadOnceAndFoundEarly() {
    Reading reading = new Simulation(pool, subjects.labels()).run(List.of(0, 1));

    assertThat(reading.order()).hasSize(398).doesNotHaveDuplicates().doesNotContain(0, 1);
    Measures measures = Objects.requireNonNull(reading.measures());
    assertThat(measures.loss()).isLessThan(0.05);
    assertThat(reading.curve(10).getLast()).isEqualTo(new Reading.Point(398, reading.total()));
    assertThat(reading.curve(10).getFirst()).isEqualTo(new Reading.Point(0, 0));
  }

  @Test
  void theSameSetIsReadInTheSameOrder() {
    Simulation simulation = new Simulation(pool, subjects.labels());
    List<int[]> orders =
        IntStream.range(0, 4)
            .parallel()
            .mapToObj(i -> simulation.run(List.of(0, 1)).order())
            .toList();

    int[] alone =
        new Simulation(TextPool.of(subjects.texts()), subjects.labels()).run(List.of(0, 1)).order();
    assertThat(orders).allMatch(order -> Arrays.equals(order, alone));
  }

  @Test
  void aCommitteeThatAuthorisesEverythingNothingOrAtRandomIsEndured() {
    boolean[] all = new boolean[400];
    Arrays.fill(all, true);
    boolean[] random = new boolean[400];
    SplittableRandom coin = new SplittableRandom(9);
    for (int i = 0; i < 400; i++) {
      random[i] = coin.nextBoolean();
    }

    assertThat(new Simulation(pool, all).run(List.of()).measures()).isNotNull();
    Reading nothing = new Simulation(pool, new boolean[400]).run(List.of());
    assertThat(nothing.measures()).isNull();
    assertThat(nothing.total()).isZero();
    Reading guess = new Simulation(pool, random).run(List.of(0));
    assertThat(guess.stop().read()).as("no end in sight of random decisions").isGreaterThan(300);
  }

  @Test
  void everybodyWhoAuthorisesEverythingIsToldToReadOn() {
    boolean[] all = new boolean[400];
    Arrays.fill(all, true);

    assertThat(new Simulation(pool, all).run(List.of()).stop().read()).isGreaterThan(370);
  }
}
