package eu.metacluster.discovery.network;

import static org.assertj.core.api.Assertions.assertThat;

import eu.metacluster.discovery.Plot;
import eu.metacluster.grid.Field;
import eu.metacluster.grid.Finding;
import eu.metacluster.platform.web.Language;
import eu.metacluster.platform.web.Shell;
import eu.metacluster.support.ProductTest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A network shows who meets in public projects, and stands the same each time. */
@ProductTest
class NetworkTests {

  @Autowired ApplicationContext product;
  @Autowired MockMvcTester mvc;
  @Autowired Networks networks;
  @Autowired Shell shell;

  private final String centre = Plot.number();
  private final String friend = Plot.number();
  private final String stranger = Plot.number();
  private final String open = Plot.number();
  private final String closed = Plot.number();
  private Plot plot;

  @BeforeEach
  void someProjects() {
    plot = new Plot(product);
    Finding middle = Plot.organisation(centre, "Mitte " + centre, "DK", "DK011");
    Finding near = Plot.organisation(friend, "Nah " + friend, "FI", "FI1B1");
    Finding far = Plot.organisation(stranger, "Fern " + stranger, "CZ", "CZ010");
    plot.stated(
        middle,
        near,
        far,
        Plot.project(
            open,
            Map.of(
                Field.TITLE, "Vorhaben " + open,
                Field.TECHNOLOGY, "imaging",
                Field.START_DATE, "2022-01-01"),
            List.of(middle, near)),
        Plot.project(
            closed, Map.of(Field.TITLE, "Verborgen " + closed), List.of(middle, near, far)));
    plot.published(open);
  }

  private Network network() {
    return networks.of(plot.record(centre), shell.page(Language.EN));
  }

  @Test
  void onlyPublicProjectsJoin() {
    Network before = network();
    assertThat(before.projects()).isEqualTo(1);
    assertThat(before.nodes())
        .extracting(node -> node.record().title())
        .containsExactly("Nah " + friend);
    assertThat(before.edges()).hasSize(1);
    assertThat(before).isEqualTo(network());
    plot.published(closed);
    assertThat(network().nodes()).hasSize(2);
    assertThat(network().nodes().getFirst().projects()).isEqualTo(2);
    assertThat(network().edges()).as("all three meet").hasSize(3);
    plot.reopened(closed);
    assertThat(network().nodes()).hasSize(1);
  }

  @Test
  void thePageHasDrawingTableAndTopicsOverTime() throws Exception {
    String path = plot.record(centre).path();
    assertThat(get(path + "/network").getContentAsString())
        .contains("<circle", "Nah " + friend, "Technologies over time", "Imaging")
        .contains("/compare?with=" + path);
    assertThat(get(path + "/network/technology-time.csv").getContentAsString())
        .contains("code,label,records,imaging", "2022,2022,1,1");
    assertThat(get(path).getContentAsString()).contains(path + "/network");
    assertThat(get("/organisations/no-such/network").getStatus()).isEqualTo(404);
    assertThat(get(plot.record(open).path() + "/network").getStatus()).isEqualTo(404);
  }

  private MockHttpServletResponse get(String address) {
    return mvc.get().uri(URI.create(address)).exchange().getResponse();
  }
}
