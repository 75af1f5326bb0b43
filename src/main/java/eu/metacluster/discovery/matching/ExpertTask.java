package eu.metacluster.discovery.matching;

import eu.metacluster.platform.Table;
import eu.metacluster.platform.UnusableInputException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** How well an expert knows a document, by the expert's own documents. */
final class ExpertTask implements MatchTask {

  private final String name;
  private final List<Piece> documents;
  private final List<Judged> judged;

  /** By version and expert, the expert's documents. */
  private final Map<String, Map<String, List<Integer>>> profiles;

  /** What an expert says of a document, 1 to 5. */
  private record Judged(String expert, int document, double expertise) {}

  ExpertTask(SetFolder set) throws UnusableInputException {
    name = set.name();
    documents = set.pieces("documents", "document_id");
    Map<String, Integer> numbers = new HashMap<>();
    for (int i = 0; i < documents.size(); i++) {
      numbers.put(documents.get(i).id(), i);
    }
    judged = judged(set.table("judgements"), numbers);
    profiles = profiles(set.table("profiles"), numbers);
  }

  private static List<Judged> judged(Table table, Map<String, Integer> numbers)
      throws UnusableInputException {
    List<Judged> judged = new ArrayList<>();
    for (Table.Row row : table.named("expertise")) {
      judged.add(
          new Judged(
              row.get("expert_id"),
              document(table, row, numbers),
              number(table, row.get("expertise"))));
    }
    return judged;
  }

  private static double number(Table table, String text) throws UnusableInputException {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new UnusableInputException(table.file() + ": \"" + text + "\" is no expertise.", e);
    }
  }

  private static int document(Table table, Table.Row row, Map<String, Integer> numbers)
      throws UnusableInputException {
    Integer number = numbers.get(row.get("document_id"));
    if (number == null) {
      throw new UnusableInputException(
          table.file() + " names the document " + row.get("document_id") + ", which is not there.");
    }
    return number;
  }

  private static Map<String, Map<String, List<Integer>>> profiles(
      Table table, Map<String, Integer> numbers) throws UnusableInputException {
    Map<String, Map<String, List<Integer>>> profiles = new TreeMap<>();
    for (Table.Row row : table.named("document_id")) {
      profiles
          .computeIfAbsent(row.get("profile_version"), v -> new HashMap<>())
          .computeIfAbsent(row.get("expert_id"), e -> new ArrayList<>())
          .add(document(table, row, numbers));
    }
    return profiles;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Outcome measure(Meanings meanings) {
    Texts texts = Texts.of(documents, meanings.of(documents));
    List<Integer> all = IntStream.range(0, texts.size()).boxed().toList();
    float[][] table = texts.table(all, all);
    float[] common = new float[table.length];
    for (int i = 0; i < table.length; i++) {
      common[i] = Rankings.commonness(table[i]);
    }
    Map<Integer, Company> companies = new HashMap<>();
    List<String> lines = new ArrayList<>();
    List<ExpertFigures> versions = new ArrayList<>();
    profiles.forEach(
        (version, experts) -> {
          ExpertFigures figures = new ExpertFigures();
          for (Judged one : judged) {
            List<Integer> own = experts.getOrDefault(one.expert(), List.of());
            float[] near = new float[own.size()];
            for (int i = 0; i < near.length; i++) {
              int document = own.get(i);
              near[i] =
                  companies
                      .computeIfAbsent(document, d -> Company.of(table[d], d))
                      .near(table[one.document()], document, one.document());
            }
            float score = Rankings.profile(near) - common[one.document()];
            figures.add(one.expert(), one.expertise(), score);
            lines.add(
                version
                    + ','
                    + one.expert()
                    + ','
                    + documents.get(one.document()).id()
                    + ','
                    + score);
          }
          versions.add(figures.counted());
        });
    return new Outcome(figures(versions), "profile_version,expert_id,document_id,score", lines);
  }

  private static Map<String, Object> figures(List<ExpertFigures> versions) {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("versions", versions.size());
    figures.put("loss", mean(versions.stream().mapToDouble(ExpertFigures::loss)));
    figures.put("easy", mean(versions.stream().mapToDouble(ExpertFigures::easy)));
    figures.put("hard", mean(versions.stream().mapToDouble(ExpertFigures::hard)));
    return figures;
  }

  private static double mean(java.util.stream.DoubleStream values) {
    return RankFigures.rounded(values.average().orElse(0));
  }
}
