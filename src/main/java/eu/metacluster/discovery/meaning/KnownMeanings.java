package eu.metacluster.discovery.meaning;

import eu.metacluster.discovery.meaning.MeaningIndex.Near;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The vectors that are known of public records, for whoever compares records with each other. */
@Component
public class KnownMeanings {

  /** So many vectors tell what all have in common. */
  private static final int SAMPLE = 500;

  private final MeaningIndex index;
  private final NearestMeanings meanings;
  private volatile Mean mean = new Mean(-1, new float[0]);

  private record Mean(long generation, float[] value) {}

  KnownMeanings(MeaningIndex index, NearestMeanings meanings) {
    this.index = index;
    this.meanings = meanings;
  }

  /** The vectors of these records; those of which none is known yet are absent. */
  public Map<UUID, float[]> of(Collection<UUID> records) {
    try {
      return records.isEmpty() ? Map.of() : index.vectors(records);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** The vector of any text; null while the model is not in memory or knows not its language. */
  public float @Nullable [] of(String text) {
    return meanings.text(text);
  }

  /** The records nearest to a vector, nearest first; they may be of any kind and state. */
  public List<UUID> near(float[] vector, int most) {
    try {
      return index.nearest(vector, most).stream().map(Near::record).toList();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** What all vectors have in common: the mean of some, empty when there is none. */
  public float[] mean() {
    Mean known = mean;
    if (known.generation() != meanings.generation()) {
      known = new Mean(meanings.generation(), counted());
      mean = known;
    }
    return known.value().clone();
  }

  private float[] counted() {
    try {
      List<float[]> some = index.some(SAMPLE);
      float[] sum = new float[some.isEmpty() ? 0 : some.getFirst().length];
      for (float[] vector : some) {
        for (int i = 0; i < sum.length; i++) {
          sum[i] += vector[i] / some.size();
        }
      }
      return sum;
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private static UncheckedIOException unreadable(IOException e) {
    return new UncheckedIOException("the vectors cannot be read", e);
  }
}
