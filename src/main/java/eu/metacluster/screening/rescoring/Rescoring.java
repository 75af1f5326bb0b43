package eu.metacluster.screening.rescoring;

import eu.metacluster.screening.cases.CaseScores;
import eu.metacluster.screening.cases.CaseScores.Scored;
import eu.metacluster.screening.ranking.Ranking;
import eu.metacluster.screening.scope.DescribedScope;
import eu.metacluster.screening.scope.ScopeMeaning;
import eu.metacluster.screening.scope.WaitingText;
import eu.metacluster.screening.scoping.Fits;
import eu.metacluster.screening.scoping.Gauge;
import eu.metacluster.screening.scoping.ScopeInForce;
import eu.metacluster.screening.scoping.ScopeReader;
import eu.metacluster.screening.scoping.Scopes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Scores open cases again that something else scored: after the scope was changed, after another
 * model was put in place, and when vectors have come in. Each batch commits by itself and says by
 * what it was scored, so that work that was cut off goes on where it was, and twice is once.
 */
@Component
public class Rescoring {

  private static final Logger LOG = LoggerFactory.getLogger(Rescoring.class);
  private static final int AT_ONCE = 500;
  private static final int ENOUGH_VECTORS = 20;
  private static final int QUIET_SECONDS = 10;

  private final JdbcClient jdbc;
  private final Scopes scopes;
  private final Fits fits;
  private final ScopeReader reader;
  private final WaitingTexts texts;
  private final ScopeVectors vectors;
  private final CaseScores scores;
  private final Ranking ranking;
  private final TransactionTemplate transaction;

  Rescoring(
      JdbcClient jdbc,
      Scopes scopes,
      Fits fits,
      ScopeReader reader,
      WaitingTexts texts,
      ScopeVectors vectors,
      CaseScores scores,
      Ranking ranking,
      TransactionTemplate transaction) {
    this.jdbc = jdbc;
    this.scopes = scopes;
    this.fits = fits;
    this.reader = reader;
    this.texts = texts;
    this.vectors = vectors;
    this.scores = scores;
    this.ranking = ranking;
    this.transaction = transaction;
  }

  /** How many of the open cases are scored by what is in force now. */
  public record Progress(int done, int of) {

    /** Whether some are not. */
    public boolean running() {
      return done < of;
    }
  }

  /** Where the work stands, on whatever node it is done. */
  public Progress progress() {
    return jdbc.sql(
            """
            select count(*) filter (where ranked_by = :key) as done, count(*) as all_open
            from screening.case where state = 'open'""")
        .param("key", reader.gauge().key())
        .query((row, n) -> new Progress(row.getInt("done"), row.getInt("all_open")))
        .single();
  }

  /** Does what there is to do, until it is done or the product stops; says how many it scored. */
  int run(BooleanSupplier stopping) {
    ScopeInForce scope = scopes.inForce();
    if (reader.gauge(scope) instanceof Gauge.Described now && worthFitting(scope, now.scope())) {
      fit(scope);
    }
    Gauge gauge = reader.gauge(scope);
    int scored = 0;
    int last = 1;
    while (last > 0 && !stopping.getAsBoolean()) {
      last = batch(gauge);
      scored += last;
    }
    if (last == 0 && !ordered().equals(gauge.key())) {
      ranking.refit();
      ordered(gauge.key());
      LOG.info("The queue is ordered by {}; {} cases were scored again.", gauge.key(), scored);
    }
    return scored;
  }

  /** Whether there is no fit yet, or there are many more texts or vectors than when it was made. */
  private boolean worthFitting(ScopeInForce scope, DescribedScope described) {
    WaitingTexts.Size now = texts.size();
    Fits.Fit fit = fits.find(scope.version()).orElse(null);
    if (fit == null || !described.fitted()) {
      return now.texts() > 0;
    }
    int enough =
        fit.vectors() > 0
            ? 2 * fit.vectors()
            : Math.max(1, Math.min(ENOUGH_VECTORS, now.texts() / 2));
    return (now.texts() > fit.texts() * 3 / 2 || now.looked() >= enough) && quiet();
  }

  private boolean quiet() {
    return jdbc.sql(
            """
            select not exists (select 1 from screening.case
              where read_at > now() - make_interval(secs => :seconds))""")
        .param("seconds", QUIET_SECONDS)
        .query(Boolean.class)
        .single();
  }

  private void fit(ScopeInForce scope) {
    WaitingTexts.Size now = texts.size();
    ScopeMeaning meaning = now.looked() == 0 ? null : vectors.of(scope.definition());
    List<WaitingText> sample = texts.sample(meaning == null ? null : meaning.model());
    DescribedScope fit = DescribedScope.fit(scope.definition(), sample, meaning);
    fits.keep(scope.version(), fit, now.texts(), now.looked());
  }

  /** A case that is to be scored, and the record that it shows. */
  private record Waiting(UUID id, UUID lead) {}

  private int batch(Gauge gauge) {
    Integer many = transaction.execute(status -> score(gauge));
    return many == null ? 0 : many;
  }

  private int score(Gauge gauge) {
    List<Waiting> waiting = waiting(gauge);
    if (waiting.isEmpty()) {
      return 0;
    }
    Map<UUID, WaitingText> found =
        texts.of(waiting.stream().map(Waiting::lead).toList(), gauge.vectors());
    List<Scored> scored = new ArrayList<>();
    List<UUID> gone = new ArrayList<>();
    for (Waiting one : waiting) {
      WaitingText text = found.get(one.lead());
      if (text == null) {
        gone.add(one.id());
      } else {
        scored.add(Scored.of(one.id(), text.text(), text.vector(), gauge));
      }
    }
    scores.write(scored, gauge);
    leave(gone, gauge);
    ordered("");
    return waiting.size();
  }

  /** A few cases that something else scored, or whose vector has come since; locked. */
  private List<Waiting> waiting(Gauge gauge) {
    List<Waiting> other =
        jdbc.sql(
                """
                select c.id, c.lead from screening.case c
                where c.state = 'open' and (c.ranked_by < :key or c.ranked_by > :key)
                order by c.id limit :most for update of c skip locked""")
            .param("key", gauge.key())
            .param("most", AT_ONCE)
            .query(Rescoring::read)
            .list();
    String model = gauge.vectors();
    return other.isEmpty() && model != null ? unmeant(model) : other;
  }

  private List<Waiting> unmeant(String model) {
    return jdbc.sql(
            """
            select c.id, c.lead from screening.meaning m
            join screening.embedding e on e.text = m.text and e.model = :model
            join screening.case c on c.lead = m.record and c.digest = m.digest
            where c.state = 'open' and not c.meant
            order by c.id limit :most for update of c skip locked""")
        .param("model", model)
        .param("most", AT_ONCE)
        .query(Rescoring::read)
        .list();
  }

  private static Waiting read(ResultSet row, int n) throws SQLException {
    return new Waiting(row.getObject("id", UUID.class), row.getObject("lead", UUID.class));
  }

  /** Their records are gone; the follower will close them. */
  private void leave(List<UUID> gone, Gauge gauge) {
    jdbc.sql("update screening.case set ranked_by = :key, meant = true where id = any(:gone)")
        .param("key", gauge.key())
        .param("gone", gone.toArray(UUID[]::new))
        .update();
  }

  private String ordered() {
    return jdbc.sql("select value from screening.setting where key = 'ordered-by'")
        .query(String.class)
        .single();
  }

  private void ordered(String by) {
    jdbc.sql(
            """
            update screening.setting set value = :by, changed_at = now()
            where key = 'ordered-by'""")
        .param("by", by)
        .update();
  }
}
