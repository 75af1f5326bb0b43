package eu.metacluster.shared;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An amount with its currency and, where a source says so, the year whose money it is. Written as
 * {@code 1200000.50}, {@code 1200000.50 SEK} or {@code 1200000.50 SEK 2024}; without a currency it
 * is euro.
 *
 * @param currency ISO 4217
 * @param year null when the source does not say
 */
public record Money(BigDecimal amount, String currency, @Nullable Integer year) {

  /** The currency of the Union, which alone is summed. */
  public static final String EURO = "EUR";

  /** An amount in euro. */
  public static Money euro(BigDecimal amount) {
    return new Money(amount, EURO, null);
  }

  /**
   * Reads what {@link #toString} writes.
   *
   * @throws NumberFormatException when it is no such text
   */
  public static Money parse(String text) {
    List<String> parts = List.of(text.strip().split(" ", 3));
    BigDecimal amount = new BigDecimal(parts.getFirst());
    String currency = parts.size() < 2 ? EURO : parts.get(1);
    return new Money(amount, currency, parts.size() < 3 ? null : Integer.valueOf(parts.get(2)));
  }

  /** The amount when it is euro, null otherwise. */
  public @Nullable BigDecimal euro() {
    return currency.equals(EURO) ? amount : null;
  }

  @Override
  public String toString() {
    String plain = amount.toPlainString();
    if (year != null) {
      return plain + ' ' + currency + ' ' + year;
    }
    return currency.equals(EURO) ? plain : plain + ' ' + currency;
  }
}
