package eu.metacluster.harvest.feeds;

import static eu.metacluster.harvest.Recorder.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.metacluster.grid.Field;
import eu.metacluster.grid.Finding;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.harvest.Reason;
import eu.metacluster.harvest.Recorder;
import eu.metacluster.harvest.fetch.Remotely;
import eu.metacluster.support.Loopback;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Posts of a WordPress site, in the shape of its REST interface. */
class WordPressTests {

  private static final String POSTS = "/wp-json/wp/v2/posts";

  private static final String POST =
      """
      {"id":%d,"date":"2026-03-04T10:00:00","modified":"%s","link":"https://a.example/p/%d",
       "title":{"rendered":"Post %d &#8211; new"},"content":{"rendered":"<p>Words of it.</p>"},
       "author":7,"_embedded":{"wp:term":[[{"name":"Cancer"}],[{"name":"R&amp;D"}]]}}
      """;

  private static byte[] page(int number, String modified) {
    String post = POST.formatted(number, modified, number, number);
    return ("[" + post + "]").getBytes(StandardCharsets.UTF_8);
  }

  private static void answer(
      com.sun.net.httpserver.HttpExchange exchange, int page, String modified) throws IOException {
    exchange.getResponseHeaders().set("X-WP-TotalPages", "2");
    Loopback.send(exchange, 200, "application/json", page(page, modified));
  }

  @Test
  void allPostsAtFirstAndThenWhatChanged() throws IOException {
    try (Loopback web = new Loopback()) {
      String query = POSTS + "?per_page=100&orderby=modified&order=asc&_embed=wp%3Aterm";
      web.on(query + "&page=1", exchange -> answer(exchange, 1, "2026-03-04T10:00:00"));
      web.on(query + "&page=2", exchange -> answer(exchange, 2, "2026-03-05T10:00:00"));
      web.on(
          query + "&modified_after=2026-03-05T10%3A00%3A00&page=1",
          "application/json",
          "[]".getBytes(StandardCharsets.UTF_8));

      Recorder first = Remotely.read(new WordPressConnector(), web.at(POSTS), Map.of());
      assertThat(first.byKey(RecordKind.NEWS)).containsOnlyKeys("1", "2");
      Finding post = first.one(RecordKind.NEWS, "1");
      assertThat(values(post, Field.TITLE)).containsExactly("Post 1 – new");
      assertThat(values(post, Field.SUMMARY)).containsExactly("Words of it.");
      assertThat(values(post, Field.KEYWORDS)).containsExactly("Cancer, R&D");
      assertThat(values(post, Field.PUBLISHED_ON)).containsExactly("2026-03-04");
      assertThat(values(post, Field.URL)).containsExactly("https://a.example/p/1");
      assertThat(first.whole).isTrue();
      assertThat(first.checkpoints).containsExactly("2");

      Recorder cut = new Recorder();
      cut.resumesAt = "2";
      Remotely.read(new WordPressConnector(), web.at(POSTS), Map.of(), cut);
      assertThat(cut.byKey(RecordKind.NEWS)).containsOnlyKeys("2");
      assertThat(cut.whole).isFalse();
    }
  }

  @Test
  void nothingNewIsNoFault() throws IOException {
    try (Loopback web = new Loopback()) {
      web.on(
          POSTS,
          exchange -> {
            exchange.getResponseHeaders().set("X-WP-Total", "0");
            Loopback.send(exchange, 200, "application/json", "[]".getBytes(StandardCharsets.UTF_8));
          });
      Recorder before = new Recorder();
      before.memory.put("changed", "2026-03-05T10:00:00");
      Recorder later = Remotely.read(new WordPressConnector(), web.at(POSTS), Map.of(), before);
      assertThat(later.findings).isEmpty();
      assertThat(later.whole).isFalse();
      assertThat(later.memory).containsEntry("changed", "2026-03-05T10:00:00");
    }
  }

  @Test
  void aPostWithoutNameIsALineAndAnErrorPageIsRefused() throws IOException {
    try (Loopback web = new Loopback()) {
      web.on(
          POSTS,
          "application/json",
          "[{\"id\":1,\"title\":{\"rendered\":\"\"}}]".getBytes(StandardCharsets.UTF_8));
      web.on(
          "/other", "application/json", "{\"code\":\"no_route\"}".getBytes(StandardCharsets.UTF_8));

      assertThatThrownBy(() -> Remotely.read(new WordPressConnector(), web.at("/other"), Map.of()))
          .hasMessageContaining("MC-1463");
      assertThatThrownBy(() -> Remotely.read(new WordPressConnector(), web.at("/404"), Map.of()))
          .hasMessageContaining("GONE");
      assertThat(
              Remotely.read(new WordPressConnector(), web.at(POSTS), Map.of())
                  .problems(Reason.NO_ID))
          .isNotEmpty();
    }
  }
}
