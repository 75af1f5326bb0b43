package eu.metacluster.screening.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FoldingTests {

  @Test
  void marksAndCaseAreFolded() {
    assertThat(Folding.words("Universität zu Köln, Łódź & Århus"))
        .containsExactly("universitat", "zu", "koln", "lodz", "arhus");
  }

  @Test
  void greekAndCyrillicBecomeLatin() {
    assertThat(Folding.words("Πανεπιστήμιο Πατρών")).containsExactly("panepistemio", "patron");
    assertThat(Folding.words("Московский университет"))
        .containsExactly("moskovskij", "universitet");
  }

  @Test
  void apostrophesJoinAndOtherPunctuationParts() {
    assertThat(Folding.words("Hospital de l'Est, DAV-HDX576WF"))
        .containsExactly("hospital", "de", "lest", "dav", "hdx576wf");
  }

  @Test
  void charactersWrittenAsHtmlAreRead() {
    assertThat(Folding.words("Lud&#228;scher &amp; M&uuml;ller"))
        .containsExactly("ludascher", "muller");
    assertThat(Folding.words("&#9999999; x")).containsExactly("x");
  }

  @Test
  void bytesThatAreNoTextYieldNoWords() {
    assertThat(Folding.words("\0\1\2\uFFFD\uD800")).isEmpty();
    assertThat(Folding.words("")).isEmpty();
  }
}
