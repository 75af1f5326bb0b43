package eu.metacluster.screening.alike;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A suggestion as pages show it.
 *
 * @param evidence the fields first, then what belongs to the records as a whole
 */
public record SuggestionView(Suggestion suggestion, Side one, Side other, List<Evidence> evidence) {

  /** Whether both wait in different cases that ask the same, so that they can be joined. */
  public boolean joinable() {
    return one.waits()
        && other.waits()
        && one.file() != null
        && other.file() != null
        && !one.file().id().equals(other.file().id())
        && one.file().purpose() == other.file().purpose();
  }

  /** The address of the page that merges them: what is public, or came first, stays. */
  public String merge() {
    boolean turned =
        one.record().state().isPublic() == other.record().state().isPublic()
            ? one.record().createdAt().isAfter(other.record().createdAt())
            : other.record().state().isPublic();
    Side stays = turned ? other : one;
    Side goes = turned ? one : other;
    return "/merges?from=" + encoded(goes) + "&into=" + encoded(stays);
  }

  private static String encoded(Side side) {
    return URLEncoder.encode(side.record().path(), StandardCharsets.UTF_8);
  }

  /** The address of an answer to it. */
  public String to(String answer) {
    return "/queue/look-alikes/" + suggestion.id() + "/" + answer;
  }
}
