package eu.metacluster.discovery.matching;

import eu.metacluster.grid.GridRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A subject and the records that may be near to it, compared. */
final class Pool {

  /** What is less alike is alike by chance. */
  static final double LEAST = 0.12;

  private final Subject subject;
  private final List<GridRecord> candidates;
  private final Vocabulary vocabulary;
  private final Texts texts;

  /**
   * @param pieces the texts of the candidates, in their order
   * @param vectors what the subject's documents and then the candidates mean
   */
  Pool(
      Subject subject,
      List<GridRecord> candidates,
      List<Piece> pieces,
      List<float @Nullable []> vectors,
      Frequencies frequencies) {
    this.subject = subject;
    this.candidates = candidates;
    List<Piece> all = new ArrayList<>(subject.documents());
    all.addAll(pieces);
    List<Map<String, Integer>> counts = all.stream().map(Terms::of).toList();
    vocabulary = frequencies.of(counts);
    texts = Texts.of(all, counts, vocabulary, vectors);
  }

  List<GridRecord> candidates() {
    return candidates;
  }

  /** How near each candidate is to the subject's documents that are nearest to it. */
  float[] likenesses() {
    return subject.documents().size() > 1 ? withCompany() : alone();
  }

  private float[] alone() {
    float[] likenesses = new float[candidates.size()];
    for (int i = 0; i < likenesses.length; i++) {
      likenesses[i] = near(i)[0];
    }
    return likenesses;
  }

  /** Each document of a profile speaks together with the other candidates nearest to it. */
  private float[] withCompany() {
    List<Integer> documents = range(0, subject.documents().size());
    List<Integer> all = range(0, texts.size());
    float[][] own = texts.table(documents, all);
    List<Company> companies = documents.stream().map(i -> company(own[i])).toList();
    List<Integer> speaking =
        Stream.concat(documents.stream(), companies.stream().flatMap(Company::places))
            .distinct()
            .toList();
    float[] likenesses = new float[candidates.size()];
    range(0, likenesses.length).parallelStream()
        .forEach(
            i -> {
              float[] near = new float[texts.size()];
              int text = documents.size() + i;
              speaking.forEach(one -> near[one] = texts.between(one, text).joint());
              float[] spoken = new float[documents.size()];
              for (int d = 0; d < spoken.length; d++) {
                spoken[d] = companies.get(d).near(near, d, text);
              }
              likenesses[i] = Rankings.square(Rankings.profile(spoken));
            });
    return likenesses;
  }

  /** Its own documents are no company, nor are candidates that are the same records. */
  private Company company(float[] likenesses) {
    int documents = subject.documents().size();
    Arrays.fill(likenesses, 0, documents, 0);
    Set<String> own = subject.documents().stream().map(Piece::id).collect(Collectors.toSet());
    for (int i = 0; i < candidates.size(); i++) {
      if (own.contains(candidates.get(i).id().toString())) {
        likenesses[documents + i] = 0;
      }
    }
    return Company.of(likenesses, -1);
  }

  private static List<Integer> range(int from, int to) {
    return IntStream.range(from, to).boxed().toList();
  }

  private float[] near(int candidate) {
    int documents = subject.documents().size();
    float[] near = new float[documents];
    for (int i = 0; i < documents; i++) {
      near[i] = texts.between(i, documents + candidate).joint();
    }
    return near;
  }

  /** Whether the meaning of a candidate and of one of the subject's documents is known. */
  boolean meant(int candidate) {
    int documents = subject.documents().size();
    return IntStream.range(0, documents).anyMatch(i -> texts.meant(i, documents + candidate));
  }

  /** The words that a candidate has in common with the document of the subject nearest to it. */
  List<String> words(int candidate) {
    int nearest = Texts.order(near(candidate)).getFirst();
    return texts.inCommon(nearest, subject.documents().size() + candidate, vocabulary);
  }
}
