package eu.metacluster.opendata.oai;

import eu.metacluster.opendata.oai.OaiError.Code;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which records a list is of.
 *
 * @param from microseconds since 1970, inclusive
 * @param until microseconds since 1970, exclusive
 */
record Selection(Format format, @Nullable String set, long from, long until) {

  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC)
          .withResolverStyle(java.time.format.ResolverStyle.STRICT);
  private static final long SECOND = 1_000_000L;
  private static final int DAY_LENGTH = 10;

  /** Reads what a list is asked for. */
  static Selection of(OaiRequest request) {
    Format format = format(request.required("metadataPrefix"));
    String from = request.optional("from");
    String until = request.optional("until");
    if (from != null && until != null && from.length() != until.length()) {
      throw OaiRequest.bad("from and until must both be days, or both be seconds.");
    }
    long begin = from == null ? 0 : begin("from", from);
    long end = until == null ? Long.MAX_VALUE : end(until);
    if (begin >= end) {
      throw OaiRequest.bad("from is later than until.");
    }
    return new Selection(format, set(request.optional("set")), begin, end);
  }

  static Format format(String prefix) {
    return Format.of(prefix)
        .orElseThrow(
            () ->
                new OaiError(
                    Code.NO_SUCH_FORMAT,
                    "There is no such format. ListMetadataFormats says which there are."));
  }

  private static @Nullable String set(@Nullable String set) {
    if (set != null && !set.matches("[A-Za-z0-9_.!~*'()-]+(:[A-Za-z0-9_.!~*'()-]+)*")) {
      throw OaiRequest.bad("That is no name of a set. ListSets says which there are.");
    }
    return set;
  }

  private static long begin(String name, String text) {
    return micros(name, text);
  }

  /** The moment after the day or second that is meant. */
  private static long end(String text) {
    long begin = micros("until", text);
    return begin + (text.length() == DAY_LENGTH ? 86_400 * SECOND : SECOND);
  }

  private static long micros(String name, String text) {
    try {
      Instant at =
          text.length() == DAY_LENGTH
              ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
              : Instant.from(SECONDS.parse(text));
      return Math.multiplyExact(at.getEpochSecond(), SECOND);
    } catch (DateTimeParseException | ArithmeticException e) {
      throw OaiRequest.bad(
          name + " is neither a day (2026-11-22) nor a second in UTC (2026-11-22T10:15:30Z).");
    }
  }

  /** A moment as the protocol writes it. */
  static String stamp(long micros) {
    return SECONDS.format(Instant.ofEpochSecond(Math.floorDiv(micros, SECOND)));
  }
}
