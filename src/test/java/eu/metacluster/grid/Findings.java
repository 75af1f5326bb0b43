package eu.metacluster.grid;

import eu.metacluster.grid.Identifier.Scheme;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Builds findings for tests in a line each. */
final class Findings {

  private static final Finding.Locator AT = new Finding.Locator(0, 0, 0);

  private Findings() {}

  /** A number nobody else uses, so that tests can share a database. */
  static String number() {
    return Long.toString(UUID.randomUUID().getMostSignificantBits() & 0xFFFFFFFFFFL);
  }

  static Finding.Fact fact(Field field, String value) {
    return Finding.Fact.of(field, value);
  }

  static Finding organisation(String pic, String name, String country) {
    return organisation(pic, fact(Field.TITLE, name), fact(Field.COUNTRY, country));
  }

  static Finding organisation(String pic, Finding.Fact... facts) {
    return finding(RecordKind.ORGANISATION, pic, Scheme.PIC, List.of(), facts);
  }

  static Finding project(String grant, List<Finding.Partner> partners, Finding.Fact... facts) {
    return finding(RecordKind.PROJECT, grant, Scheme.GRANT, partners, facts);
  }

  static Finding.Partner partner(String pic, String role, long euro, int position) {
    return new Finding.Partner(
        Identifier.of(Scheme.PIC, pic),
        role,
        BigDecimal.valueOf(euro),
        null,
        null,
        "ES",
        "ES300",
        null,
        null,
        false,
        position,
        AT);
  }

  private static Finding finding(
      RecordKind kind,
      String key,
      Scheme scheme,
      List<Finding.Partner> partners,
      Finding.Fact... facts) {
    String content = Arrays.toString(facts) + partners;
    return new Finding(
        kind,
        key,
        new ArrayList<>(List.of(Identifier.of(scheme, key))),
        List.of(facts),
        partners,
        AT,
        content.getBytes(StandardCharsets.UTF_8));
  }
}
