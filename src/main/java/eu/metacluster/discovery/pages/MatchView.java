package eu.metacluster.discovery.pages;

import eu.metacluster.discovery.matching.Match;
import eu.metacluster.grid.GridRecord;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The page of what is near.
 *
 * @param record what it is near to, null when a text was typed
 * @param text what was typed
 * @param cut whether more was typed than is read
 */
public record MatchView(
    @Nullable GridRecord record, String text, boolean cut, Wanted wanted, List<Match> matches) {

  /** What is looked for. */
  public enum Wanted {
    PROJECTS,
    ORGANISATIONS,
    CALLS;

    static Wanted of(String word) {
      return Arrays.stream(values())
          .filter(one -> one.word().equals(word))
          .findFirst()
          .orElse(PROJECTS);
    }

    /** The word in addresses and keys. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whether anything was asked. */
  public boolean asked() {
    return record != null || !text.isEmpty();
  }

  /** The same question for something else. */
  public String address(Wanted other) {
    String about =
        record == null
            ? "text=" + URLEncoder.encode(text, StandardCharsets.UTF_8)
            : "like=" + record.path();
    return "/match?" + about + "&for=" + other.word();
  }
}
