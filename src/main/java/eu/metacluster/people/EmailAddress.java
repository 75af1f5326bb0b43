package eu.metacluster.people;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What we take for an e-mail address: one plain address, nothing that could forge a header. */
public final class EmailAddress {

  private static final int LONGEST = 254;
  private static final Pattern PLAIN =
      Pattern.compile(
          "[^@\\s,;:<>()\\[\\]\"\\\\\\p{Cntrl}]{1,64}@[\\p{L}0-9-]+(\\.[\\p{L}0-9-]+)*");

  private EmailAddress() {}

  /** The address in lower case, empty when it is none. */
  public static Optional<String> of(@Nullable String typed) {
    String address = typed == null ? "" : typed.strip().toLowerCase(Locale.ROOT);
    return address.length() <= LONGEST && PLAIN.matcher(address).matches()
        ? Optional.of(address)
        : Optional.empty();
  }
}
