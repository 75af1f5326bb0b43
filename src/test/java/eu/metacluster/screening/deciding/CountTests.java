package eu.metacluster.screening.deciding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountTests {

  /** Votes as letters in their order: authorise, decline, return. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          ''  | false | NONE              | -         | 0
          a   | false | DECIDED           | AUTHORISE | 1
          d   | false | DECIDED           | DECLINE   | 1
          r   | false | DECIDED           | RETURN    | 1
          ''  | true  | NONE              | -         | 0
          a   | true  | WAITS_FOR_SECOND  | -         | 1
          aa  | true  | DECIDED           | AUTHORISE | 2
          dd  | true  | DECIDED           | DECLINE   | 2
          rr  | true  | DECIDED           | RETURN    | 2
          ad  | true  | WAITS_FOR_THIRD   | -         | 1
          da  | true  | WAITS_FOR_THIRD   | -         | 1
          ar  | true  | WAITS_FOR_THIRD   | -         | 1
          ada | true  | DECIDED           | AUTHORISE | 2
          add | true  | DECIDED           | DECLINE   | 2
          adr | true  | WAITS_FOR_THIRD   |           | 1
          ad  | false | DECIDED           | DECLINE   | 1
          """)
  void votesComeTo(String votes, boolean two, Count.State state, Verdict verdict, int persons) {
    List<Verdict> cast = new ArrayList<>();
    for (char vote : votes.toCharArray()) {
      cast.add(
          switch (vote) {
            case 'a' -> Verdict.AUTHORISE;
            case 'd' -> Verdict.DECLINE;
            default -> Verdict.RETURN;
          });
    }
    assertThat(Count.of(cast, two)).isEqualTo(new Count(state, verdict, persons));
  }
}
