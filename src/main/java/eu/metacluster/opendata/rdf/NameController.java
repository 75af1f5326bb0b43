package eu.metacluster.opendata.rdf;

import eu.metacluster.opendata.described.Descriptions;
import eu.metacluster.opendata.items.Item;
import eu.metacluster.opendata.items.Items;
import eu.metacluster.platform.PublicEndpoint;
import eu.metacluster.shared.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.apache.jena.rdf.model.Model;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The names of records: whoever follows one is led to the page, a machine gets RDF. A record that
 * was public once answers that it is gone; one that never was is not there.
 */
@Controller
@PublicEndpoint("an authorised record is open to everybody, in RDF too")
class NameController {

  private final Items items;
  private final Descriptions descriptions;
  private final RecordGraph graph;
  private final RdfAnswer answer;

  NameController(Items items, Descriptions descriptions, RecordGraph graph, RdfAnswer answer) {
    this.items = items;
    this.descriptions = descriptions;
    this.graph = graph;
    this.answer = answer;
  }

  @GetMapping("/id/{name}")
  void named(@PathVariable String name, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    int dot = name.indexOf('.');
    if (dot >= 0) {
      RdfForm form = RdfAnswer.form(name.substring(dot + 1));
      answer.send(graph(live(name.substring(0, dot))), form, request, response);
      return;
    }
    Item item = live(name);
    if (RdfForm.prefersPage(request.getHeader(HttpHeaders.ACCEPT))) {
      response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
      response.setHeader(HttpHeaders.LOCATION, item.path());
      response.setStatus(HttpServletResponse.SC_SEE_OTHER);
      return;
    }
    answer.send(graph(item), RdfAnswer.form(request), request, response);
  }

  private Model graph(Item item) {
    return graph.of(descriptions.of(item), true);
  }

  private Item live(String record) {
    if (!record.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
      throw none();
    }
    Item item = items.find(UUID.fromString(record)).orElseThrow(NameController::none);
    if (item.deleted()) {
      throw new Refusal(Refusal.Kind.GONE, "MC-1853", "opendata.refused.withdrawn");
    }
    return item;
  }

  private static Refusal none() {
    return new Refusal(Refusal.Kind.NOT_FOUND, "MC-1852", "opendata.refused.noItem");
  }
}
