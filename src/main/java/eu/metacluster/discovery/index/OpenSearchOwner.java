package eu.metacluster.discovery.index;

import eu.metacluster.discovery.index.OpenSearchServer.Away;
import java.io.IOException;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * Whose index it is on a server that several installations may use. The index says it of itself;
 * that of another installation is neither shown nor written nor thrown away.
 */
final class OpenSearchOwner {

  private static final String OWNER = "owner";
  private static final String FORMAT = "format";

  private final OpenSearchServer server;
  private final String name;
  private final Supplier<String> self;
  private volatile boolean ours;

  /**
   * @param self what tells this installation from all others, empty while nothing has happened here
   */
  OpenSearchOwner(OpenSearchServer server, String name, Supplier<String> self) {
    this.server = server;
    this.name = name;
    this.self = self;
  }

  /**
   * Whether the index is there and written as this version does.
   *
   * @throws Away when it is another installation's
   */
  boolean ofThisFormat() throws IOException {
    return formatted(looked());
  }

  /**
   * The same, for the one who writes: an index that was made before anything had happened gets its
   * owner now.
   */
  boolean claimed() throws IOException {
    JsonNode said = looked();
    String me = self.get();
    if (formatted(said) && said.path(OWNER).asString("").isEmpty() && !me.isEmpty()) {
      server.ask("PUT", "/" + name + "/_mapping", Map.of("_meta", meta(me)));
    }
    return formatted(said);
  }

  /** Makes sure that nobody reads what is another's; looks once as long as all is well. */
  void check() throws IOException {
    if (!ours) {
      looked();
    }
  }

  /** What a fresh index says of itself. */
  Map<String, Object> meta() {
    return meta(self.get());
  }

  private static Map<String, Object> meta(String owner) {
    return Map.of(FORMAT, IndexFields.FORMAT, OWNER, owner);
  }

  private static boolean formatted(JsonNode said) {
    return said.path(FORMAT).asString("").equals(IndexFields.FORMAT);
  }

  private JsonNode looked() throws IOException {
    JsonNode said = MissingNode.getInstance();
    for (JsonNode index : server.ask("GET", "/" + name + "/_mapping", null)) {
      said = index.path("mappings").path("_meta");
    }
    String owner = said.path(OWNER).asString("");
    ours = owner.isEmpty() || owner.equals(self.get());
    if (!ours) {
      throw new Away(
          "the index "
              + name
              + " belongs to another installation: name another one by"
              + " metacluster.search.opensearch-index, or delete it there",
          null);
    }
    return said;
  }
}
