package eu.metacluster.screening.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PlacesTests {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

  private static Ranked ranked(int n, double usefulness, LocalDate due) {
    return new Ranked(
        new UUID(n * 7_919L, n),
        new UUID(0, n),
        true,
        false,
        usefulness,
        usefulness,
        usefulness < 0.5,
        due,
        false,
        null,
        0,
        Pick.RELEVANT);
  }

  private static List<Ranked> many(int count) {
    List<Ranked> open = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      open.add(ranked(i, 1 - (double) i / count, TODAY.plusDays(14)));
    }
    return open;
  }

  private static List<Places.Place> front(List<Places.Place> places, int count) {
    return places.stream()
        .sorted(Comparator.comparingDouble((Places.Place one) -> -one.priority()))
        .limit(count)
        .toList();
  }

  @Test
  void withoutASayTheModelsOrderHolds() {
    List<Ranked> open = many(100);
    List<Places.Place> places = new Places(open, new double[100], 0, TODAY).all();
    assertThat(front(places, 1).getFirst().of()).isEqualTo(open.getFirst());
    assertThat(places).allSatisfy(one -> assertThat(one.byModel()).isBetween(0f, 1f));
  }

  @Test
  void whatWasLearnedLiftsWhatTheModelHadBehind() {
    List<Ranked> open = many(100);
    double[] learned = new double[100];
    learned[90] = 5;
    List<Places.Place> places = new Places(open, learned, 0.9, TODAY).all();
    assertThat(front(places, 1).getFirst().of()).isEqualTo(open.get(90));
  }

  @Test
  void aShareOfTheFrontIsUnsureAndAShareIsDrawnAndTheDrawLasts() {
    List<Ranked> open = many(2_000);
    List<Places.Place> places = new Places(open, new double[2_000], 0, TODAY).all();
    List<Places.Place> front = front(places, 1_000);

    assertThat(front.stream().filter(one -> one.pick() == Pick.AUDIT).count()).isBetween(40L, 60L);
    assertThat(front.stream().filter(one -> one.pick() == Pick.UNCERTAIN).count())
        .isBetween(20L, 120L);
    List<UUID> drawn =
        places.stream().filter(one -> one.pick() == Pick.AUDIT).map(one -> one.of().id()).toList();
    List<Ranked> later = open.stream().filter(one -> !drawn.contains(one.id())).toList();
    List<Ranked> mixed = new ArrayList<>(later.subList(0, 500));
    open.stream().filter(one -> drawn.contains(one.id())).forEach(mixed::add);
    List<Places.Place> again = new Places(mixed, new double[mixed.size()], 0, TODAY).all();
    assertThat(again.stream().filter(one -> one.pick() == Pick.AUDIT).map(one -> one.of().id()))
        .isNotEmpty()
        .isSubsetOf(drawn);
  }

  @Test
  void whatSeemsRelevantAndIsDueComesFirst() {
    List<Ranked> open = many(50);
    open.set(10, ranked(10, 0.8, TODAY.plusDays(2)));
    open.set(45, ranked(45, 0.1, TODAY.minusDays(60)));
    List<Places.Place> places = new Places(open, new double[50], 0, TODAY).all();

    Places.Place first = front(places, 1).getFirst();
    assertThat(first.of()).isEqualTo(open.get(10));
    assertThat(first.pick()).isEqualTo(Pick.DUE);
    assertThat(places.get(45).pick()).isNotEqualTo(Pick.DUE);
  }

  @Test
  void nothingToPlaceIsNoProblem() {
    assertThat(new Places(List.of(), new double[0], 0.5, TODAY).all()).isEmpty();
  }
}
