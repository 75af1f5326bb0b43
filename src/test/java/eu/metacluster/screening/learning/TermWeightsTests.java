package eu.metacluster.screening.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** A term of one text has no place, and yet the machine learns as if it had one. */
class TermWeightsTests {

  private static final List<ScreeningText> TEXTS =
      List.of(
          new ScreeningText("salt tide", ""),
          new ScreeningText("salt genome genome", ""),
          new ScreeningText("tide genome harbour biopsy", ""),
          new ScreeningText("plankton", ""),
          new ScreeningText("tide", ""),
          new ScreeningText("genome salt", ""));

  @Test
  void aTermOfOneTextCountsForItsLengthAlone() {
    Rows rows = rows(TEXTS);

    assertThat(rows.width()).isEqualTo(3);
    for (int row = 0; row < TEXTS.size(); row++) {
      assertThat(rows.square(row)).isCloseTo(1, within(1e-6));
    }
    assertThat(rows.own()[3]).isCloseTo(1, within(1e-6f));
    assertThat(rows.own()[4]).isZero();
    assertThat(rows.own()[2]).isBetween(0.5f, 0.9f);
  }

  @Test
  void theMachineJudgesAsIfEachTermHadAPlace() {
    Rows folded = rows(TEXTS);
    Rows spread = spread(folded);
    Decisions decisions = new Decisions(TEXTS.size());
    decisions.add(0, false);
    decisions.add(1, true);
    decisions.add(2, true);
    decisions.add(3, false);
    Labels labels = new Labels(decisions, TEXTS.size());

    double[] one = Objects.requireNonNull(new MarginView(folded).scores(labels));
    double[] other = Objects.requireNonNull(new MarginView(spread).scores(labels));

    assertThat(one[4]).isCloseTo(other[4], within(1e-5));
    assertThat(one[5]).isCloseTo(other[5], within(1e-5));
  }

  private static Rows rows(List<ScreeningText> texts) {
    Function<ScreeningText, List<String>> title = text -> List.of(text.title());
    return TermWeights.of(TermCounts.of(texts, title, Terms.Form.WORD, false), 1, 0.95);
  }

  /** The same rows with a position for what each has of its own. */
  private static Rows spread(Rows rows) {
    int count = rows.count();
    int[] starts = new int[count + 1];
    int[] ids = new int[rows.ids().length + count];
    float[] values = new float[ids.length];
    int at = 0;
    for (int row = 0; row < count; row++) {
      starts[row] = at;
      for (int i = rows.starts()[row]; i < rows.starts()[row + 1]; i++) {
        ids[at] = rows.ids()[i];
        values[at++] = rows.values()[i];
      }
      ids[at] = rows.width() + row;
      values[at++] = (float) Math.sqrt(rows.own()[row]);
    }
    starts[count] = at;
    return new Rows(starts, ids, values, rows.width() + count, new float[count]);
  }
}
