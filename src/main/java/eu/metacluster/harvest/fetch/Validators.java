package eu.metacluster.harvest.fetch;

import eu.metacluster.harvest.Answer;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a server said of an answer, to ask later whether it is still the same (RFC 9110 §8.8).
 *
 * @param etag null when the server gave none
 * @param modified as the server wrote it, null when it gave none
 */
public record Validators(@Nullable String etag, @Nullable String modified) {

  /** Of what no server said anything. */
  public static final Validators NONE = new Validators(null, null);

  /** Those of an answer. */
  public static Validators of(Answer answer) {
    return new Validators(answer.header("ETag"), answer.header("Last-Modified"));
  }

  /** Headers that ask for the body only if it is another one. */
  Map<String, String> conditions() {
    Map<String, String> conditions = new HashMap<>();
    if (etag != null) {
      conditions.put("If-None-Match", etag);
    }
    if (modified != null) {
      conditions.put("If-Modified-Since", modified);
    }
    return conditions;
  }
}
