package eu.metacluster.discovery.index;

import static org.assertj.core.api.Assertions.assertThat;

import eu.metacluster.discovery.index.RealDocuments.Both;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TermToBytesRefAttribute;
import org.junit.jupiter.api.Test;

/** What is written is cut as what is asked for is. */
class WrittenWordsTests {

  private static final Analyzer ASKED = new Words();
  private static final Analyzer WRITTEN = new WrittenWords();

  @Test
  void realTextsAreCutAlikeTheSecondTimeToo() throws IOException {
    List<Both> real = RealDocuments.of(300);
    for (int round = 0; round < 2; round++) {
      for (Both both : real) {
        alike(both.document().text().title() + "\n" + both.document().text().summary());
        alike(both.document().record().title() + " " + both.document().names());
      }
    }
  }

  @Test
  void oddTextsAreCutAlike() throws IOException {
    for (String text :
        List.of(
            "",
            " ",
            "Patients' patient's PATIENT’S it's s' O'Neill d’Hebron l'Università",
            "ΕΛΛΗΝΙΚΌΣ Έρευνα οδός Łódź ÆØÅ ŒUVRE ﬁnding İstanbul Straße",
            "e.g. 3.14 1,000 a_b x:y IL-6 TP53 foo@bar.eu https://example.org/a?b=c",
            "癌症研究 がん 암 рак سرطان 👩‍🔬 🧬 ｆｕｌｌ",
            "running runs ran Studies STUDIES studies study relational happy ran",
            "internationalisations-und-antidisestablishmentarianism",
            "antidisestablishmentarianismsandotherlongones abcdefghijklmnopqrstuvwxyzabcdef",
            "x".repeat(31) + " " + "y".repeat(32) + " " + "z".repeat(255) + " " + "w".repeat(700),
            "\u0000 \uD800 \uDC00 a\u0301 \u200Bzero\u200Dwidth")) {
      alike(text);
      alike(text);
    }
  }

  @Test
  void wordsThatShareAPlaceAreNotTakenForEachOther() throws IOException {
    Random random = new Random(7);
    String many =
        random
            .ints(60_000, 0, 26 * 26 * 26)
            .mapToObj(n -> "" + (char) ('a' + n % 26) + (char) ('a' + n / 26 % 26) + n + "ings")
            .collect(Collectors.joining(" "));
    alike(many);
  }

  private static void alike(String text) throws IOException {
    for (String field : List.of(IndexFields.TEXT, IndexFields.NAMES, IndexFields.TITLE)) {
      assertThat(cut(WRITTEN, field, text)).as(field).isEqualTo(cut(ASKED, field, text));
    }
  }

  private static List<String> cut(Analyzer analyzer, String field, String text) throws IOException {
    List<String> words = new ArrayList<>();
    try (TokenStream stream = analyzer.tokenStream(field, text)) {
      TermToBytesRefAttribute term = stream.getAttribute(TermToBytesRefAttribute.class);
      var step = stream.getAttribute(PositionIncrementAttribute.class);
      var offset = stream.getAttribute(OffsetAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        words.add(
            term.getBytesRef().utf8ToString()
                + "+"
                + step.getPositionIncrement()
                + "@"
                + offset.startOffset()
                + "-"
                + offset.endOffset());
      }
      stream.end();
      words.add(step.getPositionIncrement() + "@" + offset.endOffset());
    }
    return words;
  }
}
