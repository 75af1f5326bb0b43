package eu.metacluster.harvest.feeds;

import eu.metacluster.grid.Field;
import eu.metacluster.grid.Finding.Locator;
import eu.metacluster.grid.Identifier;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.harvest.Answer;
import eu.metacluster.harvest.Facts;
import eu.metacluster.harvest.FetchException;
import eu.metacluster.harvest.FetchException.Trouble;
import eu.metacluster.harvest.Problem;
import eu.metacluster.harvest.Reading;
import eu.metacluster.harvest.Reason;
import eu.metacluster.harvest.Remote;
import eu.metacluster.harvest.WebConnector;
import eu.metacluster.harvest.values.Links;
import eu.metacluster.harvest.values.Moments;
import eu.metacluster.harvest.values.Prose;
import eu.metacluster.harvest.values.Tongue;
import eu.metacluster.shared.Refusal;
import java.io.IOException;
import java.net.URI;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the posts of a WordPress site through its REST interface, oldest change first, so that
 * nothing is missed while the site goes on writing. A later run asks only for what changed since.
 */
@Component
@Order(45)
final class WordPressConnector implements WebConnector {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String CHANGED = "changed";
  private static final int MOST_PAGES = 2_000;
  private static final int REFUSED = 400;

  @Override
  public String id() {
    return "wordpress";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Terms terms() {
    return Terms.UNKNOWN;
  }

  @Override
  public List<Setting> settings() {
    return List.of(ItemKind.SETTING);
  }

  @Override
  public boolean recognises(Answer sample) {
    boolean json = sample.mediaType().endsWith("json") && sample.size() < 16 << 20;
    try {
      return json && posts(sample) != null;
    } catch (IOException e) {
      return false;
    }
  }

  /** The posts of an answer; null when it is something else. */
  private static @Nullable JsonNode posts(Answer answer) throws IOException {
    try {
      JsonNode list = JSON.readTree(answer.bytes());
      boolean posts =
          list.isArray() && (list.isEmpty() || list.path(0).path("title").has("rendered"));
      return posts && (!list.isEmpty() || answer.header("X-WP-Total") != null) ? list : null;
    } catch (JacksonException e) {
      return null;
    }
  }

  @Override
  public void read(Remote remote, Reading reading) throws IOException {
    new Pass(remote, reading).read();
  }

  /** One reading of one site. */
  private static final class Pass {

    private final Remote remote;
    private final Reading reading;
    private final RecordKind kind;
    private final String since;
    private final Set<String> keys = new HashSet<>();
    private String changed;

    Pass(Remote remote, Reading reading) {
      this.remote = remote;
      this.reading = reading;
      this.kind = ItemKind.of(remote.setting("kind"));
      this.since = remote.remembered(CHANGED).orElse("");
      this.changed = since;
    }

    void read() throws IOException {
      int page = remote.resumesAt().map(Integer::parseInt).orElse(1);
      boolean first = page == 1 && since.isEmpty();
      while (page <= MOST_PAGES && page(page)) {
        page++;
        reading.checkpoint(String.valueOf(page));
      }
      remote.remember(CHANGED, changed);
      if (first && page <= MOST_PAGES) {
        reading.whole();
      }
    }

    private URI address(int page) {
      URI address = Links.with(remote.address(), "per_page", "100");
      address = Links.with(address, "orderby", "modified");
      address = Links.with(address, "order", "asc");
      address = Links.with(address, "_embed", "wp:term");
      address = since.isEmpty() ? address : Links.with(address, "modified_after", since);
      return Links.with(address, "page", String.valueOf(page));
    }

    /** Reads a page; false when it is the last. */
    private boolean page(int number) throws IOException {
      Answer answer;
      try {
        answer = remote.get(address(number));
      } catch (FetchException e) {
        if (number > 1 && e.trouble() == Trouble.STATUS && e.detail().startsWith("" + REFUSED)) {
          return false;
        }
        throw e;
      }
      JsonNode posts = posts(answer);
      if (posts == null) {
        throw new Refusal(Refusal.Kind.BAD_INPUT, "MC-1463", "harvest.refusal.no_posts");
      }
      long snapshot = remote.keep(answer);
      int before = keys.size();
      posts.forEach(post -> post(post, answer.address(), snapshot));
      boolean last = String.valueOf(number).equals(answer.header("X-WP-TotalPages"));
      return !last && keys.size() > before;
    }

    private void post(JsonNode post, URI base, long snapshot) {
      Facts facts = new Facts();
      String title = Prose.line(rendered(post, "title"));
      String text = Prose.text(rendered(post, "content"));
      text = text.isEmpty() ? Prose.text(rendered(post, "excerpt")) : text;
      String key = post.path("id").asString("");
      if (!keys.add(key)) {
        return;
      }
      if (key.isEmpty() || title.isEmpty()) {
        reading.problem(new Problem(base.toString(), 0, "title", key, Reason.NO_ID));
        return;
      }
      facts.add(Field.TITLE, title);
      facts.add(Field.SUMMARY, text);
      String link = Links.text(post.path("link").asString(""), base);
      facts.add(Field.URL, link);
      facts.identify(Identifier.Scheme.URL, link);
      facts.add(Field.KEYWORDS, String.join(", ", terms(post)));
      facts.add(Field.LANGUAGE, Tongue.of(title + ' ' + text, ""));
      published(post, facts);
      reading.found(facts.sealed(kind, key, new Locator(snapshot, 0, 0)));
      String modified = post.path("modified").asString("");
      changed = modified.compareTo(changed) > 0 ? modified : changed;
    }

    private void published(JsonNode post, Facts facts) {
      String date = post.path("date").asString("");
      String day = Moments.partial(date);
      if (day != null) {
        facts.add(Field.PUBLISHED_ON, day);
      } else if (!date.isEmpty()) {
        reading.problem(new Problem(remote.address().toString(), 0, "date", date, Reason.BAD_DATE));
      }
    }

    private static String rendered(JsonNode post, String name) {
      return post.path(name).path("rendered").asString("");
    }

    /** Names of categories and tags, which stand beside the post. */
    private static Set<String> terms(JsonNode post) {
      Set<String> terms = new LinkedHashSet<>();
      for (JsonNode list : post.path("_embedded").path("wp:term")) {
        for (JsonNode term : list) {
          String name = Prose.line(term.path("name").asString(""));
          if (!name.isEmpty() && terms.size() < 50) {
            terms.add(name);
          }
        }
      }
      return terms;
    }
  }
}
