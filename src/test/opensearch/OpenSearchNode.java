import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.opensearch.Version;
import org.opensearch.analysis.common.CommonAnalysisModulePlugin;
import org.opensearch.common.settings.Settings;
import org.opensearch.env.Environment;
import org.opensearch.node.Node;
import org.opensearch.plugins.Plugin;
import org.opensearch.plugins.PluginInfo;
import org.opensearch.transport.Netty4ModulePlugin;

/**
 * One node of OpenSearch with the modules of its distribution that the product needs. It is run
 * from its source, in a process and with a class path of its own, and ends when its input does.
 */
final class OpenSearchNode extends Node {

  private OpenSearchNode(Environment environment) {
    super(
        environment,
        List.of(module(Netty4ModulePlugin.class), module(CommonAnalysisModulePlugin.class)),
        true);
  }

  private static PluginInfo module(Class<? extends Plugin> type) {
    return new PluginInfo(
        type.getName(),
        "a module of the distribution",
        "1",
        Version.CURRENT,
        "21",
        type.getName(),
        null,
        List.of(),
        false);
  }

  /** Keeps its data in the first argument's folder and listens on the second argument's port. */
  public static void main(String[] arguments) throws Exception {
    Path home = Path.of(arguments[0]);
    Files.createDirectories(home.resolve("logs"));
    Settings settings =
        Settings.builder()
            .put("path.home", home.toString())
            .put("cluster.name", "test")
            .put("node.name", "one")
            .put("discovery.type", "single-node")
            .put("network.host", "127.0.0.1")
            .put("http.port", arguments[1])
            .put("transport.port", "0")
            .put("transport.type", "netty4")
            .put("http.type", "netty4")
            .put("node.portsfile", true)
            .put("action.auto_create_index", false)
            .put("cluster.routing.allocation.disk.threshold_enabled", false)
            .build();
    OpenSearchNode node = new OpenSearchNode(new Environment(settings, home.resolve("config")));
    node.start();
    System.out.println("ready");
    while (System.in.read() >= 0) {
      // whoever started it is still there
    }
    node.close();
    System.exit(0);
  }
}
