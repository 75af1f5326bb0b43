package eu.metacluster.harvest;

import java.util.Locale;

/** Why something in a payload was not taken as it stands. Each has a sentence in the bundles. */
public enum Reason {
  /** The file has no id column, so nothing in it can be named. */
  NO_ID_COLUMN,
  /** A row or file without the id that names the thing. */
  NO_ID,
  /** The same id a second time; the first one counts. */
  DUPLICATE,
  /** Another delimiter than the documented one. */
  DELIMITER,
  /** Bytes that are no UTF-8; read as windows-1252. */
  ENCODING,
  /** A record longer than the limit, skipped. */
  TOO_LONG,
  /** A row that cannot be cut into fields, or with another number of fields. */
  MALFORMED,
  MISSING_COLUMN,
  EXTRA_COLUMNS,
  /** A file of the payload that this connector does not read. */
  NOT_READ,
  BAD_DATE,
  BAD_NUMBER,
  NEGATIVE,
  UNKNOWN_COUNTRY,
  UNKNOWN_ROLE,
  BAD_LOCATION,
  BAD_ADDRESS,
  /** NUL bytes and other control characters, removed. */
  CONTROL_CHARACTERS,
  /** Marks that turn the reading direction, removed. */
  DIRECTION_MARKS,
  /** A row that refers to a project that the payload does not have. */
  NO_PROJECT,
  BAD_XML,
  /** A document type declaration; such a file is never read. */
  DOCTYPE,
  /** A member whose name leads out of the archive. */
  PATH,
  LINK,
  /** An archive within an archive, not opened. */
  NESTED,
  TRUNCATED,
  /** Unpacks to far more than it is; the archive stops here. */
  RATIO,
  /** More bytes than allowed. */
  TOO_LARGE,
  /** More members than allowed. */
  TOO_MANY,
  /** An address that gave no usable answer; the value says why. */
  NO_ANSWER,
  /** An address that answers something else than expected, such as an error page. */
  NOT_EXPECTED,
  /** A page that states no event in a way that a program can read. */
  NO_EVENTS,
  /** A document that is locked with a password. */
  LOCKED,
  /** Takes longer to read than any honest document. */
  TAKES_TOO_LONG,
  /** Lists of lists, nested deeper than anybody needs. */
  TOO_DEEP,
  /** More addresses than are visited for one source. */
  TOO_MANY_PAGES,
  /** More rows than a table of people has. */
  TOO_MANY_ROWS,
  /** A value that belongs to none of the fields, kept in the snapshot. */
  UNKNOWN_VALUE,
  /** A thing without a title, which nobody could tell from others. */
  NO_TITLE,
  /** A list that came back to a page that it had shown before. */
  LIST_REPEATS,
  /** A list of more pages than any source has. */
  LIST_ENDLESS,
  /** A list that expired while it was read; gone on from the last date. */
  LIST_EXPIRED,
  /** Dates that run backwards; read all the same. */
  DATES_BACKWARDS,
  /** The source says that it has nothing that matches what is set. */
  NOTHING_MATCHES,
  /** Cannot be opened or read at all. */
  UNREADABLE;

  /** The key of its sentence in the bundles. */
  public String key() {
    return "harvest.reason." + name().toLowerCase(Locale.ROOT);
  }
}
