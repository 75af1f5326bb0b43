package eu.metacluster.discovery.matching;

import eu.metacluster.platform.UnusableInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Under which call a project was funded, by its own text and the titles of the calls. */
final class CallTask implements MatchTask {

  private static final int WRITTEN = 100;

  private final String name;
  private final List<Piece> topics;
  private final List<Piece> queries;
  private final List<String> right;

  CallTask(SetFolder set) throws UnusableInputException {
    name = set.name();
    topics = set.pieces("topics", "topic");
    queries = set.pieces("queries", "query_id");
    right = set.table("queries").column("topic");
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Outcome measure(Meanings meanings) {
    List<float @Nullable []> vectors = new ArrayList<>(meanings.of(topics));
    vectors.addAll(meanings.of(queries));
    List<Piece> all = new ArrayList<>(topics);
    all.addAll(queries);
    Texts texts = Texts.of(all, vectors);
    List<Integer> calls = IntStream.range(0, topics.size()).boxed().toList();
    List<Integer> asked = IntStream.range(topics.size(), all.size()).boxed().toList();
    float[][] table = texts.table(asked, calls);
    float[] common = common(table);
    RankFigures figures = new RankFigures(false, 1, 10, 20);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < queries.size(); i++) {
      float[] scores = table[i];
      for (int j = 0; j < scores.length; j++) {
        scores[j] = Rankings.root(scores[j]) - common[j];
      }
      List<Integer> order = Texts.order(scores);
      String query = queries.get(i).id();
      order.stream()
          .limit(WRITTEN)
          .forEach(one -> lines.add(query + ',' + topics.get(one).id() + ',' + scores[one]));
      figures.add(order.stream().map(one -> topics.get(one).id()).toList(), Set.of(right.get(i)));
    }
    return new Outcome(figures.all(), "query_id,topic,score", lines);
  }

  /** What each call has in common with all projects, whichever they are. */
  private static float[] common(float[][] table) {
    float[] common = new float[table[0].length];
    for (int call = 0; call < common.length; call++) {
      float[] near = new float[table.length];
      for (int i = 0; i < near.length; i++) {
        near[i] = table[i][call];
      }
      common[call] = Rankings.commonness(near);
    }
    return common;
  }
}
