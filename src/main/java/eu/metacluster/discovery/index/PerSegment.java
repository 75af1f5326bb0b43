package eu.metacluster.discovery.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;

/**
 * What is made once of each segment of the index, which never changes, and goes when it goes.
 *
 * @param <T> what is made
 */
final class PerSegment<T> {

  /** Makes it of a segment, the deleted documents included. */
  interface Making<T> {
    T of(LeafReader reader) throws IOException;
  }

  private final Map<Object, T> known = new ConcurrentHashMap<>();
  private final Making<T> making;

  PerSegment(Making<T> making) {
    this.making = making;
  }

  T of(LeafReader reader) throws IOException {
    IndexReader.CacheHelper helper = reader.getCoreCacheHelper();
    T found = known.get(helper.getKey());
    if (found != null) {
      return found;
    }
    try {
      return known.computeIfAbsent(
          helper.getKey(),
          key -> {
            forget(helper, new WeakReference<>(known));
            return made(reader);
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** The segment does not keep what was made of it when nobody else does. */
  private static void forget(
      IndexReader.CacheHelper helper, WeakReference<? extends Map<Object, ?>> known) {
    helper.addClosedListener(
        key -> {
          Map<Object, ?> there = known.get();
          if (there != null) {
            there.remove(key);
          }
        });
  }

  private T made(LeafReader reader) {
    try {
      return making.of(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
