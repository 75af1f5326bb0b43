package eu.metacluster.harvest;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** No usable answer came from an address; says why. */
public final class FetchException extends IOException {

  private static final long serialVersionUID = 1L;

  private final Trouble trouble;
  private final URI address;
  private final String detail;
  private final @Nullable Instant notBefore;

  /** Why no answer came. Each has a sentence in the bundles and a code. */
  public enum Trouble {
    /** The name has no address. */
    UNKNOWN_HOST(20),
    /** Nothing answers at the address. */
    NO_CONNECTION(21),
    /** No byte came for too long. */
    HANGS(22),
    /** It came, but too slowly to ever be done. */
    TOO_SLOW(23),
    TOO_LARGE(24),
    /** Unpacks to far more than it is. */
    BOMB(25),
    /** Too many redirects, or in a circle. */
    REDIRECTS(26),
    /** A private, local or otherwise reserved address. */
    PRIVATE_ADDRESS(27),
    /** Sent on to a page that asks for a password. */
    LOGIN(28),
    /** A secure connection could not be made. */
    TLS(29),
    /** A status that says no; the detail is its number. */
    STATUS(30),
    /** The page is gone (404, 410). */
    GONE(31),
    /** The host's robots.txt asks to stay away. */
    ROBOTS(32),
    /** Asks to come back later. */
    LATER(33),
    /** Broken off in the middle, or not as long as it says. */
    BROKEN_OFF(34),
    /** No http or https address. */
    ADDRESS(35);

    private final int number;

    Trouble(int number) {
      this.number = number;
    }

    /** Whether the server answered, although with nothing that can be used. */
    public boolean answered() {
      return switch (this) {
        case TOO_LARGE, BOMB, REDIRECTS, LOGIN, STATUS, GONE, ROBOTS, LATER -> true;
        default -> false;
      };
    }

    /** The quotable code. */
    public String code() {
      return "MC-14" + number;
    }

    /** The key of its sentence; its places are the host and the detail. */
    public String key() {
      return "harvest.trouble." + name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * @param detail what the sentence needs beside the host, such as a status; may be empty
   * @param notBefore when the host wants to be asked again, null when it did not say
   */
  public FetchException(Trouble trouble, URI address, String detail, @Nullable Instant notBefore) {
    super(trouble + " " + address + " " + detail);
    this.trouble = trouble;
    this.address = address;
    this.detail = detail;
    this.notBefore = notBefore;
  }

  public FetchException(Trouble trouble, URI address, String detail) {
    this(trouble, address, detail, null);
  }

  public Trouble trouble() {
    return trouble;
  }

  public URI address() {
    return address;
  }

  /** What stands in the sentence beside the host; may be empty. */
  public String detail() {
    return detail;
  }

  public @Nullable Instant notBefore() {
    return notBefore;
  }
}
