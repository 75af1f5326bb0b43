package eu.metacluster.opendata.oai;

import eu.metacluster.opendata.described.Publisher;
import eu.metacluster.opendata.oai.OaiError.Code;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Writes lists of records, a page at a time. */
@Component
class OaiLists {

  /** Records in one answer: few answers for a harvester, and none of more than a few megabytes. */
  static final int PAGE = 1_000;

  private static final byte[] RECORD = ascii("<record>");
  private static final byte[] RECORD_END = ascii("</record>");
  private static final byte[] HEADER = ascii("<header><identifier>");
  private static final byte[] DELETED = ascii("<header status=\"deleted\"><identifier>");
  private static final byte[] DATE = ascii("</identifier><datestamp>");
  private static final byte[] DATE_END = ascii("</datestamp>");
  private static final byte[] HEADER_END = ascii("</header>");

  private final OaiRows rows;
  private final Publisher publisher;
  private final Supplier<Tokens> tokens;

  OaiLists(OaiRows rows, Publisher publisher) {
    this.rows = rows;
    this.publisher = publisher;
    tokens = SingletonSupplier.of(() -> new Tokens(rows.key()));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** How far the list is when its page is written. */
  private static final class Progress {
    private final PageBytes page;
    private final boolean whole;
    private final byte[] prefix;
    private int given;
    private long stamp;
    private byte[] record = new byte[0];
    private long second = Long.MIN_VALUE;
    private byte[] date = new byte[0];

    Progress(PageBytes page, boolean whole, byte[] prefix) {
      this.page = page;
      this.whole = whole;
      this.prefix = prefix;
    }

    void take(OaiRows.Row row) {
      if (given < PAGE) {
        write(row);
        stamp = row.stamp();
        record = row.record();
      }
      given++;
    }

    void write(OaiRows.Row row) {
      if (whole) {
        page.put(RECORD);
      }
      page.put(row.deleted() ? DELETED : HEADER).put(prefix).put(row.record()).put(DATE);
      page.put(date(row.stamp())).put(DATE_END).put(row.specs()).put(HEADER_END);
      if (whole) {
        byte[] xml = row.xml();
        if (xml != null) {
          page.put(xml);
        }
        page.put(RECORD_END);
      }
    }

    /** Records of one batch share their second. */
    private byte[] date(long micros) {
      long at = Math.floorDiv(micros, 1_000_000L);
      if (at != second) {
        second = at;
        date = ascii(Selection.stamp(micros));
      }
      return date;
    }
  }

  PageBytes write(OaiRequest request, boolean whole, PageBytes page) {
    String token = request.token();
    Tokens.Resumed resumed =
        token == null ? begun(request) : tokens.get().read(request.verb(), token);
    Selection selection = resumed.selection();
    Place place = resumed.place();
    page.put("<" + request.verb().word() + ">");
    Progress progress = new Progress(page, whole, prefix());
    rows.page(selection, place, PAGE + 1, whole, progress::take);
    if (progress.given == 0) {
      throw nothing(selection);
    }
    boolean more = progress.given > PAGE;
    if (more || token != null) {
      page.put(token(request.verb(), selection, place, more ? progress : null));
    }
    return page.put("</" + request.verb().word() + ">");
  }

  private Tokens.Resumed begun(OaiRequest request) {
    Selection selection = Selection.of(request);
    return new Tokens.Resumed(selection, Place.start(selection.from(), rows.size(selection)));
  }

  private OaiError nothing(Selection selection) {
    String set = selection.set();
    return set != null && !rows.sets().containsKey(set)
        ? new OaiError(Code.NOTHING, "There is no such set. ListSets says which there are.")
        : new OaiError(Code.NOTHING, "No record was changed in this time.");
  }

  /** The token of the next page; an empty one says that this was the last of several. */
  private String token(Verb verb, Selection selection, Place place, @Nullable Progress progress) {
    long size = Math.max(place.size(), place.given() + (progress == null ? 0 : PAGE + 1));
    XmlPiece xml =
        new XmlPiece()
            .open(
                "resumptionToken",
                "completeListSize",
                Long.toString(Math.max(1, size)),
                "cursor",
                Long.toString(place.given()));
    if (progress != null) {
      UUID last = UUID.fromString(new String(progress.record, StandardCharsets.US_ASCII));
      xml.text(
          tokens
              .get()
              .write(verb, selection, new Place(progress.stamp, last, place.given() + PAGE, size)));
    }
    return xml.close().done();
  }

  /** One record as GetRecord gives it. */
  void record(PageBytes page, OaiRows.Row row) {
    new Progress(page, true, prefix()).write(row);
  }

  /** The name of a record in the protocol: its id, which stays when all else changes. */
  String identifier(String id) {
    return "oai:" + publisher.domain() + ":" + id;
  }

  private byte[] prefix() {
    return ascii(identifier(""));
  }

  /** The id in an identifier of ours, null when it is none. */
  @Nullable UUID id(String identifier) {
    String prefix = identifier("");
    if (!identifier.startsWith(prefix)) {
      return null;
    }
    String id = identifier.substring(prefix.length());
    return id.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}") ? UUID.fromString(id) : null;
  }
}
