package eu.metacluster.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A person is struck from texts, and nobody else. */
class PersonWordsTests {

  private final PersonWords words =
      PersonWords.of("ann@lee.test", List.of("Ann Marie O'Lee", "Ann"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Write to Ann@Lee.test.               | Write to ….
          joann@lee.test                       | joann@lee.test
          ann@lee.test.org                     | ann@lee.test.org
          Ann   Marie, O'Lee (PI)              | … (PI)
          O'LEE Marie Ann                      | …
          Dr. ann marie o'lee's lab            | Dr. …'s lab
          {"a":"Regards\\nAnn Marie\\nO'Lee"}  | {"a":"Regards\\n…"}
          {"a":"\\nann@lee.test"}              | {"a":"\\n…"}
          Joann Marie O'Leeson                 | Joann Marie O'Leeson
          An announcement for Ann              | An announcement for Ann
          """)
  void isStruckWholeAndAlone(String text, String left) {
    assertThat(words.without(text)).isEqualTo(left);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Sent by May, in a hurry         | Sent by …, in a hurry
          MAY                             | …
          It may be so, mayor; Mayday     | It may be so, mayor; Mayday
          {"a":"Regards\\nMay"}           | {"a":"Regards\\n…"}
          Ann Marie O'Lee and May         | … and …
          """)
  void aNameOfOneWordGoesFromOwnTextsWithItsCapitalOnly(String text, String left) {
    PersonWords both = PersonWords.of("a@b.test", List.of("may", "Ann Marie O'Lee"));
    assertThat(both.own().without(text)).isEqualTo(left);
    assertThat(both.without("Sent by May")).isEqualTo("Sent by May");
    assertThat(both.own().singles()).containsExactly("may");
    assertThat(both.singles()).isEmpty();
  }

  @Test
  void whoHasNoNameOfTwoWordsIsKnownByTheAddressAlone() {
    assertThat(PersonWords.of("a@b.test", List.of("Ann")).probes()).containsExactly("a@b.test");
    assertThat(PersonWords.of("", List.of("", "Bo Li")).probes()).containsExactly("li");
  }
}
