package eu.metacluster.screening.scoping;

import eu.metacluster.journal.Journal;
import eu.metacluster.journal.NewEntry;
import eu.metacluster.screening.scope.ScopeDefinition;
import eu.metacluster.shared.Refusal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the partnership looks for, all versions of it; the last is in force. No version is ever
 * changed or removed.
 */
@Component
public class Scopes {

  /** The longest name of a scope, in chars. */
  public static final int LONGEST_NAME = 120;

  /** The most examples of either kind. */
  public static final int MOST = 40;

  private final JdbcClient jdbc;
  private final Journal journal;
  private final ApplicationEventPublisher events;

  Scopes(JdbcClient jdbc, Journal journal, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.journal = journal;
    this.events = events;
  }

  /** Another version is in force once the transaction ends. */
  record Changed(int version) {}

  /** What counts now. */
  public ScopeInForce inForce() {
    return jdbc.sql("select * from screening.scope_version order by version desc limit 1")
        .query(Scopes::read)
        .optional()
        .orElse(ScopeInForce.SHIPPED);
  }

  /** Every version that was ever set, the newest first. */
  public List<ScopeInForce> versions() {
    return jdbc.sql("select * from screening.scope_version order by version desc")
        .query(Scopes::read)
        .list();
  }

  /**
   * Puts a described scope in force; the same one again changes nothing.
   *
   * @param byModel whether the fitted model that the configuration names ranks by it
   * @throws Refusal when there is nothing to rank by, or too much
   */
  @Transactional
  public void describe(UUID actor, ScopeDefinition definition, boolean byModel) {
    check(definition);
    set(actor, true, byModel, definition);
  }

  /** Puts the built-in scope in force again. */
  @Transactional
  public void builtIn(UUID actor) {
    set(actor, false, true, ScopeDefinition.BUILT_IN);
  }

  /**
   * Whether a scope can be put in force.
   *
   * @throws Refusal that says what is missing or too long
   */
  public static void check(ScopeDefinition scope) {
    if (scope.name().isBlank() || scope.name().length() > LONGEST_NAME) {
      throw refusal("MC-1540", "screening.error.scopeName", LONGEST_NAME);
    }
    if (scope.text().isBlank() || scope.text().length() > ScopeDefinition.LONGEST) {
      throw refusal("MC-1541", "screening.error.scopeText", ScopeDefinition.LONGEST);
    }
    for (List<String> examples : List.of(scope.examples(), scope.counterExamples())) {
      if (examples.size() > MOST
          || examples.stream().anyMatch(one -> one.length() > ScopeDefinition.LONGEST)) {
        throw refusal("MC-1542", "screening.error.scopeExamples", MOST, ScopeDefinition.LONGEST);
      }
    }
  }

  private static Refusal refusal(String code, String key, Object... arguments) {
    return new Refusal(Refusal.Kind.BAD_INPUT, code, key, arguments);
  }

  private void set(UUID actor, boolean described, boolean byModel, ScopeDefinition scope) {
    jdbc.sql("lock table screening.scope_version in share row exclusive mode").update();
    ScopeInForce before = inForce();
    if (before.says(described, byModel, scope)) {
      return;
    }
    int version = before.version() + 1;
    jdbc.sql(
            """
            insert into screening.scope_version
              (version, described, by_model, name, text, examples, counter_examples, set_by)
            values (:version, :described, :model, :name, :text, :examples, :counter, :actor)""")
        .param("version", version)
        .param("described", described)
        .param("model", byModel)
        .param("name", scope.name())
        .param("text", scope.text())
        .param("examples", scope.examples().toArray(String[]::new))
        .param("counter", scope.counterExamples().toArray(String[]::new))
        .param("actor", actor)
        .update();
    journal.append(
        new NewEntry(
            described ? "screening.scope-described" : "screening.scope-built-in",
            null,
            actor,
            Map.of("version", version, "model", byModel)));
    events.publishEvent(new Changed(version));
  }

  private static ScopeInForce read(ResultSet row, int n) throws SQLException {
    boolean described = row.getBoolean("described");
    return new ScopeInForce(
        row.getInt("version"),
        described,
        row.getBoolean("by_model"),
        described
            ? new ScopeDefinition(
                row.getString("name"),
                row.getString("text"),
                texts(row.getArray("examples")),
                texts(row.getArray("counter_examples")))
            : ScopeDefinition.BUILT_IN,
        row.getObject("set_by", UUID.class),
        row.getTimestamp("set_at").toInstant());
  }

  private static List<String> texts(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }
}
