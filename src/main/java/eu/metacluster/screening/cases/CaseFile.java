package eu.metacluster.screening.cases;

import eu.metacluster.grid.RecordKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A case as lists and its own page show it.
 *
 * @param handle its short name in addresses
 * @param outcome of a decided case the verdict's word; of a closed one withdrawn, merged, elsewhere
 *     or joined; null of an open one
 * @param purpose why it is open, or was last
 * @param round from 1; an undone decision begins another
 * @param dueOn the day until which a decision is promised
 * @param lead the record that it shows
 * @param scope the model's answer: core, borderline or out
 * @param core probability that it is core
 * @param any probability that it is core or borderline
 * @param usefulness what the fitted model expects of it, 0 to 1
 * @param priority what the queue is sorted by
 * @param pick why it stands there: relevant, uncertain, audit or due
 * @param facets what the model proposes
 * @param readAt when the text that it shows was taken in
 * @param byWords whether a described scope's own words gave the score, not the fitted model
 */
public record CaseFile(
    UUID id,
    String handle,
    RecordKind kind,
    State state,
    @Nullable String outcome,
    Purpose purpose,
    int round,
    Instant openedAt,
    LocalDate dueOn,
    @Nullable Instant endedAt,
    UUID lead,
    String title,
    @Nullable String acronym,
    @Nullable Integer year,
    List<String> sources,
    String scope,
    double core,
    double any,
    double usefulness,
    float priority,
    String pick,
    Facets facets,
    Instant readAt,
    boolean byWords) {

  /** The columns of {@code screening.case c} that {@link #read} needs. */
  public static final String COLUMNS =
      """
      c.id, c.handle, c.kind, c.state, c.outcome, c.purpose, c.round, c.opened_at, c.due_on, c.ended_at, \
      c.lead, c.title, c.acronym, c.year, c.sources, c.scope, c.p_core, c.p_any, c.usefulness, \
      c.priority, c.pick, \
      c.pillars, c.technologies, c.cancers, c.read_at, c.ranked_by""";

  /** Whether there is something to do. */
  public enum State {
    OPEN,
    DECIDED,
    /** Its record no longer waits, and it was not the committee that ended it. */
    CLOSED
  }

  /** What the committee is asked. */
  public enum Purpose {
    /** Whether the record becomes public. */
    AUTHORISE,
    /** Whether a public record that is due is still right. */
    REVALIDATE;

    /** The word in the database and in message keys. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The address of its page. */
  public String path() {
    return "/queue/" + handle;
  }

  /** The acronym when there is one, else the title. */
  public String label() {
    return acronym == null || acronym.isBlank() ? title : acronym;
  }

  /** Whether it waits for the committee. */
  public boolean open() {
    return state == State.OPEN;
  }

  /** Whether its records are decided in another case now. */
  public boolean joined() {
    return "joined".equals(outcome);
  }

  /** Reads a case from a row with {@link #COLUMNS}. */
  public static CaseFile read(ResultSet row, int n) throws SQLException {
    Timestamp ended = row.getTimestamp("ended_at");
    return new CaseFile(
        row.getObject("id", UUID.class),
        row.getString("handle"),
        RecordKind.ofWord(row.getString("kind")),
        State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        row.getString("outcome"),
        Purpose.valueOf(row.getString("purpose").toUpperCase(Locale.ROOT)),
        row.getInt("round"),
        row.getTimestamp("opened_at").toInstant(),
        row.getObject("due_on", LocalDate.class),
        ended == null ? null : ended.toInstant(),
        row.getObject("lead", UUID.class),
        row.getString("title"),
        row.getString("acronym"),
        row.getObject("year", Integer.class),
        texts(row, "sources"),
        row.getString("scope"),
        row.getDouble("p_core"),
        row.getDouble("p_any"),
        row.getDouble("usefulness"),
        row.getFloat("priority"),
        row.getString("pick"),
        new Facets(texts(row, "pillars"), texts(row, "technologies"), texts(row, "cancers")),
        row.getTimestamp("read_at").toInstant(),
        row.getString("ranked_by").startsWith("words:"));
  }

  /** Reads a column that holds a list of words. */
  public static List<String> texts(ResultSet row, String column) throws SQLException {
    return List.of((String[]) row.getArray(column).getArray());
  }
}
