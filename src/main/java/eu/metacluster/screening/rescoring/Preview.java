package eu.metacluster.screening.rescoring;

import eu.metacluster.screening.cases.CaseFile;
import eu.metacluster.screening.scope.DescribedScope;
import eu.metacluster.screening.scope.ScopeDefinition;
import eu.metacluster.screening.scope.ScopeMeaning;
import eu.metacluster.screening.scope.WaitingText;
import eu.metacluster.shared.Refusal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Shows what a scope would put first, before it is put in force. Nothing is written. */
@Component
public class Preview {

  private static final int SHOWN = 10;
  private static final int TERMS = 6;
  private static final int AT_ONCE = 1_000;

  /** More than this is not read for a preview. */
  private static final int MOST = 20_000;

  private final JdbcClient jdbc;
  private final WaitingTexts texts;
  private final ScopeVectors vectors;
  private final ReentrantLock busy = new ReentrantLock();

  Preview(JdbcClient jdbc, WaitingTexts texts, ScopeVectors vectors) {
    this.jdbc = jdbc;
    this.texts = texts;
    this.vectors = vectors;
  }

  /**
   * A case that would come among the first.
   *
   * @param terms words that it shares with the scope, strongest first
   */
  public record Row(CaseFile file, double probability, List<String> terms) {}

  /**
   * What would come first.
   *
   * @param read how many cases were looked at
   * @param waiting how many are open
   */
  public record First(List<Row> rows, int read, int waiting) {}

  private record Found(UUID id, WaitingText text, double probability) {}

  /**
   * The first ten of the open cases by this scope.
   *
   * @throws Refusal when somebody else's preview is being made on this node
   */
  public First of(ScopeDefinition scope) {
    if (!busy.tryLock()) {
      throw new Refusal(Refusal.Kind.CONFLICT, "MC-1543", "screening.error.scopePreview");
    }
    try {
      return first(scope);
    } finally {
      busy.unlock();
    }
  }

  private First first(ScopeDefinition scope) {
    ScopeMeaning meaning = texts.size().looked() == 0 ? null : vectors.of(scope);
    String model = meaning == null ? null : meaning.model();
    DescribedScope fit = DescribedScope.fit(scope, texts.sample(model), meaning);
    List<CaseFile> open = open();
    PriorityQueue<Found> best = new PriorityQueue<>(Comparator.comparingDouble(Found::probability));
    for (int at = 0; at < open.size(); at += AT_ONCE) {
      List<CaseFile> chunk = open.subList(at, Math.min(open.size(), at + AT_ONCE));
      Map<UUID, WaitingText> found =
          texts.of(chunk.stream().map(CaseFile::lead).toList(), fit.model());
      for (CaseFile one : chunk) {
        WaitingText text = found.get(one.lead());
        if (text != null) {
          best.add(new Found(one.id(), text, fit.probability(text)));
          if (best.size() > SHOWN) {
            best.poll();
          }
        }
      }
    }
    return new First(rows(best, open, fit), open.size(), waiting());
  }

  private static List<Row> rows(
      PriorityQueue<Found> best, List<CaseFile> open, DescribedScope fit) {
    List<Row> rows = new ArrayList<>();
    best.stream()
        .sorted(Comparator.comparingDouble((Found one) -> -one.probability()))
        .forEach(
            one ->
                open.stream()
                    .filter(file -> file.id().equals(one.id()))
                    .forEach(file -> rows.add(row(file, one, fit))));
    return rows;
  }

  private static Row row(CaseFile file, Found found, DescribedScope fit) {
    return new Row(file, found.probability(), fit.shared(found.text(), TERMS));
  }

  private List<CaseFile> open() {
    return jdbc.sql(
            "select "
                + CaseFile.COLUMNS
                + " from screening.case c where c.state = 'open' order by md5(c.id::text) limit "
                + MOST)
        .query(CaseFile::read)
        .list();
  }

  private int waiting() {
    return jdbc.sql("select count(*) from screening.case where state = 'open'")
        .query(Integer.class)
        .single();
  }
}
