package eu.metacluster.screening.meaning;

import eu.metacluster.platform.model.Embedder;
import eu.metacluster.platform.model.EmbeddingModelException;
import eu.metacluster.platform.model.Languages;
import jakarta.annotation.PreDestroy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The models there are: the English one of the installation, and one for other languages when the
 * configuration names it. A model that cannot be used is said once in the log and is out of use
 * until the next start; its texts get no vector.
 */
@Component
public class Embeddings {

  private static final Logger LOG = LoggerFactory.getLogger(Embeddings.class);
  private static final Set<String> ENGLISH = Set.of("en", Languages.UNKNOWN);

  private final Model english;
  private final @Nullable Model other;
  private final Map<String, String> problems = new ConcurrentHashMap<>();

  Embeddings(
      @Value("${metacluster.model.multilingual:#{null}}") @Nullable Path multilingual,
      @Value("${metacluster.model.threads:0}") int threads) {
    int many = threads > 0 ? threads : Runtime.getRuntime().availableProcessors();
    english = new Model("english", () -> Embedder.shipped(many));
    other =
        multilingual == null
            ? null
            : new Model("multilingual", () -> Embedder.at(multilingual, many));
  }

  /**
   * A text's vector.
   *
   * @param model whose vector it is; only those of one model can be compared
   * @param language the guess, ISO 639-1 or {@code und}
   */
  public record Meaning(String model, String language, float[] vector) {}

  /** For each text its meaning, or null where no model of this installation reads its language. */
  public List<@Nullable Meaning> of(List<String> texts) {
    List<String> languages = texts.stream().map(Languages::guess).toList();
    List<Integer> here = new ArrayList<>();
    List<Integer> elsewhere = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      (ENGLISH.contains(languages.get(i)) ? here : elsewhere).add(i);
    }
    List<@Nullable Meaning> meanings = new ArrayList<>();
    texts.forEach(text -> meanings.add(null));
    embed(english, here, texts, languages, meanings);
    if (other != null) {
      embed(other, elsewhere, texts, languages, meanings);
    }
    return meanings;
  }

  /** What is wrong with which model, in the order of their names: english, multilingual. */
  public Map<String, String> problems() {
    return new TreeMap<>(problems);
  }

  /** Gives the models' memory back. */
  public void release() {
    english.release();
    if (other != null) {
      other.release();
    }
  }

  @PreDestroy
  void close() {
    release();
  }

  private void embed(
      Model model,
      List<Integer> positions,
      List<String> texts,
      List<String> languages,
      List<@Nullable Meaning> meanings) {
    if (positions.isEmpty() || problems.containsKey(model.name)) {
      return;
    }
    try {
      Embedder embedder = model.embedder();
      List<float[]> vectors = embedder.embed(positions.stream().map(texts::get).toList());
      for (int i = 0; i < vectors.size(); i++) {
        int at = positions.get(i);
        meanings.set(at, new Meaning(embedder.model(), languages.get(at), vectors.get(i)));
      }
    } catch (EmbeddingModelException e) {
      if (problems.putIfAbsent(model.name, String.valueOf(e.getMessage())) == null) {
        LOG.warn("The {} embedding model is not used: {}", model.name, e.getMessage());
      }
    }
  }

  /** An embedder that is made when it is first needed. */
  private static final class Model {

    private final String name;
    private final Supplier<Embedder> maker;
    private @Nullable Embedder made;

    Model(String name, Supplier<Embedder> maker) {
      this.name = name;
      this.maker = maker;
    }

    synchronized Embedder embedder() {
      if (made == null) {
        made = maker.get();
      }
      return made;
    }

    synchronized void release() {
      if (made != null) {
        made.release();
      }
    }
  }
}
