package eu.metacluster.screening.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SpellingTests {

  @Test
  void countsChangesInsertionsLossesAndSwaps() {
    assertThat(Spelling.steps("hospital", "hopsital")).isEqualTo(1);
    assertThat(Spelling.steps("hospital", "hospitals")).isEqualTo(1);
    assertThat(Spelling.steps("hospital", "hosptial")).isEqualTo(1);
    assertThat(Spelling.steps("clinic", "klinik")).isEqualTo(2);
  }

  @Test
  void countsAsTheTableOfAllPartsDoes() {
    SplittableRandom random = new SplittableRandom(42);
    for (int i = 0; i < 5_000; i++) {
      String one = word(random);
      String other = word(random);
      assertThat(Spelling.steps(one, other)).as(one + " " + other).isEqualTo(table(one, other));
    }
  }

  @Test
  void lettersAloneNeverPartWhatIsAlike() {
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 20_000; i++) {
      String one = word(random);
      String other = word(random);
      if (Spelling.farApart(
          one.length(), Spelling.letters(one), other.length(), Spelling.letters(other))) {
        assertThat(Spelling.alike(one, other)).as(one + " " + other).isZero();
      }
    }
  }

  @Test
  void aBeginningIsNearlyTheWord() {
    assertThat(Spelling.alike("univ", "university")).isEqualTo(0.85);
    assertThat(Spelling.alike("u", "university")).isEqualTo(0.5);
    assertThat(Spelling.alike("uni", "university")).isZero();
  }

  private static String word(SplittableRandom random) {
    StringBuilder word = new StringBuilder();
    int length = random.nextInt(1, 12);
    while (word.length() < length) {
      word.append((char) ('a' + random.nextInt(4)));
    }
    return word.toString();
  }

  private static int table(String one, String other) {
    int[][] steps = new int[one.length() + 1][other.length() + 1];
    for (int i = 0; i <= one.length(); i++) {
      for (int j = 0; j <= other.length(); j++) {
        if (i == 0 || j == 0) {
          steps[i][j] = i + j;
          continue;
        }
        int same = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        steps[i][j] =
            Math.min(steps[i - 1][j - 1] + same, Math.min(steps[i - 1][j], steps[i][j - 1]) + 1);
        if (i > 1
            && j > 1
            && one.charAt(i - 1) == other.charAt(j - 2)
            && one.charAt(i - 2) == other.charAt(j - 1)) {
          steps[i][j] = Math.min(steps[i][j], steps[i - 2][j - 2] + 1);
        }
      }
    }
    return steps[one.length()][other.length()];
  }
}
