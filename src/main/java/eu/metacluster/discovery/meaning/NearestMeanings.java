package eu.metacluster.discovery.meaning;

import eu.metacluster.discovery.meaning.MeaningIndex.Near;
import eu.metacluster.discovery.search.Nearest;
import eu.metacluster.platform.model.Embedder;
import eu.metacluster.platform.model.EmbeddingModelException;
import eu.metacluster.platform.model.Languages;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The English model for questions and texts. A question never waits for it: while it is not in
 * memory, it is fetched in the background and words alone rank.
 */
@Component
class NearestMeanings implements Nearest {

  private static final Logger LOG = LoggerFactory.getLogger(NearestMeanings.class);

  /** What the model expects before a question. */
  private static final String ASKED = "Represent this sentence for searching relevant passages: ";

  private static final Set<String> ENGLISH = Set.of("en", Languages.UNKNOWN);
  private static final int MOST_REMEMBERED = 300;
  private static final int LONGEST = 300;

  /** What is less alike has nothing to do with the question. */
  private static final float LEAST = 0.6f;

  /** What is so much less alike than the nearest is left out. */
  private static final float WITHIN = 0.14f;

  private static final long IDLE = 15L * 60 * 1_000_000_000L;

  private final MeaningIndex index;
  private final Embedder embedder = Embedder.shipped(1);
  private final AtomicBoolean fetching = new AtomicBoolean();
  private final AtomicLong generation = new AtomicLong();
  private volatile boolean broken;
  private volatile long asked = System.nanoTime();

  private final Map<String, float[]> questions =
      new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, float[]> eldest) {
          return size() > MOST_REMEMBERED;
        }
      };

  NearestMeanings(MeaningIndex index) {
    this.index = index;
  }

  @Override
  public List<UUID> of(String question, int most) {
    asked = System.nanoTime();
    try {
      float[] vector = question.length() > LONGEST || broken ? null : vector(question);
      if (vector == null) {
        return List.of();
      }
      List<Near> near = index.nearest(vector, most);
      float least = near.isEmpty() ? 1 : Math.max(LEAST, near.getFirst().likeness() - WITHIN);
      return near.stream().filter(one -> one.likeness() >= least).map(Near::record).toList();
    } catch (IOException | EmbeddingModelException e) {
      unusable(e);
      return List.of();
    }
  }

  private float @Nullable [] vector(String question) throws IOException {
    return ENGLISH.contains(Languages.guess(question)) ? remembered(ASKED + question) : null;
  }

  /** The vector of a text that is compared with records; null while nobody can say. */
  float @Nullable [] text(String text) {
    asked = System.nanoTime();
    try {
      return broken || !ENGLISH.contains(Languages.guess(text)) ? null : remembered(text);
    } catch (IOException | EmbeddingModelException e) {
      unusable(e);
      return null;
    }
  }

  private float @Nullable [] remembered(String words) throws IOException {
    synchronized (questions) {
      float[] known = questions.get(words);
      if (known != null) {
        return known;
      }
    }
    if (!index.any()) {
      return null;
    }
    if (!embedder.isLoaded()) {
      fetch();
      return null;
    }
    float[] vector = embedder.embed(List.of(words)).getFirst();
    synchronized (questions) {
      questions.put(words, vector);
    }
    return vector;
  }

  private void fetch() {
    if (fetching.compareAndSet(false, true)) {
      Thread.ofPlatform()
          .daemon()
          .name("meaning-model")
          .start(
              () -> {
                try {
                  texts(List.of("a first text"));
                  changed();
                } catch (EmbeddingModelException e) {
                  unusable(e);
                } finally {
                  fetching.set(false);
                }
              });
    }
  }

  private void unusable(Exception e) {
    if (!broken) {
      broken = true;
      LOG.warn("Questions are ranked by their words alone: {}", e.getMessage());
    }
  }

  /** The vectors of these texts. */
  List<float[]> texts(List<String> texts) {
    return embedder.embed(texts);
  }

  /** The model's name. */
  String model() {
    return embedder.model();
  }

  boolean usable() {
    return !broken;
  }

  /** Gives the model's memory back when nobody has asked for a while. */
  void rest() {
    if (System.nanoTime() - asked > IDLE && embedder.isLoaded()) {
      forget();
    }
  }

  /** Gives the model's memory back, and what was asked before. */
  void forget() {
    embedder.release();
    synchronized (questions) {
      questions.clear();
    }
  }

  /** Answers may be others from now on. */
  void changed() {
    generation.incrementAndGet();
  }

  @Override
  public long generation() {
    return generation.get();
  }

  @PreDestroy
  void close() {
    embedder.close();
  }
}
