package eu.metacluster.discovery.areas;

import eu.metacluster.discovery.areas.PeopleFile.People;
import eu.metacluster.shared.CountryCodes;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How many people live in countries and regions: countries as the product knows them, rounded, and
 * exactly where an administrator has loaded Eurostat's numbers.
 *
 * @param year of the loaded numbers, or of those that come with the product
 */
public record Inhabitants(Map<String, Long> numbers, int year) {

  private static final int SHIPPED_YEAR = 2024;
  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
  private static final Map<String, Long> SHIPPED = shipped();

  static Inhabitants with(List<People> loaded) {
    Map<String, Long> numbers = new HashMap<>(SHIPPED);
    for (People one : loaded) {
      numbers.put(CountryCodes.iso(one.code()), one.number());
    }
    return new Inhabitants(
        Map.copyOf(numbers), loaded.stream().mapToInt(People::year).max().orElse(SHIPPED_YEAR));
  }

  /**
   * A number per million inhabitants.
   *
   * @param code of a country (ISO 3166-1 alpha-2) or a region (NUTS)
   * @return null when the number is, or nobody knows how many live there
   */
  public @Nullable BigDecimal perMillion(String code, @Nullable BigDecimal number) {
    Long people = numbers.get(code);
    return number == null || people == null || people == 0
        ? null
        : number.multiply(MILLION).divide(BigDecimal.valueOf(people), MathContext.DECIMAL32);
  }

  private static Map<String, Long> shipped() {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(Inhabitants.class.getResourceAsStream("inhabitants.tsv")),
                StandardCharsets.UTF_8))) {
      return in.lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", 2))
          .collect(
              Collectors.toUnmodifiableMap(
                  cells -> cells[0], cells -> Long.parseLong(cells[1]) * 1_000));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
