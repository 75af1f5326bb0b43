package eu.metacluster.harvest;

import eu.metacluster.grid.Finding;
import eu.metacluster.grid.Identifier;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks the register that gave a name to a thing what it says of that thing, for a person who waits:
 * one request, through the same door and with the same manners as all others. Nothing is written to
 * the grid.
 */
public interface LookUp {

  /**
   * What its register, or the web page itself, says of the thing with this name. It returns within
   * seconds, whatever the other side does, and what was asked a moment ago is not asked again.
   *
   * @param name a GRANT, DOI, NCT or ROR, or the URL of a page
   */
  Result of(Identifier name);

  /** Why nothing was found. */
  enum Trouble {
    /** No register that we can ask gives names like this. */
    NO_REGISTER,
    /** The register answers, and does not know the name. */
    UNKNOWN,
    /** No answer came, or none in time. */
    UNREACHABLE,
    /** The site does not let programs read it, or asks for a password. */
    CLOSED,
    /** An address that is not of the open Internet, or no web address at all. */
    NOT_PUBLIC,
    /** What came cannot be read. */
    UNREADABLE,
    /** Too many are being asked at this moment. */
    BUSY
  }

  /**
   * An answer.
   *
   * @param found what was found, null when nothing was
   * @param trouble why nothing was, null when something was
   * @param source who was asked, by its own name; the host for a page
   */
  record Result(@Nullable Found found, @Nullable Trouble trouble, String source) {

    /** An answer that says why there is none. */
    public static Result failed(Trouble trouble, String source) {
      return new Result(null, trouble, source);
    }
  }

  /**
   * What somebody says of a thing.
   *
   * @param findings the thing first, then what was said of others beside it, such as its partners
   * @param source who says so, by its own name
   * @param address where it stands
   * @param at when it was read
   */
  record Found(List<Finding> findings, String source, String address, Instant at) {

    /** What is said of the thing itself. */
    public Finding thing() {
      return findings.getFirst();
    }
  }
}
