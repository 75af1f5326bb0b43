package eu.metacluster.discovery.matching;

import eu.metacluster.platform.Table;
import eu.metacluster.platform.UnusableInputException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Which organisations fit a request, by the projects they have done. */
final class PartnerTask implements MatchTask {

  private static final int WRITTEN = 100;

  private final String name;
  private final List<Piece> projects;
  private final List<Piece> queries;
  private final Map<String, Integer> candidates = new LinkedHashMap<>();
  private final List<List<String>> taking = new ArrayList<>();
  private final Map<String, Set<String>> right = new HashMap<>();

  PartnerTask(SetFolder set) throws UnusableInputException {
    name = set.name();
    projects = set.pieces("profile_projects", "project_id");
    queries = set.pieces("queries", "query_id");
    set.table("organisations").column("organisation").forEach(id -> candidates.put(id, 0));
    for (String all : set.table("profile_projects").column("organisations")) {
      List<String> known =
          List.of(all.split("\\|")).stream().filter(candidates::containsKey).distinct().toList();
      taking.add(known);
      known.forEach(one -> candidates.merge(one, 1, Integer::sum));
    }
    for (Table.Row row : set.table("relevant").named("organisation")) {
      if (candidates.containsKey(row.get("organisation"))) {
        right
            .computeIfAbsent(row.get("query_id"), q -> new HashSet<>())
            .add(row.get("organisation"));
      }
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Outcome measure(Meanings meanings) {
    List<Piece> all = new ArrayList<>(projects);
    all.addAll(queries);
    List<float @Nullable []> vectors = meanings.of(all);
    Texts texts = Texts.of(all, vectors);
    List<Integer> known = IntStream.range(0, projects.size()).boxed().toList();
    List<Integer> asked = IntStream.range(projects.size(), all.size()).boxed().toList();
    float[][] table = texts.table(asked, known);
    RankFigures figures = new RankFigures(true, 10, 20, 50);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < queries.size(); i++) {
      String query = queries.get(i).id();
      Map<String, Double> scores = Rankings.votes(table[i], taking, candidates);
      List<String> ranking =
          scores.entrySet().stream()
              .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
              .map(Map.Entry::getKey)
              .toList();
      ranking.stream()
          .limit(WRITTEN)
          .forEach(one -> lines.add(query + ',' + one + ',' + scores.get(one)));
      if (right.containsKey(query)) {
        figures.add(ranking, right.get(query));
      }
    }
    return new Outcome(figures.all(), "query_id,organisation,score", lines);
  }
}
