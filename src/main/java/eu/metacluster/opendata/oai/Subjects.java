package eu.metacluster.opendata.oai;

import eu.metacluster.opendata.described.Described;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What a record is about, in words. */
final class Subjects {

  private static final int LONGEST = 200;

  private Subjects() {}

  static List<String> of(Described record) {
    Stream<String> keywords =
        record.all("keywords").stream()
            .flatMap(words -> Arrays.stream(words.split("[,;]", -1)))
            .map(String::strip);
    Stream<String> classes =
        Stream.of("subject", "pillar", "technology", "cancer", "condition", "biomarker")
            .flatMap(field -> record.all(field).stream());
    return Stream.concat(keywords, classes)
        .filter(word -> !word.isBlank() && word.length() <= LONGEST)
        .distinct()
        .toList();
  }
}
