package eu.metacluster.opendata.api;

import eu.metacluster.platform.PublicEndpoint;
import eu.metacluster.platform.SiteAddress;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The contract, for programs and for people. */
@Controller
@PublicEndpoint("whoever is to use open data must be able to read its contract")
class ContractController {

  private final OpenApi contract;
  private final Served served;
  private final SiteAddress site;

  ContractController(OpenApi contract, Served served, SiteAddress site) {
    this.contract = contract;
    this.served = served;
    this.site = site;
  }

  @GetMapping("/api/v1/openapi.json")
  ResponseEntity<byte[]> contract(HttpServletRequest request) {
    String text = contract.contract(site.of("")).toPrettyString();
    return served.json(request, "o" + Integer.toHexString(text.hashCode()), () -> text);
  }

  @GetMapping("/data/api")
  ModelAndView page() {
    return new ModelAndView(
        "opendata/api",
        Map.of("operations", contract.operations(), "server", site.of(""), "rule", OpenApi.RULE));
  }
}
