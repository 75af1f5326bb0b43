package eu.metacluster.opendata.catalogue;

import eu.metacluster.opendata.rdf.RdfAnswer;
import eu.metacluster.opendata.rdf.RdfForm;
import eu.metacluster.platform.PublicEndpoint;
import eu.metacluster.platform.Role;
import eu.metacluster.platform.web.NavEntry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The catalogue of the open data, for portals and for people. */
@Controller
class CatalogueController {

  private final Catalogue catalogue;
  private final RdfAnswer answer;
  private final Quality quality;

  CatalogueController(Catalogue catalogue, RdfAnswer answer, Quality quality) {
    this.catalogue = catalogue;
    this.answer = answer;
    this.quality = quality;
  }

  @Bean
  static NavEntry qualityEntry() {
    return NavEntry.menu("opendata.nav.quality", "/catalog/quality", Role.COORDINATOR, 70);
  }

  @PublicEndpoint("data portals harvest it, and it lists nothing but what is open")
  @GetMapping("/catalog")
  @Nullable ModelAndView negotiated(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (RdfForm.prefersPage(request.getHeader(HttpHeaders.ACCEPT))) {
      response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
      return new ModelAndView("opendata/catalogue", Map.of("holdings", catalogue.holdings()));
    }
    answer.send(catalogue.model(), RdfAnswer.form(request), request, response);
    return null;
  }

  @PublicEndpoint("data portals harvest it, and it lists nothing but what is open")
  @GetMapping("/catalog.{ending:ttl|jsonld|rdf|nt}")
  void inForm(@PathVariable String ending, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    answer.send(catalogue.model(), RdfAnswer.form(ending), request, response);
  }

  @PreAuthorize("hasRole('COORDINATOR')")
  @GetMapping("/catalog/quality")
  String quality(Model model) {
    model.addAttribute("report", quality.of(catalogue.model()));
    return "opendata/quality";
  }
}
